-- The office's own words for a section of the report. The latest of a section holds; one without text withdraws it.
-- `told` are the figures its text uses, each as it was printed then, so that a figure that changes later shows. Words
-- follow figures, so a locked period still takes them.
CREATE TABLE narrative_edit (
  agency    TEXT NOT NULL,
  period    TEXT NOT NULL,
  section   TEXT NOT NULL,
  number    INTEGER NOT NULL CHECK (number > 0),
  text      TEXT CHECK (text IS NULL OR text <> ''),
  told      TEXT NOT NULL CHECK (json_valid(told)),
  edited_by TEXT NOT NULL,
  edited_at TEXT NOT NULL,
  PRIMARY KEY (agency, period, section, number),
  FOREIGN KEY (agency, period) REFERENCES period (agency, period)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER narrative_edit_is_immutable BEFORE UPDATE ON narrative_edit
BEGIN
  SELECT RAISE(ABORT, 'a narrative edit never changes; make another');
END;

CREATE TRIGGER narrative_edit_is_kept BEFORE DELETE ON narrative_edit
BEGIN
  SELECT RAISE(ABORT, 'a narrative edit is never deleted');
END;
