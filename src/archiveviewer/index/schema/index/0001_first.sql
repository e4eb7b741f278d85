-- The derived index: everything in it can be read again from the files.
-- Paths are text, or bytes where a name is not UTF-8. Booleans are 0 and 1. Dates are ISO 8601, as precise as the text.

CREATE TABLE file (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- also that of its document; stays when the file is read again
    path ANY NOT NULL UNIQUE,
    folder ANY NOT NULL,                  -- of the library
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    sha256 TEXT NOT NULL,                 -- empty when it could not be read at all
    state TEXT NOT NULL CHECK (state IN ('indexed', 'problem', 'gone')),
    media_type TEXT NOT NULL,
    pages INTEGER NOT NULL,
    chars INTEGER NOT NULL,
    health TEXT NOT NULL                  -- the worst of its pages
) STRICT;

CREATE INDEX file_sha256 ON file (sha256);

CREATE TABLE document (
    id INTEGER PRIMARY KEY REFERENCES file (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    language TEXT,
    country TEXT,
    date TEXT,
    paged INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    first_row INTEGER NOT NULL,           -- row of its first page in page_terms; the others follow without a gap
    symbol TEXT,                          -- of the United Nations
    family INTEGER                        -- the same for its language versions and copies; NULL until it was worked out
) STRICT;

CREATE UNIQUE INDEX document_first_row ON document (first_row) WHERE pages > 0;
CREATE INDEX document_country ON document (country);
CREATE INDEX document_family ON document (family);

CREATE TABLE page (
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,              -- from 1
    label TEXT NOT NULL,
    health TEXT NOT NULL,
    language TEXT,
    chars INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- How many pages of a document are in each language: what a question has to be read in.
CREATE TABLE document_language (
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    pages INTEGER NOT NULL,
    PRIMARY KEY (document, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE text_block (
    id INTEGER PRIMARY KEY,               -- row of its first page in page_terms
    checksum INTEGER NOT NULL,
    data BLOB NOT NULL                    -- the texts of up to four pages
) STRICT;

CREATE TABLE outline (
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    level INTEGER NOT NULL,
    title TEXT NOT NULL,
    page INTEGER NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    country TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,
    unit TEXT,
    as_of TEXT,
    page INTEGER,
    span_start INTEGER,
    span_end INTEGER,
    quote TEXT,
    rule TEXT NOT NULL,
    computed INTEGER NOT NULL
) STRICT;

CREATE INDEX fact_document ON fact (document);
CREATE INDEX fact_country ON fact (country);

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    country TEXT NOT NULL,
    treaty TEXT NOT NULL,
    article TEXT NOT NULL,
    date TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    page INTEGER,
    span_start INTEGER,
    span_end INTEGER,
    quote TEXT,
    computed INTEGER NOT NULL
) STRICT;

CREATE INDEX event_document ON event (document);
CREATE INDEX event_country ON event (country);

CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    country TEXT NOT NULL,
    title TEXT NOT NULL,
    language TEXT,
    size TEXT,
    bytes INTEGER,
    received TEXT,
    family TEXT NOT NULL,
    page INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    quote TEXT NOT NULL
) STRICT;

CREATE INDEX attachment_document ON attachment (document);
CREATE INDEX attachment_country ON attachment (country);

-- What could not be read: of a file that was read, or met on the walk through a folder, where no file came of it.
CREATE TABLE problem (
    id INTEGER PRIMARY KEY,
    file INTEGER REFERENCES file (id) ON DELETE CASCADE,
    folder ANY,
    path ANY,
    page INTEGER,
    code TEXT NOT NULL,
    reason TEXT NOT NULL,
    next TEXT NOT NULL,
    CHECK ((file IS NULL) = (folder IS NOT NULL AND path IS NOT NULL))
) STRICT;

CREATE INDEX problem_file ON problem (file);
CREATE INDEX problem_folder ON problem (folder);

-- Files still to be read. A row goes in the transaction that stores what was read.
CREATE TABLE job (
    id INTEGER PRIMARY KEY,
    path ANY NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL
) STRICT;

-- Finds and ranks documents; see text/gathering.py for what the columns hold. The tokenizer never splits a term: only U+0000 to 0020
-- and 007F separate. With less than full detail a contentless table has no positions, and BM25 is 0.
CREATE VIRTUAL TABLE document_terms USING fts5 (
    exact, stems, title_exact, title_stems,
    content = '', contentless_delete = 1, detail = full,
    tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'"
);

-- Finds documents by the first two or three letters of their words, while these are being typed.
CREATE VIRTUAL TABLE document_beginnings USING fts5 (
    text, title,
    content = '', contentless_delete = 1, detail = column,
    tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'"
);

-- The terms of all documents, to spell out the beginning of a word.
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (document_terms, row);

-- Finds pages inside the documents that are shown, by range of rows.
CREATE VIRTUAL TABLE page_terms USING fts5 (
    stems,
    content = '', contentless_delete = 1, detail = full,
    tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'"
);

CREATE VIEW v_file AS
SELECT id, path, folder, size, mtime_ns, sha256, state, media_type, pages, chars, health FROM file;

CREATE VIEW v_document AS
SELECT document.id, file.path, file.folder, file.media_type, document.title, document.kind, document.language, document.country,
    document.date, document.paged, document.pages, file.size, file.sha256, document.first_row, document.symbol, document.family
FROM document LEFT JOIN file USING (id); -- each has one; so files are left out where nothing of them is asked

CREATE VIEW v_page AS
SELECT page.document, page.number, page.label, page.health, page.language, page.chars, page.bytes,
    document.first_row + page.number - 1 AS row
FROM page JOIN document ON document.id = page.document;

CREATE VIEW v_language AS
SELECT language, sum(pages) AS pages FROM document_language GROUP BY language;

CREATE VIEW v_fact AS
SELECT fact.*, file.path, document.title AS source_title, document.kind AS source_kind, document.date AS source_date
FROM fact JOIN document ON document.id = fact.document JOIN file ON file.id = fact.document;

CREATE VIEW v_event AS
SELECT event.*, file.path, document.title AS source_title, document.kind AS source_kind, document.date AS source_date
FROM event JOIN document ON document.id = event.document JOIN file ON file.id = event.document;

CREATE VIEW v_attachment AS
SELECT attachment.*, file.path, document.title AS source_title, document.kind AS source_kind, document.date AS source_date
FROM attachment JOIN document ON document.id = attachment.document JOIN file ON file.id = attachment.document;

CREATE VIEW v_problem AS
SELECT problem.id, coalesce(problem.path, file.path) AS path, problem.page, problem.code, problem.reason, problem.next
FROM problem LEFT JOIN file ON file.id = problem.file
WHERE file.state IS NOT 'gone';

PRAGMA user_version = 3;
