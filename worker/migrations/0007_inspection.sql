-- The inspection rounds of an agency, edition by edition; the latest edition of a part holds. Parts: the round itself and
-- its judgement (name ''), what a unit says of itself (name: the unit), a problem (name: its id; without document it is
-- withdrawn). Times are ISO instants in UTC.
CREATE TABLE inspection (
  agency    TEXT NOT NULL REFERENCES agency (agency),
  part      TEXT NOT NULL CHECK (part IN ('round', 'statement', 'problem', 'judgement')),
  round     TEXT NOT NULL,
  name      TEXT NOT NULL,
  number    INTEGER NOT NULL CHECK (number > 0),
  document  TEXT CHECK (document IS NULL OR json_valid(document)),
  edited_by TEXT NOT NULL,
  edited_at TEXT NOT NULL,
  CHECK (document IS NOT NULL OR part = 'problem'),
  PRIMARY KEY (agency, part, round, name, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER inspection_belongs_to_round BEFORE INSERT ON inspection
WHEN NEW.part <> 'round' AND NOT EXISTS (
  SELECT 1 FROM inspection r
  WHERE r.agency = NEW.agency AND r.part = 'round' AND r.round = NEW.round AND r.name = '')
BEGIN
  SELECT RAISE(ABORT, 'there is no such round');
END;

CREATE TRIGGER inspection_is_immutable BEFORE UPDATE ON inspection
BEGIN
  SELECT RAISE(ABORT, 'an edition of an inspection never changes; make another');
END;

CREATE TRIGGER inspection_is_kept BEFORE DELETE ON inspection
BEGIN
  SELECT RAISE(ABORT, 'an edition of an inspection is never deleted');
END;

-- Reminders made by the clock: each kind once for a due date of a problem.
CREATE TABLE problem_reminder (
  agency   TEXT NOT NULL REFERENCES agency (agency),
  round    TEXT NOT NULL,
  problem  TEXT NOT NULL,
  due_date TEXT NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('due-soon', 'overdue')),
  made_at  TEXT NOT NULL,
  PRIMARY KEY (agency, round, problem, due_date, kind)
) STRICT, WITHOUT ROWID;
