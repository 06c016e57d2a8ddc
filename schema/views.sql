-- The views of a steppe database: statements as an analyst reads them. Plain SQL: no function,
-- collation or module that SQLite itself lacks.
--
-- The first comment of a view says what a row is, the others what a column holds.

CREATE VIEW coded AS
  -- A statement with its holders, its targets and the line that says so.
  SELECT s.id,
    s.kind,
    s.theme,
    s.quote,                                    -- the essay's words
    (SELECT group_concat(actor, ' ') FROM (SELECT actor FROM statement_actors
       WHERE statement = s.id AND role = 'holder' ORDER BY actor)) AS holders,  -- ids with blanks between; NULL: none
    (SELECT group_concat(actor, ' ') FROM (SELECT actor FROM statement_actors
       WHERE statement = s.id AND role = 'target' ORDER BY actor)) AS targets,  -- likewise
    s.document,
    s.line,
    s.document || ':' || s.line AS cite,        -- document:line
    s.modality,                                 -- asserted, conditional, attributed, negated
    s.coder,
    r.precision AS confidence                   -- the rule's measured precision; NULL: not measured
  FROM statements AS s LEFT JOIN rules AS r ON r.id = s.rule;

CREATE VIEW goals AS
  -- What an actor aims at.
  SELECT * FROM coded WHERE kind = 'goal';

CREATE VIEW interests AS
  -- What an actor has a stake in or gains from.
  SELECT * FROM coded WHERE kind = 'interest';

CREATE VIEW concerns AS
  -- What an actor fears or sees as a threat to itself.
  SELECT * FROM coded WHERE kind = 'concern';

CREATE VIEW challenges AS
  -- An obstacle, problem or risk that actors or a relationship face.
  SELECT * FROM coded WHERE kind = 'challenge';

CREATE VIEW commitments AS
  -- What an actor has bound itself to.
  SELECT * FROM coded WHERE kind = 'commitment';

CREATE VIEW needs AS
  -- What an actor must or should do.
  SELECT * FROM coded WHERE kind = 'need';

CREATE VIEW drivers AS
  -- What an outcome depends on.
  SELECT * FROM coded WHERE kind = 'driver';

CREATE VIEW outlooks AS
  -- What is predicted.
  SELECT * FROM coded WHERE kind = 'outlook';

CREATE VIEW positions AS
  -- A statement once for each of its holders, to filter and group by actor.
  SELECT a.actor,                               -- one holder
    c.*
  FROM coded AS c JOIN statement_actors AS a ON a.statement = c.id AND a.role = 'holder';

CREATE VIEW citations AS
  -- A statement beside the bytes of the essay that it cites.
  SELECT id, cite, quote, source,               -- source: documents.raw from start_byte to end_byte
    -- 1 where quote and source are the same, a line break or run of blanks counted as one blank.
    -- The marks char(1) shrink each run: ' ' becomes ' '+mark, mark+' ' goes, marks go.
    replace(replace(replace(replace(replace(replace(source, char(13), ' '), char(10), ' '), char(9), ' '),
        ' ', ' ' || char(1)), char(1) || ' ', ''), char(1), '')
    = replace(replace(replace(replace(replace(replace(quote, char(13), ' '), char(10), ' '), char(9), ' '),
        ' ', ' ' || char(1)), char(1) || ' ', ''), char(1), '') AS verbatim
  FROM (SELECT s.id, s.document || ':' || s.line AS cite, s.quote,
          CAST(substr(d.raw, s.start_byte + 1, s.end_byte - s.start_byte) AS TEXT) AS source
        FROM statements AS s JOIN documents AS d ON d.id = s.document);

CREATE VIEW ties AS
  -- A directed edge between two actors: the source holds statements that are about the target.
  SELECT h.actor AS source,
    t.actor AS target,
    s.kind,
    s.theme,
    s.document,
    count(*) AS weight                          -- number of statements
  FROM statements AS s
    JOIN statement_actors AS h ON h.statement = s.id AND h.role = 'holder'
    JOIN statement_actors AS t ON t.statement = s.id AND t.role = 'target'
  GROUP BY h.actor, t.actor, s.kind, s.theme, s.document;

CREATE VIEW affiliations AS
  -- An edge of the two-mode network of actors and themes.
  SELECT h.actor,
    s.theme,
    s.kind,
    count(*) AS weight                          -- number of statements that the actor holds
  FROM statements AS s JOIN statement_actors AS h ON h.statement = s.id AND h.role = 'holder'
  GROUP BY h.actor, s.theme, s.kind;

CREATE VIEW cooccurrences AS
  -- Two actors that are named in the same sentences.
  SELECT a.actor AS actor_a,                    -- the one whose id sorts first
    b.actor AS actor_b,
    count(DISTINCT a.sentence) AS sentences
  FROM mentions AS a JOIN mentions AS b ON b.sentence = a.sentence AND b.actor > a.actor
  GROUP BY a.actor, b.actor;

CREATE VIEW uncoded AS
  -- A sentence that yielded no statement, with the reason: what the rules may have missed. Headings and
  -- lead-ins are not among them: they speak through the lists below them.
  SELECT document,
    line,
    document || ':' || line AS cite,
    block,                                      -- paragraph, item, quotation, table
    outcome,                                    -- the reason
    text,
    id                                          -- of the sentence
  FROM sentences WHERE outcome NOT IN ('coded', 'heading', 'lead-in') AND block <> 'skipped';

CREATE VIEW unknown_actors AS
  -- An actor that no lexicon knows: proposed from the text, to be checked.
  SELECT a.name,
    (SELECT count(*) FROM mentions WHERE actor = a.id) AS count,  -- number of mentions
    coalesce((SELECT s.document || ':' || s.line FROM mentions AS m JOIN sentences AS s ON s.id = m.sentence
       WHERE m.actor = a.id ORDER BY s.document, m.start_byte LIMIT 1),
      (SELECT s.document || ':' || s.line FROM statement_actors AS p JOIN statements AS s ON s.id = p.statement
       WHERE p.actor = a.id ORDER BY s.document, s.start_byte LIMIT 1)) AS cite,  -- the first mention, else statement
    a.id AS actor
  FROM actors AS a WHERE a.origin = 'text';

CREATE VIEW orphans AS
  -- A review whose quote no longer stands in its document.
  SELECT r.id, r.document, r.coder, r.verdict, r.kind, r.quote, r.note
  FROM reviews AS r
  WHERE NOT EXISTS (SELECT 1 FROM statements AS s
      WHERE s.document = r.document AND s.kind = r.kind AND s.quote = r.quote)
    AND NOT EXISTS (SELECT 1 FROM sentences AS s
      WHERE s.document = r.document AND instr(s.text, r.quote) > 0);
