"""Damage of every kind is found and named."""

from __future__ import annotations

from pathlib import Path

import pytest

from archiveviewer.index.connect import open_writer
from archiveviewer.index.reader import Reader
from archiveviewer.records import ArchiveError
from libraries import document, library

DAMAGE = [
    ("UPDATE text_block SET data = x'00'", "does not decompress"),
    ("UPDATE text_block SET checksum = checksum + 1", "checksum differs"),
    ("DELETE FROM text_block", "is missing"),
    ("UPDATE page SET bytes = bytes + 1", "length differs"),
    ("DELETE FROM page WHERE number = 2", "lacks pages"),
    ("DELETE FROM document_terms", "cannot be found by its words"),
    ("DELETE FROM document_beginnings", "beginnings of words"),
    ("DELETE FROM page_terms WHERE rowid = 2", "pages that cannot be found"),
    ("INSERT INTO page_terms (rowid, stems) VALUES (99, 'x')", "more can be found"),
    ("INSERT INTO document_terms (rowid, stems) VALUES (99, 'x')", "documents can be found that are not there"),
    ("UPDATE file SET chars = 1", "another length"),
    ("UPDATE file SET state = 'problem'", "no problem says why"),
    ("UPDATE file SET state = 'gone'", "is gone and still"),
    ("DELETE FROM document", "has no document"),
    ("INSERT INTO job SELECT NULL, path, size, mtime_ns FROM file", "still waits"),
    ("PRAGMA foreign_keys = OFF; INSERT INTO outline VALUES (99, 0, 1, 'x', 1)", "belongs to no"),
    ("UPDATE page_terms_data SET block = zeroblob(length(block)) WHERE id > 10", "page_terms"),
    ("DELETE FROM document_terms_data WHERE id > 10", "document_terms"),
]


@pytest.mark.parametrize(("statement", "words"), DAMAGE, ids=[words for _, words in DAMAGE])
def test_damage_is_named(tmp_path: Path, statement: str, words: str) -> None:
    library(tmp_path, {"a": document("first page", "second page")})
    connection = open_writer(tmp_path / "index.db")
    connection.executescript(statement)
    connection.close()
    with Reader(tmp_path) as reader:
        findings = reader.check()
    assert any(words in finding for finding in findings), findings


def test_a_disk_that_lost_parts_is_named(tmp_path: Path) -> None:
    path = library(tmp_path, {str(number): document("text " * 500) for number in range(60)}) / "index.db"
    data = bytearray(path.read_bytes())
    for start in range(len(data) // 2, len(data), 8192):
        data[start : start + 4096] = bytes(4096)
    path.write_bytes(data)
    try:
        with Reader(tmp_path) as reader:
            assert reader.check()
    except ArchiveError as error:
        assert "damaged" in str(error)
