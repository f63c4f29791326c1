-- Addresses of other systems that are told of changes. The administrator adds and removes them; rows stay, because entries of
-- the chain tell of them. No secret is here: it is derived from the server's key, which is none of the database's, and
-- `edition`; `key_mark` only tells that key from another.
CREATE TABLE webhook (
  agency     TEXT NOT NULL REFERENCES agency (agency),
  id         TEXT NOT NULL,
  url        TEXT NOT NULL CHECK (url <> ''),
  events     TEXT NOT NULL CHECK (json_valid(events)),
  added_at   TEXT NOT NULL,
  edition    INTEGER NOT NULL CHECK (edition > 0),
  key_mark   TEXT NOT NULL,
  -- when this edition began; the one before signs along for a while
  renewed_at TEXT NOT NULL,
  removed_at TEXT,
  PRIMARY KEY (agency, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX webhook_once ON webhook (agency, url) WHERE removed_at IS NULL;

CREATE TRIGGER webhook_is_kept BEFORE DELETE ON webhook
BEGIN
  SELECT RAISE(ABORT, 'a webhook is never deleted; remove it');
END;

CREATE TRIGGER webhook_says_the_same BEFORE UPDATE ON webhook
WHEN NEW.agency <> OLD.agency OR NEW.id <> OLD.id OR NEW.url <> OLD.url OR NEW.events <> OLD.events
  OR NEW.added_at <> OLD.added_at OR NEW.edition < OLD.edition OR OLD.removed_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a webhook never changes; remove it and add another');
END;

-- How far each was told: every entry of the audit up to `seq`. What is waiting are the entries themselves, so nothing can be
-- lost between the two. `next_try_at` is null while there is nothing to tell; whoever tells holds it until `claimed_until`.
CREATE TABLE webhook_progress (
  agency        TEXT NOT NULL,
  id            TEXT NOT NULL,
  seq           INTEGER NOT NULL,
  state         TEXT NOT NULL CHECK (state IN ('active', 'paused', 'stopped', 'removed')),
  failures      INTEGER NOT NULL,
  failing_since TEXT,
  next_try_at   TEXT,
  claimed_until TEXT,
  PRIMARY KEY (agency, id),
  FOREIGN KEY (agency, id) REFERENCES webhook (agency, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX webhook_due ON webhook_progress (next_try_at) WHERE next_try_at IS NOT NULL;

CREATE TRIGGER webhook_progress_never_goes_back BEFORE UPDATE ON webhook_progress WHEN NEW.seq < OLD.seq
BEGIN
  SELECT RAISE(ABORT, 'what was told cannot be untold');
END;

-- In the transaction of the entry itself, so that none is forgotten; the most frequent ones are no change of any figures.
CREATE TRIGGER webhook_is_woken AFTER INSERT ON audit
WHEN NEW.action NOT IN ('session.opened', 'session.ended', 'consolidation.taken', 'reminders.made', 'head.exported')
BEGIN
  UPDATE webhook_progress SET next_try_at = NEW.at
  WHERE agency = NEW.agency AND state = 'active' AND next_try_at IS NULL;
END;

-- The newest tries, for people; the store keeps fifty of each.
CREATE TABLE webhook_delivery (
  agency   TEXT NOT NULL,
  id       TEXT NOT NULL,
  number   INTEGER NOT NULL,
  seq      INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  tried_at TEXT NOT NULL,
  attempt  INTEGER NOT NULL CHECK (attempt > 0),
  status   INTEGER,
  ms       INTEGER NOT NULL,
  -- null: delivered
  failure  TEXT,
  PRIMARY KEY (agency, id, number),
  FOREIGN KEY (agency, id) REFERENCES webhook (agency, id)
) STRICT, WITHOUT ROWID;
