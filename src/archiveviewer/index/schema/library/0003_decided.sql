-- What a person decided about what was read: it is known again by its words, not by rows of the index, which are made new.

CREATE TABLE hidden_fact (
    id INTEGER PRIMARY KEY,
    country TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,
    quote TEXT NOT NULL,      -- its sentence in single spaces
    path ANY NOT NULL,        -- of its document when it was hidden
    sha256 TEXT NOT NULL,
    title TEXT NOT NULL,
    page INTEGER NOT NULL,
    hidden_at TEXT NOT NULL,
    UNIQUE (country, type, value, quote, path)
) STRICT;

CREATE TABLE match_decision (
    id INTEGER PRIMARY KEY,
    country TEXT NOT NULL,    -- of the listed file, as are title, language, size and family
    title TEXT NOT NULL,
    language TEXT,
    size TEXT,
    family TEXT NOT NULL,
    path ANY NOT NULL,        -- of the file that it is, or is not
    sha256 TEXT NOT NULL,
    is_it INTEGER NOT NULL,
    decided_at TEXT NOT NULL
) STRICT;

CREATE INDEX hidden_fact_country ON hidden_fact (country);
CREATE INDEX match_decision_country ON match_decision (country);

PRAGMA user_version = 3;
