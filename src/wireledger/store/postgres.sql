-- The ledger of a team, in a schema of its own. Rows are only added; of `entries` only `closed` is ever set, once.
-- The order of names is that of their bytes (COLLATE "C"), as in SQLite. Bodies may be too long for an index: their
-- digest stands in for them.
CREATE TABLE ledger (
  only_row BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (only_row), schema_number INTEGER NOT NULL, revision BIGINT NOT NULL
);
CREATE TABLE reports (
  id TEXT COLLATE "C" PRIMARY KEY, name TEXT COLLATE "C" NOT NULL, digest TEXT NOT NULL, body TEXT NOT NULL,
  added TEXT COLLATE "C" NOT NULL, UNIQUE (name, digest)
);
CREATE TABLE claims (
  id TEXT COLLATE "C" PRIMARY KEY, report TEXT COLLATE "C" NOT NULL REFERENCES reports (id), start INTEGER NOT NULL,
  body TEXT NOT NULL
);
-- What was read in a report once, and is no more.
CREATE TABLE past_claims (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id TEXT COLLATE "C" NOT NULL, body TEXT NOT NULL,
  closed TEXT COLLATE "C" NOT NULL
);
CREATE INDEX past_claims_by_id ON past_claims (id, number);
CREATE INDEX claims_by_place ON claims (report, start, id);
CREATE TABLE judgements (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body TEXT NOT NULL
);
CREATE UNIQUE INDEX judgements_once ON judgements (md5(body));
CREATE TABLE problems (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body TEXT NOT NULL, noted TEXT COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX problems_once ON problems (md5(body));
CREATE TABLE entries (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id TEXT COLLATE "C" NOT NULL,
  first_reported TEXT COLLATE "C" NOT NULL, first_claim TEXT COLLATE "C" NOT NULL, body TEXT NOT NULL,
  recorded TEXT COLLATE "C" NOT NULL, closed TEXT COLLATE "C"
);
CREATE UNIQUE INDEX entries_now ON entries (id) WHERE closed IS NULL;
CREATE INDEX entries_ever ON entries (id, number);
CREATE INDEX entries_in_order ON entries (first_reported, id) WHERE closed IS NULL;
-- What is worked out from the above and may be made anew: which entry a claim stands in, and which voice a report is.
CREATE TABLE holders (
  claim TEXT COLLATE "C" NOT NULL, entry TEXT COLLATE "C" NOT NULL, checks INTEGER NOT NULL,
  PRIMARY KEY (claim, checks, entry)
);
CREATE INDEX holders_by_entry ON holders (entry);
CREATE TABLE voices (
  report TEXT COLLATE "C" PRIMARY KEY, voice TEXT COLLATE "C" NOT NULL
);
-- Numbers under which names are found again: of claims and reports that one more report may concern.
CREATE TABLE marks (
  number BIGINT NOT NULL, day TEXT COLLATE "C" NOT NULL, report TEXT COLLATE "C" NOT NULL, anchor INTEGER NOT NULL,
  start INTEGER NOT NULL, name TEXT COLLATE "C" NOT NULL, PRIMARY KEY (number, day, report, anchor, start, name)
);
-- What a line looks like to a claim that comes, by the first claim of the line.
CREATE TABLE faces (
  line TEXT COLLATE "C" PRIMARY KEY, body TEXT NOT NULL
);
