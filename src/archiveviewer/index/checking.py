"""Checks a whole index: the database, both full-text tables, every stored text, and that what is counted twice agrees."""

from __future__ import annotations

from collections.abc import Iterator

from archiveviewer.index.blocks import PAGES, Block, DamagedBlockError, unpack
from archiveviewer.index.connect import Connection, DatabaseError, interrupted
from archiveviewer.index.values import loaded_path

_MOST_FINDINGS = 100
_DISAGREE = (
    ("SELECT path FROM v_document WHERE pages <> (SELECT count(*) FROM page WHERE document = v_document.id)", "lacks pages"),
    ("SELECT path FROM v_document WHERE id NOT IN (SELECT rowid FROM document_terms)", "cannot be found by its words"),
    ("SELECT path FROM v_document WHERE id NOT IN (SELECT rowid FROM document_beginnings)", "cannot be found by beginnings of words"),
    (
        "SELECT path FROM v_document WHERE pages <> (SELECT count(*) FROM page_terms_docsize WHERE id BETWEEN first_row "
        "AND first_row + pages - 1)",
        "has pages that cannot be found by their words",
    ),
    ("SELECT path FROM v_file WHERE state = 'indexed' AND id NOT IN (SELECT id FROM document)", "counts as indexed and has no document"),
    ("SELECT path FROM v_file WHERE state = 'gone' AND id IN (SELECT id FROM document)", "is gone and still has a document"),
    (
        "SELECT path FROM v_file WHERE state = 'problem' AND NOT EXISTS (SELECT 1 FROM problem WHERE file = v_file.id)",
        "is not searched and no problem says why",
    ),
    (
        "SELECT path FROM v_file WHERE state <> 'gone' AND chars <> coalesce((SELECT sum(chars) FROM page WHERE document = v_file.id), 0)",
        "is said to have another length than its pages",
    ),
    (
        "SELECT path FROM v_file JOIN job USING (path) WHERE v_file.state <> 'gone' AND v_file.mtime_ns = job.mtime_ns "
        "AND v_file.size = job.size AND v_file.sha256 <> '' AND v_file.state = 'indexed'",
        "is read and still waits to be read",
    ),
)
_EXTRA = (
    ("SELECT count(*) FROM document_terms_docsize WHERE id NOT IN (SELECT id FROM document)", "documents can be found that are not there"),
    (
        "SELECT (SELECT count(*) FROM page_terms_docsize) - (SELECT count(*) FROM page)",
        "pages more can be found by their words than there are",
    ),
    ("SELECT (SELECT count(*) FROM text_block) - (SELECT coalesce(sum((pages + 3) / 4), 0) FROM document)", "stored texts too many"),
)


def check(connection: Connection) -> tuple[str, ...]:
    """Return what is wrong, in plain words; at most a hundred findings."""
    findings: list[str] = []
    try:
        for finding in _findings(connection):
            findings.append(finding)
            if len(findings) == _MOST_FINDINGS:
                break
    except DatabaseError as error:
        if interrupted(error):
            raise
        findings.append(f"The index is damaged: {error}.")
    return tuple(findings)


def _findings(connection: Connection) -> Iterator[str]:
    yield from database_findings(connection, name="index")
    for statement, words in _DISAGREE:
        for (path,) in connection.execute(statement):
            yield f"{loaded_path(path)!r} {words}."
    for statement, words in _EXTRA:
        (count,) = connection.execute(statement).fetchone()
        if count:
            yield f"{count} {words}."
    yield from _texts(connection)


def database_findings(connection: Connection, *, name: str) -> Iterator[str]:
    """Yield what SQLite itself finds wrong; since 3.44 its check covers full-text tables."""
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"The {name} is damaged: {line}"
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"The {name} is damaged: a row of {table} belongs to no {parent}."


def _texts(connection: Connection) -> Iterator[str]:
    documents = connection.execute("SELECT id, path, pages, first_row FROM v_document ORDER BY id").fetchall()
    for id, path, pages, first_row in documents:
        lengths = connection.execute("SELECT bytes, chars FROM page WHERE document = ? ORDER BY number", [id]).fetchall()
        for start in range(0, pages, PAGES):
            stored = connection.execute("SELECT data, checksum FROM text_block WHERE id = ?", [first_row + start]).fetchone()
            finding = _text(stored, lengths[start : start + PAGES])
            if finding:
                yield f"{loaded_path(path)!r}: the text from page {start + 1} on is damaged, {finding}."


def _text(stored: tuple[bytes, int] | None, lengths: list[tuple[int, int]]) -> str:
    if stored is None:
        return "it is missing"
    try:
        texts = unpack(Block(*stored), [length for length, _ in lengths])
    except (DamagedBlockError, UnicodeDecodeError) as error:
        return str(error)
    return "" if [len(text) for text in texts] == [chars for _, chars in lengths] else "its length differs"
