-- Places the office asks a unit to look at again when it sends a revision back, as `shared/place.ts` writes them.
ALTER TABLE review ADD COLUMN questioned TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(questioned));
