-- The ledger on one machine. Rows are only added; of `entries` only `closed` is ever set, once.
CREATE TABLE reports (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL, body TEXT NOT NULL, added TEXT NOT NULL,
  UNIQUE (name, digest)
) STRICT, WITHOUT ROWID;
CREATE TABLE claims (
  id TEXT PRIMARY KEY, report TEXT NOT NULL REFERENCES reports (id), start INTEGER NOT NULL, body TEXT NOT NULL
) STRICT;
-- What was read in a report once, and is no more.
CREATE TABLE past_claims (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, body TEXT NOT NULL, closed TEXT NOT NULL
) STRICT;
CREATE INDEX past_claims_by_id ON past_claims (id, number);
CREATE INDEX claims_by_place ON claims (report, start, id);
CREATE TABLE judgements (
  number INTEGER PRIMARY KEY, body TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE problems (
  number INTEGER PRIMARY KEY, body TEXT NOT NULL UNIQUE, noted TEXT NOT NULL
) STRICT;
CREATE TABLE entries (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, first_reported TEXT NOT NULL, first_claim TEXT NOT NULL,
  body TEXT NOT NULL, recorded TEXT NOT NULL, closed TEXT
) STRICT;
CREATE UNIQUE INDEX entries_now ON entries (id) WHERE closed IS NULL;
CREATE INDEX entries_ever ON entries (id, number);
CREATE INDEX entries_in_order ON entries (first_reported, id) WHERE closed IS NULL;
-- What is worked out from the above and may be made anew: which entry a claim stands in, and which voice a report is.
CREATE TABLE holders (
  claim TEXT NOT NULL, entry TEXT NOT NULL, checks INTEGER NOT NULL, PRIMARY KEY (claim, checks, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX holders_by_entry ON holders (entry);
CREATE TABLE voices (
  report TEXT PRIMARY KEY, voice TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- Numbers under which names are found again: of claims and reports that one more report may concern.
CREATE TABLE marks (
  number INTEGER NOT NULL, day TEXT NOT NULL, report TEXT NOT NULL, anchor INTEGER NOT NULL,
  start INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (number, day, report, anchor, start, name)
) STRICT, WITHOUT ROWID;
-- What a line looks like to a claim that comes, by the first claim of the line.
CREATE TABLE faces (
  line TEXT PRIMARY KEY, body TEXT NOT NULL
) STRICT;
