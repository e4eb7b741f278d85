-- Highlights, notes and bookmarks. They hang on the content of a document and on its words, so that they outlive a move and a new index.

CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,  -- the same in every library that it was merged into
    sha256 TEXT NOT NULL,      -- of the document
    path ANY NOT NULL,         -- where it lay then
    title TEXT NOT NULL,
    page INTEGER NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('highlight', 'bookmark')),
    colour TEXT NOT NULL,
    quote TEXT NOT NULL,       -- the words, empty for a whole page
    start INTEGER NOT NULL,    -- about where they begin on the page
    text TEXT NOT NULL,        -- what the person wrote
    made_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    deleted INTEGER NOT NULL   -- it stays, so that it can come back, and is not merged in again
) STRICT;

CREATE INDEX note_sha256 ON note (sha256);

PRAGMA user_version = 4;
