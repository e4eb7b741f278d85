-- What a person made. It is never rebuilt, so every change to it is a migration.

CREATE TABLE folder (
    id INTEGER PRIMARY KEY,
    path ANY NOT NULL UNIQUE,
    added_at TEXT NOT NULL,
    read_at TEXT              -- end of the last full reading, UTC
) STRICT;

CREATE TABLE query (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE,
    asked_at TEXT NOT NULL,
    position INTEGER NOT NULL -- grows with each asking, so that two in one second keep their order
) STRICT;

CREATE INDEX query_position ON query (position);

PRAGMA user_version = 1;
