-- Agencies on their way between databases. 'leaving' until its copy elsewhere is whole, then 'left': the rows stay as
-- evidence and the agency is at work in `goes_to`. 'arriving' while rows come in from `came_from`, where it is still at
-- work, then 'arrived'. An agency without a row here was admitted here and never moved.
CREATE TABLE agency_move (
  agency     TEXT NOT NULL PRIMARY KEY,
  state      TEXT NOT NULL CHECK (state IN ('leaving', 'left', 'arriving', 'arrived')),
  goes_to    TEXT CHECK (goes_to IS NOT NULL OR state NOT IN ('leaving', 'left')),
  came_from  TEXT CHECK (came_from IS NOT NULL OR state NOT IN ('arriving', 'arrived')),
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every change is one transaction with its entry, so what takes no entry takes no change: nothing is acknowledged here
-- once the copying has begun.
CREATE TRIGGER audit_of_moving_agency BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM agency_move m WHERE m.agency = NEW.agency AND m.state IN ('leaving', 'left'))
BEGIN
  SELECT RAISE(ABORT, 'the agency is moving');
END;

-- Rows that arrive were let in where they came from, in an order of their own; for everybody else the triggers are as before.
DROP TRIGGER submission_into_open_period;
CREATE TRIGGER submission_into_open_period BEFORE INSERT ON submission
WHEN NOT EXISTS (SELECT 1 FROM period p WHERE p.agency = NEW.agency AND p.period = NEW.period AND p.state = 'open')
 AND NOT EXISTS (SELECT 1 FROM agency_move m WHERE m.agency = NEW.agency AND m.state = 'arriving')
BEGIN
  SELECT RAISE(ABORT, 'the period is not open');
END;

DROP TRIGGER review_into_open_period;
CREATE TRIGGER review_into_open_period BEFORE INSERT ON review
WHEN NOT EXISTS (SELECT 1 FROM period p WHERE p.agency = NEW.agency AND p.period = NEW.period AND p.state = 'open')
 AND NOT EXISTS (SELECT 1 FROM agency_move m WHERE m.agency = NEW.agency AND m.state = 'arriving')
BEGIN
  SELECT RAISE(ABORT, 'the period is not open');
END;

DROP TRIGGER review_of_newest;
CREATE TRIGGER review_of_newest BEFORE INSERT ON review
WHEN NEW.revision < (SELECT max(s.revision) FROM submission s
                     WHERE s.agency = NEW.agency AND s.period = NEW.period AND s.unit = NEW.unit)
 AND NOT EXISTS (SELECT 1 FROM agency_move m WHERE m.agency = NEW.agency AND m.state = 'arriving')
BEGIN
  SELECT RAISE(ABORT, 'a newer revision is there');
END;

DROP TRIGGER adjustment_into_open_period;
CREATE TRIGGER adjustment_into_open_period BEFORE INSERT ON adjustment
WHEN NOT EXISTS (SELECT 1 FROM period p WHERE p.agency = NEW.agency AND p.period = NEW.period AND p.state = 'open')
 AND NOT EXISTS (SELECT 1 FROM agency_move m WHERE m.agency = NEW.agency AND m.state = 'arriving')
BEGIN
  SELECT RAISE(ABORT, 'the period is not open');
END;

DROP TRIGGER inspection_belongs_to_round;
CREATE TRIGGER inspection_belongs_to_round BEFORE INSERT ON inspection
WHEN NEW.part <> 'round' AND NOT EXISTS (
  SELECT 1 FROM inspection r
  WHERE r.agency = NEW.agency AND r.part = 'round' AND r.round = NEW.round AND r.name = '')
 AND NOT EXISTS (SELECT 1 FROM agency_move m WHERE m.agency = NEW.agency AND m.state = 'arriving')
BEGIN
  SELECT RAISE(ABORT, 'there is no such round');
END;

-- Telling webhooks goes without entries. On the way nobody is told: a claim changes nothing and so is nobody's, what is
-- told at this very moment is told again from where the agency arrives, and entries that arrive wake nobody.
CREATE TRIGGER webhook_progress_of_moving_agency BEFORE UPDATE ON webhook_progress
WHEN EXISTS (SELECT 1 FROM agency_move m WHERE m.agency = NEW.agency AND m.state <> 'arrived')
BEGIN
  SELECT RAISE(IGNORE);
END;

CREATE TRIGGER webhook_delivery_of_moving_agency BEFORE INSERT ON webhook_delivery
WHEN EXISTS (SELECT 1 FROM agency_move m WHERE m.agency = NEW.agency AND m.state IN ('leaving', 'left'))
BEGIN
  SELECT RAISE(IGNORE);
END;

CREATE TRIGGER webhook_delivery_is_kept_on_the_way BEFORE DELETE ON webhook_delivery
WHEN EXISTS (SELECT 1 FROM agency_move m WHERE m.agency = OLD.agency AND m.state IN ('leaving', 'left'))
BEGIN
  SELECT RAISE(IGNORE);
END;
