-- The agency's own word on a rule of the catalogue: the latest of a rule holds, "from" and "until" are days of the ends of
-- periods' windows. What was judged before stays as it was judged.
CREATE TABLE rule_change (
  agency      TEXT NOT NULL REFERENCES agency (agency),
  rule        TEXT NOT NULL,
  number      INTEGER NOT NULL CHECK (number > 0),
  status      TEXT NOT NULL CHECK (status IN ('draft', 'rehearsal', 'active', 'off')),
  valid_from  TEXT,
  valid_until TEXT,
  reason      TEXT NOT NULL CHECK (reason <> ''),
  changed_by  TEXT NOT NULL,
  changed_at  TEXT NOT NULL,
  PRIMARY KEY (agency, rule, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER rule_change_is_immutable BEFORE UPDATE ON rule_change
BEGIN
  SELECT RAISE(ABORT, 'a rule change never changes; make another');
END;

CREATE TRIGGER rule_change_is_kept BEFORE DELETE ON rule_change
BEGIN
  SELECT RAISE(ABORT, 'a rule change is never deleted');
END;

-- Groups declared to stand outside a ratio. The latest entry of a name holds; one without document withdraws it.
CREATE TABLE exclusion (
  agency     TEXT NOT NULL REFERENCES agency (agency),
  id         TEXT NOT NULL,
  number     INTEGER NOT NULL CHECK (number > 0),
  document   TEXT CHECK (document IS NULL OR json_valid(document)),
  written_by TEXT NOT NULL,
  written_at TEXT NOT NULL,
  PRIMARY KEY (agency, id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER exclusion_is_immutable BEFORE UPDATE ON exclusion
BEGIN
  SELECT RAISE(ABORT, 'an exclusion never changes; write another');
END;

CREATE TRIGGER exclusion_is_kept BEFORE DELETE ON exclusion
BEGIN
  SELECT RAISE(ABORT, 'an exclusion is never deleted');
END;
