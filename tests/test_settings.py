"""Tests of where a library is."""

from __future__ import annotations

from pathlib import Path

from archiveviewer.settings import has_index, is_library


def test_a_library_is_where_an_index_is(tmp_path: Path) -> None:
    assert not is_library(tmp_path)
    (tmp_path / "index.db").touch()
    assert is_library(tmp_path)
    assert not is_library(tmp_path / "index.db")


def test_an_empty_file_is_no_index(tmp_path: Path) -> None:
    assert not has_index(tmp_path)
    (tmp_path / "index.db").touch()
    assert not has_index(tmp_path)
    (tmp_path / "index.db").write_bytes(b"SQLite format 3")
    assert has_index(tmp_path)
