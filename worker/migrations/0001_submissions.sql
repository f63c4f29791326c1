-- Who reports, with which forms, in which periods, and what was received. Every table of an agency names the agency.
-- Times are ISO instants in UTC, dates are ISO dates in Vietnam, hashes are SHA-256 in hex.

CREATE TABLE agency (
  agency   TEXT NOT NULL PRIMARY KEY,
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT, WITHOUT ROWID;

-- Keys only, so that nothing can be filed under a unit that never was; names and roles are in agency.document.
CREATE TABLE unit (
  agency TEXT NOT NULL REFERENCES agency (agency),
  unit   TEXT NOT NULL,
  PRIMARY KEY (agency, unit)
) STRICT, WITHOUT ROWID;

-- Forms and rules of a version, common to all agencies. A mistake is corrected by a new version.
CREATE TABLE catalogue (
  version        TEXT NOT NULL PRIMARY KEY,
  effective_from TEXT NOT NULL,
  effective_to   TEXT,
  digest         TEXT NOT NULL,
  document       TEXT NOT NULL CHECK (json_valid(document))
) STRICT;

CREATE INDEX catalogue_in_force ON catalogue (effective_from);

CREATE TRIGGER catalogue_is_immutable BEFORE UPDATE ON catalogue
BEGIN
  SELECT RAISE(ABORT, 'a catalogue version never changes');
END;

CREATE TRIGGER catalogue_is_kept BEFORE DELETE ON catalogue
BEGIN
  SELECT RAISE(ABORT, 'a catalogue version is never deleted');
END;

CREATE TABLE access (
  code_hash  TEXT NOT NULL PRIMARY KEY,
  agency     TEXT NOT NULL REFERENCES agency (agency),
  role       TEXT NOT NULL CHECK (role IN ('unit', 'clerk', 'dashboard', 'admin')),
  unit       TEXT,
  name       TEXT NOT NULL,
  issued_at  TEXT NOT NULL,
  revoked_at TEXT,
  CHECK ((role = 'unit') = (unit IS NOT NULL)),
  FOREIGN KEY (agency, unit) REFERENCES unit (agency, unit)
) STRICT, WITHOUT ROWID;

CREATE INDEX access_of_agency ON access (agency, role);

-- expires_at slides with use and never passes ends_at.
CREATE TABLE session (
  token_hash TEXT NOT NULL PRIMARY KEY,
  agency     TEXT NOT NULL REFERENCES agency (agency),
  access     TEXT NOT NULL REFERENCES access (code_hash),
  expires_at TEXT NOT NULL,
  ends_at    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_access ON session (access);
CREATE INDEX session_by_expiry ON session (expires_at);

-- A period keeps the catalogue that was in force when it was opened. `note` says why it was last locked or reopened.
CREATE TABLE period (
  agency      TEXT NOT NULL REFERENCES agency (agency),
  period      TEXT NOT NULL,
  window_from TEXT NOT NULL,
  window_to   TEXT NOT NULL CHECK (window_to >= window_from),
  due_date    TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('open', 'locked')),
  note        TEXT NOT NULL DEFAULT '',
  catalogue   TEXT NOT NULL REFERENCES catalogue (version),
  opened_at   TEXT NOT NULL,
  PRIMARY KEY (agency, period)
) STRICT, WITHOUT ROWID;

-- What a unit filed, as filed: `body` is the canonical JSON whose SHA-256 is `digest`, `report` what the check said then.
-- The id is made by the client, so a repeated request is the same submission; UNIQUE lets one of two writers win.
CREATE TABLE submission (
  id          TEXT NOT NULL PRIMARY KEY,
  agency      TEXT NOT NULL,
  period      TEXT NOT NULL,
  unit        TEXT NOT NULL,
  revision    INTEGER NOT NULL CHECK (revision > 0),
  based_on    INTEGER CHECK (based_on = revision - 1 OR (based_on IS NULL AND revision = 1)),
  digest      TEXT NOT NULL,
  received_at TEXT NOT NULL,
  prepared_by TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  body        TEXT NOT NULL CHECK (json_valid(body)),
  report      TEXT NOT NULL CHECK (json_valid(report)),
  UNIQUE (agency, period, unit, revision),
  FOREIGN KEY (agency, unit) REFERENCES unit (agency, unit),
  FOREIGN KEY (agency, period) REFERENCES period (agency, period)
) STRICT;

CREATE TRIGGER submission_is_immutable BEFORE UPDATE ON submission
BEGIN
  SELECT RAISE(ABORT, 'a submission never changes; submit a new revision');
END;

CREATE TRIGGER submission_is_kept BEFORE DELETE ON submission
BEGIN
  SELECT RAISE(ABORT, 'a submission is never deleted');
END;
