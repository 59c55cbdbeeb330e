-- The tables of casualties, evidence, claims, actors, places and dates are made from libya_news.exporting.flat.

-- What the file is: licence, versions, how many tables mean what.
CREATE TABLE metadata (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- Every column with its type and its meaning.
CREATE TABLE columns (
  "table" TEXT NOT NULL,
  "column" TEXT NOT NULL,
  type TEXT NOT NULL,
  description TEXT NOT NULL,
  PRIMARY KEY ("table", "column")
) STRICT;

-- Inputs, lines and stories that gave no record.
CREATE TABLE errors (
  id INTEGER PRIMARY KEY,
  run TEXT NOT NULL,
  input TEXT NOT NULL,
  line INTEGER,
  offset INTEGER,
  code TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT;

-- The options of each run, by their digest.
CREATE TABLE runs (run TEXT PRIMARY KEY, options TEXT NOT NULL) STRICT;

-- How far each input was read.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  run TEXT NOT NULL REFERENCES runs (run),
  input TEXT NOT NULL,
  nth INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  line INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  done INTEGER NOT NULL
) STRICT;

-- Each record whole, as JSON; article.text is null and stands in articles.
CREATE TABLE records (
  article_key TEXT PRIMARY KEY REFERENCES articles (article_key) ON DELETE CASCADE,
  record TEXT NOT NULL
) STRICT;

CREATE INDEX articles_id ON articles (article_id);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX casualties_place ON casualties (place_id, date_start);
CREATE INDEX casualties_date ON casualties (date_start);
CREATE INDEX casualties_side ON casualties (victim_side);
CREATE INDEX casualties_source ON casualties (source_kind);
CREATE INDEX claims_speaker ON claims (speaker_kind);
CREATE INDEX places_id ON places (place_id);
CREATE INDEX actors_id ON actors (actor_id);

-- Full-text search: SELECT ... FROM articles_fts WHERE articles_fts MATCH 'sirte AND shelling'.
CREATE VIRTUAL TABLE articles_fts USING fts5 (
  headline, text, content="articles", content_rowid="id", tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER articles_ai AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts (rowid, headline, text) VALUES (new.id, new.headline, new.text);
END;
CREATE TRIGGER articles_ad AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, headline, text) VALUES ('delete', old.id, old.headline, old.text);
END;
CREATE TRIGGER articles_au AFTER UPDATE ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, headline, text) VALUES ('delete', old.id, old.headline, old.text);
  INSERT INTO articles_fts (rowid, headline, text) VALUES (new.id, new.headline, new.text);
END;

-- Each casualty with the words that it rests on.
CREATE VIEW casualties_with_evidence AS
SELECT
  c.article_key, c.article_id, c.casualty_id, c.harm, c.low, c.high, c.qualifier, c.stated, c.victim_description, c.victim_side,
  c.place_name, c.latitude, c.longitude, c.date_start, c.date_end,
  e.field, e.basis, e.exact, e.start, e."end", a.headline, a.url
FROM casualties AS c
JOIN evidence AS e USING (article_key, casualty_id)
JOIN articles AS a USING (article_key);

-- Each casualty with who says so: the newspaper itself where there is no claim.
CREATE VIEW casualties_with_sources AS
SELECT
  c.article_key, c.article_id, c.casualty_id, c.harm, c.low, c.high, c.qualifier, c.victim_description, c.victim_side,
  c.place_name, c.latitude, c.longitude, c.date_start, c.date_end,
  CASE WHEN c.claim_id IS NULL THEN 'newspaper' ELSE c.source_kind END AS source_kind,
  c.source_description, c.source_actor, c.source_side,
  cl.claim_id, cl.content AS claim, cl.polarity, cl.certainty,
  c.quote, a.headline, a.outlet, a.published, a.url
FROM casualties AS c
JOIN articles AS a USING (article_key)
LEFT JOIN claims AS cl ON cl.article_key = c.article_key AND cl.claim_id = c.claim_id;

-- Claims that deny another claim of the same story.
CREATE VIEW denials AS
SELECT
  d.article_key, d.article_id, d.claim_id, d.speaker_description, d.speaker_kind, d.content,
  c.claim_id AS denied_claim_id, c.speaker_description AS denied_speaker, c.speaker_kind AS denied_speaker_kind,
  c.content AS denied_content, a.headline, a.url
FROM claims AS d
JOIN claims AS c ON c.article_key = d.article_key AND c.claim_id = d.denies
JOIN articles AS a ON a.article_key = d.article_key;
