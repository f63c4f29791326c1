-- Figures of years before the system, typed from papers of their time. The latest of a year holds; one without figures
-- withdraws them. `source` is the document they are taken from.
CREATE TABLE past_year (
  agency     TEXT NOT NULL REFERENCES agency (agency),
  year       INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  number     INTEGER NOT NULL CHECK (number > 0),
  source     TEXT NOT NULL CHECK (source <> ''),
  figures    TEXT NOT NULL CHECK (json_valid(figures)),
  written_by TEXT NOT NULL,
  written_at TEXT NOT NULL,
  PRIMARY KEY (agency, year, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER past_year_is_immutable BEFORE UPDATE ON past_year
BEGIN
  SELECT RAISE(ABORT, 'figures of a past year never change; write them anew');
END;

CREATE TRIGGER past_year_is_kept BEFORE DELETE ON past_year
BEGIN
  SELECT RAISE(ABORT, 'figures of a past year are never deleted');
END;
