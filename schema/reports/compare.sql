-- title: Compare actors
-- about: What each actor wants and has a stake in, theme by theme, with the line that says so
-- param: actor list default all  from: SELECT id, name FROM actors WHERE id IN (SELECT actor FROM statement_actors WHERE role = 'holder') ORDER BY name  -- actors to compare
-- param: theme text optional  from: SELECT id, label FROM themes ORDER BY ordinal  -- one theme only
-- param: kind list default goal,interest  from: SELECT id, label FROM kinds ORDER BY ordinal  -- kinds of statement
-- pivot: theme actor
-- example: --actor RUS --actor central-asia
-- example: --theme security --kind goal,interest,concern
SELECT p.theme, a.name AS actor, p.kind, p.quote AS statement, p.cite
FROM positions AS p
  JOIN actors AS a ON a.id = p.actor
  JOIN themes AS t ON t.id = p.theme
  JOIN kinds AS k ON k.id = p.kind
WHERE (:actor IS NULL OR p.actor IN (SELECT value FROM json_each(:actor)))
  AND (:theme IS NULL OR :theme IN (t.id, t.parent))
  AND (:kind IS NULL OR p.kind IN (SELECT value FROM json_each(:kind)))
ORDER BY t.ordinal, a.name, a.id, k.ordinal, p.document, p.line, p.id;
