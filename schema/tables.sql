-- The tables of a steppe database. Any SQLite from 3.38 on reads them; no code of ours is needed.
--
-- Comments stand inside the statements, since SQLite keeps those: `.schema` shows them, and the
-- documentation is made from them. The first comment of a table says what a row is, the others
-- say what a column holds.
--
-- Places are half-open byte ranges [start_byte, end_byte) into documents.raw, the file as it was
-- on disk (byte order mark, markup and entities counted). Lines are 1-based and end at LF.
-- Nothing here holds a clock or a random number: equal loads give equal bytes.

CREATE TABLE meta (
  -- A fact about this file: which schema it follows, which program made it.
  key    TEXT PRIMARY KEY,   -- 'schema', 'generator'
  value  TEXT NOT NULL       -- '1', 'steppe 0.1.0'
) STRICT, WITHOUT ROWID;

CREATE TABLE coders (
  -- Who or what coded statements: the rules, a person, another program.
  id       TEXT PRIMARY KEY,  -- 'rules', or the name of a person
  type     TEXT NOT NULL CHECK (type IN ('rules', 'human', 'import')),
  version  TEXT,              -- of the rules: the program's version
  note     TEXT               -- free text
) STRICT, WITHOUT ROWID;

CREATE TABLE kinds (
  -- A kind of statement, as the codebook defines it.
  id          TEXT PRIMARY KEY,  -- goal, interest, concern, challenge, commitment, need, driver, outlook
  label       TEXT NOT NULL,     -- plural, for headings
  definition  TEXT NOT NULL,     -- what counts as one
  ordinal     INTEGER NOT NULL   -- order of display
) STRICT, WITHOUT ROWID;

CREATE TABLE themes (
  -- A field of policy that statements belong to, as the codebook defines it.
  id          TEXT PRIMARY KEY,        -- economic, security, political, ...
  parent      TEXT REFERENCES themes,  -- the wider theme; NULL at the top
  label       TEXT NOT NULL,           -- for headings
  definition  TEXT NOT NULL,           -- what belongs to it
  ordinal     INTEGER NOT NULL         -- order of display
) STRICT, WITHOUT ROWID;

CREATE TABLE rules (
  -- A rule that decided on statements; statements.rule names it.
  id         TEXT PRIMARY KEY,       -- stable from release to release
  kind       TEXT REFERENCES kinds,  -- NULL: the kind comes from a heading or lead-in
  pattern    TEXT NOT NULL,          -- what it looks for
  example    TEXT,                   -- a sentence with the text that it takes in [brackets]
  support    INTEGER,                -- how often it fired on the reference essays; NULL: not measured
  precision  REAL                    -- how often it was right there, 0 to 1; NULL: not measured
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  -- An essay, with its bytes: the file proves its own citations.
  id      TEXT PRIMARY KEY,     -- file stem in lower case, or the id that the user gave
  title   TEXT,                 -- from the user or the essay itself
  author  TEXT,                 -- likewise
  date    TEXT,                 -- likewise, as written
  source  TEXT,                 -- the file or address it was loaded from
  format  TEXT NOT NULL CHECK (format IN ('text', 'markdown', 'html')),
  sha256  TEXT NOT NULL,        -- of raw, in hexadecimal
  coding  TEXT NOT NULL,        -- SHA-256 of what was read from it; a load that finds the same changes nothing
  raw     BLOB NOT NULL         -- the file, byte by byte
  -- Not WITHOUT ROWID like the others: there, each look-up of an id would read all of raw, and an
  -- essay of 1 MB with 20,000 sentences took 6 s to load instead of 1.
) STRICT;

CREATE TABLE sections (
  -- A heading and what stands under it.
  id        INTEGER PRIMARY KEY,
  document  TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  parent    INTEGER REFERENCES sections,  -- the section around it; NULL at the top
  level     INTEGER NOT NULL,             -- 1 = most general
  heading   TEXT,                         -- its words
  line      INTEGER NOT NULL              -- of the heading
) STRICT;

CREATE TABLE sentences (
  -- A sentence, heading or sentence of a list item: coded, or with the reason why not.
  id          INTEGER PRIMARY KEY,
  document    TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  section     INTEGER REFERENCES sections,  -- NULL: before the first heading
  line        INTEGER NOT NULL,             -- where it starts
  start_byte  INTEGER NOT NULL,             -- in documents.raw
  end_byte    INTEGER NOT NULL CHECK (end_byte > start_byte),  -- in documents.raw, exclusive
  block       TEXT NOT NULL,                -- heading, paragraph, item, quotation, table, skipped
  text        TEXT NOT NULL,                -- visible text: tags dropped, entities decoded, line breaks as blanks
  outcome     TEXT NOT NULL,                -- 'coded', or why it yielded nothing: heading, lead-in, no-cue (says
                                            -- nothing that a rule knows), no-holder (a stance of nobody known),
                                            -- no-lead-in (an item below nothing), question, announces (“three
                                            -- problems”), not-prose (a table, a quotation), apparatus (notes,
                                            -- references), skipped
  UNIQUE (document, start_byte)
) STRICT;

CREATE TABLE actors (
  -- A state, organization, region or other actor that a document names, or a member of one.
  id      TEXT PRIMARY KEY,  -- ISO 3166-1 alpha-3 for states, else lower case with hyphens
  name    TEXT NOT NULL,     -- usual English name
  type    TEXT NOT NULL,     -- state, organization, region, group, historical, non-state, unknown
  iso3    TEXT UNIQUE,       -- ISO 3166-1 alpha-3; NULL for all but states
  origin  TEXT NOT NULL      -- 'built-in', 'lexicon' (a user's file) or 'text' (proposed from an essay)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor_aliases (
  -- A way to name an actor.
  alias  TEXT NOT NULL COLLATE NOCASE,         -- 'Moscow', 'Russian', 'EU'
  actor  TEXT NOT NULL REFERENCES actors,
  form   TEXT NOT NULL,                        -- name, adjective, people, seat, acronym, role
  PRIMARY KEY (alias, actor, form)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor_members (
  -- Membership of one actor in another: a state in an organization, region or group.
  actor   TEXT NOT NULL REFERENCES actors,  -- the group
  member  TEXT NOT NULL REFERENCES actors,  -- who belongs to it
  since   TEXT,                             -- date of entry; NULL: not known
  until   TEXT,                             -- date of exit; NULL: still in, or not known
  PRIMARY KEY (actor, member)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
  -- A place where an actor is named or referred to.
  id          INTEGER PRIMARY KEY,
  sentence    INTEGER NOT NULL REFERENCES sentences ON DELETE CASCADE,
  actor       TEXT REFERENCES actors,        -- who is meant; NULL: not resolved
  start_byte  INTEGER NOT NULL,              -- in documents.raw
  end_byte    INTEGER NOT NULL,              -- in documents.raw, exclusive
  form        TEXT NOT NULL,                 -- name, adjective, people, seat, acronym, role, pronoun, description
  antecedent  INTEGER REFERENCES mentions    -- what a pronoun was resolved from
) STRICT;

CREATE TABLE statements (
  -- One coded statement. The view `coded` shows it with holders, targets and citation.
  id           INTEGER PRIMARY KEY,   -- in document order; a re-load gives new ones
  fingerprint  TEXT NOT NULL UNIQUE,  -- same document, kind and words: same value, also after a re-load
  document     TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  sentence     INTEGER REFERENCES sentences ON DELETE CASCADE,  -- where it stands
  kind         TEXT NOT NULL REFERENCES kinds,
  theme        TEXT NOT NULL REFERENCES themes,
  quote        TEXT NOT NULL,         -- visible text, as in the essay
  line         INTEGER NOT NULL,      -- where the quote starts
  start_byte   INTEGER NOT NULL,      -- in documents.raw
  end_byte     INTEGER NOT NULL CHECK (end_byte > start_byte),  -- in documents.raw, exclusive
  modality     TEXT NOT NULL DEFAULT 'asserted',  -- asserted, conditional, attributed, negated
  coder        TEXT NOT NULL REFERENCES coders,
  rule         TEXT REFERENCES rules  -- which decided; NULL for a human's
) STRICT;

CREATE TABLE statement_actors (
  -- An actor's part in a statement. Many statements have several holders, some have none.
  statement  INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
  role       TEXT NOT NULL CHECK (role IN ('holder', 'target', 'speaker')),
  actor      TEXT NOT NULL REFERENCES actors,
  mention    INTEGER REFERENCES mentions,  -- the words that say so; NULL: the document as a whole
  PRIMARY KEY (statement, role, actor)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement_spans (
  -- A piece of the text that led to a statement, or a piece of its quote.
  statement   INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
  role        TEXT NOT NULL,     -- cue, lead-in, heading, subject; text: the quote, where markup or a line break cuts it
  start_byte  INTEGER NOT NULL,  -- in documents.raw
  end_byte    INTEGER NOT NULL,  -- in documents.raw, exclusive
  PRIMARY KEY (statement, role, start_byte, end_byte)
) STRICT, WITHOUT ROWID;

CREATE TABLE reviews (
  -- A coder's verdict on a statement. It names the words, not a row, and so outlives a re-load.
  id        INTEGER PRIMARY KEY,
  document  TEXT NOT NULL,             -- id of a document, which may be gone
  coder     TEXT NOT NULL REFERENCES coders,
  verdict   TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'change', 'add')),
  kind      TEXT NOT NULL REFERENCES kinds,
  quote     TEXT NOT NULL,             -- the statement's words
  prefix    TEXT NOT NULL DEFAULT '',  -- the words before it, to tell equal quotes apart
  suffix    TEXT NOT NULL DEFAULT '',  -- the words after it
  change    TEXT CHECK (change IS NULL OR json_valid(change)),  -- what to set instead: a JSON object
  note      TEXT                       -- free text
) STRICT;

CREATE TABLE reports (
  -- A canned report. Any SQLite tool that binds named parameters can run it.
  name   TEXT PRIMARY KEY,  -- 'compare'
  title  TEXT NOT NULL,     -- one line
  about  TEXT NOT NULL,     -- what it answers
  sql    TEXT NOT NULL      -- one SELECT, with the comment header that the rest is read from
) STRICT, WITHOUT ROWID;

CREATE TABLE report_params (
  -- A parameter of a report. Bind `fallback` where you have no value: NULL means no restriction.
  report       TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
  name         TEXT NOT NULL,     -- bound as :name
  ordinal      INTEGER NOT NULL,  -- order of display
  type         TEXT NOT NULL,     -- text, int, real, date, bool; list: a JSON array as text
  required     INTEGER NOT NULL CHECK (required IN (0, 1)),  -- 1: without a value there are no rows
  fallback     TEXT,              -- what to bind by default
  choices_sql  TEXT,              -- SELECT id, label of the values to choose from; NULL: any
  help         TEXT,              -- one line
  PRIMARY KEY (report, name)
) STRICT, WITHOUT ROWID;

-- For reports.
CREATE INDEX statements_by_document ON statements (document, line);
CREATE INDEX statements_by_code ON statements (kind, theme);
CREATE INDEX statement_actors_by_actor ON statement_actors (actor, role, statement);
CREATE INDEX mentions_by_actor ON mentions (actor, sentence);
CREATE INDEX actor_aliases_by_actor ON actor_aliases (actor);

-- For foreign keys: without them, replacing one document would scan a whole table for each row
-- that goes.
CREATE INDEX sections_by_document ON sections (document);
CREATE INDEX sections_by_parent ON sections (parent) WHERE parent IS NOT NULL;
CREATE INDEX sentences_by_section ON sentences (section);
CREATE INDEX mentions_by_sentence ON mentions (sentence);
CREATE INDEX mentions_by_antecedent ON mentions (antecedent) WHERE antecedent IS NOT NULL;
CREATE INDEX statements_by_sentence ON statements (sentence);
CREATE INDEX statements_by_rule ON statements (rule);
CREATE INDEX statement_actors_by_mention ON statement_actors (mention) WHERE mention IS NOT NULL;
CREATE INDEX actor_members_by_member ON actor_members (member);

-- Full text search over sentences.text: rowid is sentences.id. The words are stored once, in
-- sentences; whoever deletes a sentence tells this table (see FTS5, "External Content Tables").
CREATE VIRTUAL TABLE sentences_fts USING fts5 (
  text, content='sentences', content_rowid='id', tokenize="unicode61 remove_diacritics 2");
