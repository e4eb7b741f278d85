-- Searches that a person gave a name, and the pages they stayed at.

CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- one that was deleted can come back as what it was
    name TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,      -- in the language of the search, fields included
    options TEXT NOT NULL,    -- a JSON object: how the window asks it; empty when it is asked as it stands
    saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE visit (
    id INTEGER PRIMARY KEY,
    path ANY NOT NULL,        -- of the document: its number changes when the index is made anew
    page INTEGER NOT NULL,
    label TEXT NOT NULL,
    title TEXT NOT NULL,
    query TEXT NOT NULL,      -- the question that led there
    seen_at TEXT NOT NULL,
    position INTEGER NOT NULL -- grows with each visit, so that two in one second keep their order
) STRICT;

CREATE UNIQUE INDEX visit_place ON visit (path, page);
CREATE INDEX visit_position ON visit (position);

PRAGMA user_version = 2;
