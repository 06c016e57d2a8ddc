-- title: Sentences that yielded nothing
-- about: Each sentence without a statement and the reason: what the rules may have missed
-- param: document text optional  from: SELECT id, coalesce(title, id) FROM documents ORDER BY id  -- one essay only
-- param: outcome text optional  from: SELECT DISTINCT outcome, outcome FROM uncoded ORDER BY outcome  -- one reason only
-- example:
SELECT cite, outcome, text
FROM uncoded
WHERE (:document IS NULL OR document = :document)
  AND (:outcome IS NULL OR outcome = :outcome)
ORDER BY document, line, id;
