-- What the office decided, what was handed out, and the chain of everything that happened.
-- Times are ISO instants in UTC, days are ISO dates in Vietnam, hashes are SHA-256 in hex.

-- Every document an agency ever had, by its digest, so that an earlier consolidation can be made again as it was.
CREATE TABLE agency_edition (
  agency   TEXT NOT NULL REFERENCES agency (agency),
  digest   TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  PRIMARY KEY (agency, digest)
) STRICT, WITHOUT ROWID;

-- A dashboard code may read other agencies than its own.
CREATE TABLE coverage (
  access TEXT NOT NULL REFERENCES access (code_hash),
  agency TEXT NOT NULL REFERENCES agency (agency),
  PRIMARY KEY (access, agency)
) STRICT, WITHOUT ROWID;

-- The digest of the consolidation that a lock made final; NULL while the period is open.
ALTER TABLE period ADD COLUMN final TEXT;

CREATE TRIGGER submission_into_open_period BEFORE INSERT ON submission
WHEN NOT EXISTS (SELECT 1 FROM period p WHERE p.agency = NEW.agency AND p.period = NEW.period AND p.state = 'open')
BEGIN
  SELECT RAISE(ABORT, 'the period is not open');
END;

-- The office's decisions about a unit's revisions, in order. The latest about a revision holds.
CREATE TABLE review (
  agency      TEXT NOT NULL,
  period      TEXT NOT NULL,
  unit        TEXT NOT NULL,
  number      INTEGER NOT NULL CHECK (number > 0),
  revision    INTEGER NOT NULL,
  decision    TEXT NOT NULL CHECK (decision IN ('accept', 'return')),
  note        TEXT NOT NULL CHECK (decision = 'accept' OR note <> ''),
  reviewed_by TEXT NOT NULL,
  reviewed_at TEXT NOT NULL,
  PRIMARY KEY (agency, period, unit, number),
  FOREIGN KEY (agency, period, unit, revision) REFERENCES submission (agency, period, unit, revision)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER review_into_open_period BEFORE INSERT ON review
WHEN NOT EXISTS (SELECT 1 FROM period p WHERE p.agency = NEW.agency AND p.period = NEW.period AND p.state = 'open')
BEGIN
  SELECT RAISE(ABORT, 'the period is not open');
END;

CREATE TRIGGER review_of_newest BEFORE INSERT ON review
WHEN NEW.revision < (SELECT max(s.revision) FROM submission s
                     WHERE s.agency = NEW.agency AND s.period = NEW.period AND s.unit = NEW.unit)
BEGIN
  SELECT RAISE(ABORT, 'a newer revision is there');
END;

CREATE TRIGGER review_is_immutable BEFORE UPDATE ON review
BEGIN
  SELECT RAISE(ABORT, 'a review never changes; decide again');
END;

CREATE TRIGGER review_is_kept BEFORE DELETE ON review
BEGIN
  SELECT RAISE(ABORT, 'a review is never deleted');
END;

-- The office's own entries beside the units' figures. The latest for a place holds; one without value withdraws it.
-- `basis` is the merged value it was made upon: when that changes, the adjustment lapses.
CREATE TABLE adjustment (
  agency      TEXT NOT NULL,
  period      TEXT NOT NULL,
  number      INTEGER NOT NULL CHECK (number > 0),
  id          TEXT NOT NULL UNIQUE,
  place       TEXT NOT NULL,
  value       TEXT CHECK (value IS NULL OR json_valid(value)),
  basis       TEXT CHECK (basis IS NULL OR json_valid(basis)),
  reason      TEXT NOT NULL CHECK (reason <> ''),
  adjusted_by TEXT NOT NULL,
  adjusted_at TEXT NOT NULL,
  PRIMARY KEY (agency, period, number),
  FOREIGN KEY (agency, period) REFERENCES period (agency, period)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER adjustment_into_open_period BEFORE INSERT ON adjustment
WHEN NOT EXISTS (SELECT 1 FROM period p WHERE p.agency = NEW.agency AND p.period = NEW.period AND p.state = 'open')
BEGIN
  SELECT RAISE(ABORT, 'the period is not open');
END;

CREATE TRIGGER adjustment_is_immutable BEFORE UPDATE ON adjustment
BEGIN
  SELECT RAISE(ABORT, 'an adjustment never changes; make another');
END;

CREATE TRIGGER adjustment_is_kept BEFORE DELETE ON adjustment
BEGIN
  SELECT RAISE(ABORT, 'an adjustment is never deleted');
END;

-- Everything that happened in an agency, each entry holding the hash of the one before: UNIQUE (agency, prev) lets one
-- of two writers extend the chain, and the other tries again.
CREATE TABLE audit (
  agency TEXT NOT NULL REFERENCES agency (agency),
  seq    INTEGER NOT NULL CHECK (seq > 0),
  at     TEXT NOT NULL,
  actor  TEXT NOT NULL,
  name   TEXT NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  prev   TEXT NOT NULL,
  hash   TEXT NOT NULL,
  PRIMARY KEY (agency, seq),
  UNIQUE (agency, prev)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_is_immutable BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'an audit entry never changes');
END;

CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'an audit entry is never deleted');
END;

-- Heads of the chain as they were copied out of the database, one a day.
CREATE TABLE exported_head (
  agency TEXT NOT NULL REFERENCES agency (agency),
  day    TEXT NOT NULL,
  seq    INTEGER NOT NULL,
  hash   TEXT NOT NULL,
  PRIMARY KEY (agency, day)
) STRICT, WITHOUT ROWID;

-- What a consolidation that was handed out was made of; revisions never change, so it can be made again. `seq` is the
-- audit entry that recorded it.
CREATE TABLE snapshot (
  agency   TEXT NOT NULL,
  digest   TEXT NOT NULL,
  period   TEXT NOT NULL,
  inputs   TEXT NOT NULL CHECK (json_valid(inputs)),
  seq      INTEGER NOT NULL,
  taken_at TEXT NOT NULL,
  PRIMARY KEY (agency, digest),
  FOREIGN KEY (agency, period) REFERENCES period (agency, period),
  FOREIGN KEY (agency, seq) REFERENCES audit (agency, seq)
) STRICT, WITHOUT ROWID;

-- Days off besides Saturday and Sunday, as the agency set them.
CREATE TABLE holiday (
  agency TEXT NOT NULL REFERENCES agency (agency),
  day    TEXT NOT NULL,
  name   TEXT NOT NULL,
  PRIMARY KEY (agency, day)
) STRICT, WITHOUT ROWID;

-- Reminders made by the clock: each kind once for a unit in a period.
CREATE TABLE reminder (
  agency  TEXT NOT NULL,
  period  TEXT NOT NULL,
  unit    TEXT NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('due-soon', 'due-today', 'overdue')),
  made_at TEXT NOT NULL,
  PRIMARY KEY (agency, period, unit, kind),
  FOREIGN KEY (agency, unit) REFERENCES unit (agency, unit),
  FOREIGN KEY (agency, period) REFERENCES period (agency, period)
) STRICT, WITHOUT ROWID;
