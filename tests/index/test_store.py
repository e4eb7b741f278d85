"""Folders and questions are kept in the order people expect."""

from __future__ import annotations

from pathlib import Path

import pytest

from archiveviewer.index import store
from archiveviewer.index.connect import open_writer
from archiveviewer.index.store import LibraryStore
from archiveviewer.records import ArchiveError
from libraries import FOLDER, document, library


def test_folders_keep_their_order_and_say_what_they_hold(tmp_path: Path) -> None:
    library(tmp_path, {"a": document("text"), "b": document("text")})
    with LibraryStore(tmp_path) as kept:
        assert kept.add_folder(FOLDER).files == 2
        here = kept.add_folder(str(tmp_path))
        assert (here.connected, here.files, here.read_at) == (True, 0, None)
        assert kept.add_folder(FOLDER).path == FOLDER
        kept.note_read(FOLDER)
    assert [(folder.path, folder.connected, folder.read_at is None) for folder in store.folders(tmp_path)] == [
        (FOLDER, False, False),
        (str(tmp_path), True, True),
    ]
    with LibraryStore(tmp_path) as kept:
        kept.remove_folder(FOLDER)
        assert [folder.path for folder in kept.folders()] == [str(tmp_path)]
    assert store.check(tmp_path) == ()


def test_questions_come_newest_first_and_once_each(tmp_path: Path) -> None:
    with LibraryStore(tmp_path) as kept:
        for text in ("mines", "KHM", " ", "mines", "\ud800"):
            kept.remember_query(text)
    assert store.queries(tmp_path) == ("\ufffd", "mines", "KHM")


def test_only_the_newest_questions_are_kept(tmp_path: Path) -> None:
    with LibraryStore(tmp_path) as kept:
        for number in range(205):
            kept.remember_query(f"question {number}")
        assert len(kept.queries()) == 200
        assert kept.queries()[0] == "question 204"


def test_nothing_is_made_by_asking(tmp_path: Path) -> None:
    assert (store.folders(tmp_path), store.queries(tmp_path), store.check(tmp_path)) == ((), (), ())
    assert list(tmp_path.iterdir()) == []


def test_a_newer_one_is_refused_and_never_rebuilt(tmp_path: Path) -> None:
    LibraryStore(tmp_path).close()
    connection = open_writer(tmp_path / "library.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(ArchiveError, match="newer version"):
        LibraryStore(tmp_path)
    with pytest.raises(ArchiveError, match="choose another library"):
        store.folders(tmp_path)


def test_damage_is_named(tmp_path: Path) -> None:
    LibraryStore(tmp_path).close()
    (tmp_path / "library.db").write_bytes(b"no database at all" * 500)
    assert store.check(tmp_path)
