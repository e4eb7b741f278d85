"""Notes are kept, change, go, come back, and meet those of other libraries without loss."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from archiveviewer.index import store
from archiveviewer.index.store import LibraryStore
from archiveviewer.records import Merged, Note, NoteColour, NoteKind

MARK = Note("ab" * 32, "/archive/b.pdf", "B", page=2, label="2", quote="the deadline", start=7)


@pytest.fixture(name="kept")
def _kept(tmp_path: Path) -> Note:
    with LibraryStore(tmp_path) as library:
        return library.keep_note(MARK)


def test_a_kept_note_has_a_name_for_all_libraries_and_its_times(tmp_path: Path, kept: Note) -> None:
    assert (len(kept.uid), kept.id) == (32, 1)
    assert kept.made_at == kept.changed_at != ""
    assert store.notes(tmp_path) == (kept,)
    assert store.check(tmp_path) == ()


@pytest.mark.usefixtures("kept")
def test_notes_come_by_document_and_page(tmp_path: Path) -> None:
    with LibraryStore(tmp_path) as library:
        for note in (replace(MARK, page=1), replace(MARK, title="A", kind=NoteKind.BOOKMARK), replace(MARK, start=1)):
            library.keep_note(note)
    assert [(note.title, note.page, note.start) for note in store.notes(tmp_path)] == [("A", 2, 7), ("B", 1, 7), ("B", 2, 1), ("B", 2, 7)]


def test_a_changed_note_stays_the_same_note(tmp_path: Path, kept: Note) -> None:
    with LibraryStore(tmp_path) as library:
        library.keep_note(replace(kept, text="ask headquarters", colour=NoteColour.ROSE))
    (found,) = store.notes(tmp_path)
    assert (found.uid, found.id, found.text, found.colour) == (kept.uid, kept.id, "ask headquarters", NoteColour.ROSE)


def test_a_deleted_note_is_shown_nowhere_and_can_come_back(tmp_path: Path, kept: Note) -> None:
    with LibraryStore(tmp_path) as library:
        library.keep_note(replace(kept, deleted=True))
        assert store.notes(tmp_path) == ()
        library.keep_note(kept)
    assert [note.uid for note in store.notes(tmp_path)] == [kept.uid]


def test_what_is_newer_wins_and_nothing_is_lost(tmp_path: Path, kept: Note) -> None:
    stranger = replace(MARK, uid="cd" * 16, made_at="2020-01-01T00:00:00Z", changed_at="2020-01-01T00:00:00Z")
    newer = replace(kept, text="from elsewhere", changed_at="2999-01-01T00:00:00Z")
    with LibraryStore(tmp_path) as library:
        assert library.merge_notes([stranger, replace(kept, text="old", changed_at="2000-01-01T00:00:00Z")]) == Merged(added=1)
        assert {note.text for note in store.notes(tmp_path)} == {""}
        assert library.merge_notes([stranger, newer]) == Merged(changed=1)
    assert {note.text for note in store.notes(tmp_path)} == {"", "from elsewhere"}


def test_what_was_deleted_here_is_not_merged_in_again(tmp_path: Path, kept: Note) -> None:
    with LibraryStore(tmp_path) as library:
        library.keep_note(replace(kept, deleted=True))
        assert library.merge_notes([kept]) == Merged()
    assert store.notes(tmp_path) == ()


def test_a_name_that_is_not_utf8_and_odd_letters_are_kept(tmp_path: Path) -> None:
    with LibraryStore(tmp_path) as library:
        library.keep_note(replace(MARK, path="/x/\udce9.pdf", text="a\ud800b"))
    (found,) = store.notes(tmp_path)
    assert (found.path, found.text) == ("/x/\udce9.pdf", "a\ufffdb")
