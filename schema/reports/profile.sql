-- title: Profile of an actor
-- about: Everything that one actor holds, kind by kind: aims, stakes, fears, promises, needs, prospects
-- param: actor text required  from: SELECT id, name FROM actors WHERE id IN (SELECT actor FROM statement_actors WHERE role = 'holder') ORDER BY name  -- whose profile
-- param: theme text optional  from: SELECT id, label FROM themes ORDER BY ordinal  -- one theme only
-- example: --actor RUS
-- example: --actor RUS --theme security
SELECT p.kind, p.theme, p.quote AS statement,
  coalesce((SELECT group_concat(name, ', ') FROM (SELECT a.name
     FROM statement_actors AS s JOIN actors AS a ON a.id = s.actor
     WHERE s.statement = p.id AND s.role = 'target' ORDER BY a.name)), '–') AS targets,
  p.cite
FROM positions AS p
  JOIN themes AS t ON t.id = p.theme
  JOIN kinds AS k ON k.id = p.kind
WHERE p.actor = :actor
  AND (:theme IS NULL OR :theme IN (t.id, t.parent))
ORDER BY k.ordinal, t.ordinal, p.document, p.line, p.id;
