"""Folders and questions are kept in the order people expect."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from archiveviewer.index import store
from archiveviewer.index.connect import open_writer
from archiveviewer.index.migrations import bring_up, library_0001_first
from archiveviewer.index.store import LibraryStore
from archiveviewer.records import ArchiveError, Decided, HiddenFact, MatchDecision, SavedSearch, Visit
from fresh import python
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


@pytest.mark.parametrize("left", [b"", b"S"])
def test_a_file_that_was_emptied_is_not_taken_for_a_new_one(tmp_path: Path, left: bytes) -> None:
    library(tmp_path, {"a": document("text")})
    with LibraryStore(tmp_path) as kept:
        kept.add_folder(FOLDER)
    (tmp_path / "library.db").write_bytes(left)
    (tmp_path / "library.db-wal").write_bytes(b"the newest changes")
    for use in (LibraryStore, store.folders, store.notes):
        with pytest.raises(ArchiveError, match="has lost the folders, notes and searches"):
            use(tmp_path)
    assert "has lost the folders" in store.check(tmp_path)[0]
    assert (tmp_path / "library.db-wal").read_bytes() == b"the newest changes"


def test_a_file_that_was_emptied_is_told_by_the_files_of_the_index(tmp_path: Path) -> None:
    library(tmp_path, {"a": document("text")})
    (tmp_path / "library.db").write_bytes(b"")
    with pytest.raises(ArchiveError, match="Put a copy of it back"):
        LibraryStore(tmp_path)


def test_a_file_that_was_never_written_to_is_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"")  # killed between the making of the file and its first page
    with LibraryStore(tmp_path) as kept:
        assert kept.folders() == ()


def test_what_has_no_room_is_said_not_to_be_kept(tmp_path: Path) -> None:
    with LibraryStore(tmp_path) as kept:
        kept.remember_query("kept before")
        kept._connection.execute("PRAGMA max_page_count = 1")  # SQLite answers as it does on a full disk
        with pytest.raises(ArchiveError, match=r"^The disk is full, so this was not kept\. Make room, then try again\. \("):
            kept.remember_query("much text " * 5000)
    assert store.queries(tmp_path) == ("kept before",)


def test_questions_come_newest_first_and_once_each(tmp_path: Path) -> None:
    with LibraryStore(tmp_path) as kept:
        for text in ("mines", "KHM", " ", "mines", "\ud800"):
            kept.remember_query(text)
    assert store.queries(tmp_path) == ("\ufffd", "mines", "KHM")


def test_only_the_newest_questions_are_kept(tmp_path: Path) -> None:
    with LibraryStore(tmp_path) as kept:
        for number in range(205):
            kept.remember_query(f"question {number}")
    asked = store.queries(tmp_path)
    assert (len(asked), asked[0]) == (200, "question 204")


FACT = HiddenFact("KHM", "apmbc.art3.retained", "1235", "retained 1,235 mines", "/a/b.html", "ab", "Cambodia", page=3)
WORD = MatchDecision("KHM", "Annex 18", None, "33KB", "2019 request", "/a/scan\udcff.pdf", "cd", is_it=True)


def test_decisions_are_kept_in_order_and_taken_back_one_by_one(tmp_path: Path) -> None:
    with LibraryStore(tmp_path) as kept:
        fact = kept.hide_fact(FACT)
        assert kept.hide_fact(FACT) == fact
        other = kept.hide_fact(replace(FACT, country="LAO"))
        yes, no = kept.decide_match(WORD), kept.decide_match(replace(WORD, is_it=False))
        assert store.decisions(tmp_path) == Decided((fact, other), (yes, no))
        assert store.decisions(tmp_path, "LAO") == Decided((other,))
        kept.show_fact(fact.id)
        kept.forget_match(no.id)
    assert store.decisions(tmp_path) == Decided((other,), (yes,))
    assert (yes.path, yes.is_it) == (WORD.path, True)


def test_what_an_earlier_version_kept_stays(tmp_path: Path) -> None:
    connection = open_writer(tmp_path / "library.db")
    first = (Path(store.__file__).parent / "schema" / "library" / "0001_first.sql").read_text(encoding="utf-8")
    database = Database(connection)
    steps = Migrations("library")
    steps(name="library_0001_first")(lambda db: db.executescript(first))
    steps.apply(database)
    connection.execute("INSERT INTO query (text, asked_at, position) VALUES ('mines', '2026-01-01', 1)")
    connection.close()
    assert store.decisions(tmp_path) == Decided()
    with LibraryStore(tmp_path) as kept:
        kept.hide_fact(FACT)
    assert store.queries(tmp_path) == ("mines",)
    assert len(store.decisions(tmp_path).hidden) == 1


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


def test_saved_searches_are_renamed_deleted_and_brought_back(tmp_path: Path) -> None:
    with LibraryStore(tmp_path) as kept:
        first = kept.save_search("  Requests\nof 2009 ", "request year:2009", '{"text": "request"}')
        kept.save_search("Mines", "mine*")
        assert first == SavedSearch(first.id, "Requests of 2009", "request year:2009", '{"text": "request"}')
        kept.rename_search(first.id, "Requests")
        kept.rename_search(first.id, "Requests")
        assert [saved.name for saved in store.saved_searches(tmp_path)] == ["Mines", "Requests"]
        before = store.saved_searches(tmp_path)
        kept.delete_search(first.id)
        assert [saved.name for saved in store.saved_searches(tmp_path)] == ["Mines"]
        kept.restore_search(before[1])
    assert store.saved_searches(tmp_path) == before


@pytest.mark.parametrize(("name", "said"), [("Mines", "already"), (" \n", "needs a name"), (" Mines ", "already")])
def test_names_of_saved_searches_are_told_apart(tmp_path: Path, name: str, said: str) -> None:
    with LibraryStore(tmp_path) as kept:
        kept.save_search("Mines", "mine*")
        other = kept.save_search("Other", "other")
        with pytest.raises(ArchiveError, match=said):
            kept.save_search(name, "other")
        with pytest.raises(ArchiveError, match=said):
            kept.rename_search(other.id, name)
    assert [(saved.name, saved.query) for saved in store.saved_searches(tmp_path)] == [("Other", "other"), ("Mines", "mine*")]


def test_pages_visited_come_newest_first_and_once_each(tmp_path: Path) -> None:
    visit = Visit("/a/\udcff.pdf", 3, "iii", "Request", "deadline", "2026-11-23T10:00:00Z")
    with LibraryStore(tmp_path) as kept:
        kept.remember_visit(visit)
        kept.remember_visit(replace(visit, page=4, seen_at=""))
        kept.remember_visit(replace(visit, query="mines", seen_at="2026-11-24T10:00:00Z"))
    first, second = store.visits(tmp_path)
    assert first == replace(visit, query="mines", seen_at="2026-11-24T10:00:00Z")
    assert (second.page, second.seen_at[:2]) == (4, "20")


def test_only_the_newest_visits_are_kept(tmp_path: Path) -> None:
    with LibraryStore(tmp_path) as kept:
        for page in range(1, 506):
            kept.remember_visit(Visit("/a.pdf", page, str(page), "", "", "2026"))
    seen = [visit.page for visit in store.visits(tmp_path)]
    assert (len(seen), seen[0], seen[-1]) == (500, 505, 6)


def test_an_older_one_is_brought_up_and_loses_nothing(tmp_path: Path) -> None:
    connection = open_writer(tmp_path / "library.db")
    bring_up(connection, tmp_path / "library.db", steps=_first_form())
    connection.execute("INSERT INTO query (text, asked_at, position) VALUES ('mines', '2026', 1)")
    connection.close()
    assert (store.queries(tmp_path), store.saved_searches(tmp_path), store.visits(tmp_path)) == (("mines",), (), ())
    with LibraryStore(tmp_path) as kept:
        kept.save_search("Mines", "mines")
    assert store.queries(tmp_path) == ("mines",)
    assert [saved.name for saved in store.saved_searches(tmp_path)] == ["Mines"]


def _first_form() -> Migrations:
    """Return the first step alone, as an older program had it."""
    steps = Migrations("library")
    steps(name="library_0001_first")(library_0001_first)
    return steps


def test_what_migrates_is_loaded_only_to_migrate(tmp_path: Path) -> None:
    open_it = (
        "import sys; from pathlib import Path; "
        "from archiveviewer.index.store import LibraryStore; from archiveviewer.index.writer import Writer; "
        "folder = Path(sys.argv[1]); LibraryStore(folder).close(); Writer(folder).close(); print('sqlite_utils' in sys.modules)"
    )
    assert python("-c", open_it, str(tmp_path)).strip() == "True"
    assert python("-c", open_it, str(tmp_path)).strip() == "False"
