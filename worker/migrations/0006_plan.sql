-- The reform plan of an agency, by the first year it is for and the edition of that year. The latest edition of a year
-- holds; of several years the plan that began last. An edition is an input of consolidations, so it never changes.
CREATE TABLE plan (
  agency     TEXT NOT NULL REFERENCES agency (agency),
  year       INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  number     INTEGER NOT NULL CHECK (number > 0),
  until      INTEGER NOT NULL CHECK (until >= year),
  document   TEXT NOT NULL CHECK (json_valid(document)),
  digest     TEXT NOT NULL,
  written_by TEXT NOT NULL,
  written_at TEXT NOT NULL,
  PRIMARY KEY (agency, year, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER plan_is_immutable BEFORE UPDATE ON plan
BEGIN
  SELECT RAISE(ABORT, 'an edition of a plan never changes; write another');
END;

CREATE TRIGGER plan_is_kept BEFORE DELETE ON plan
BEGIN
  SELECT RAISE(ABORT, 'an edition of a plan is never deleted');
END;
