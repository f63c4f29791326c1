-- A printed check code is the beginning of a digest and names no agency, so digests are looked for across agencies.
CREATE INDEX snapshot_by_digest ON snapshot (digest);

-- What was handed out of a period, and before which entry of the audit: the annex tells what changed since the pull before.
CREATE INDEX snapshot_of_period ON snapshot (agency, period, seq);
