"""What was written and not saved is there again, whatever ended the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from archiveviewer.gui.reader.notes.drafts import DraftPlace, Drafts

HERE, THERE = DraftPlace("aa", 3, 0, ""), DraftPlace("aa", 1, 17, "n1")


def test_a_draft_outlives_the_window_until_it_is_saved(tmp_path: Path) -> None:
    file = tmp_path / "state" / "drafts.json"
    drafts = Drafts(file)
    assert drafts.hold(HERE, "Ask the ត of")
    assert not drafts.hold(HERE, "Ask the ត of")
    drafts.save()
    again = Drafts(file)
    assert again.text(HERE) == "Ask the ត of"
    assert again.pages("aa") == [3]
    assert again.hold(HERE, "")
    again.save()
    assert Drafts(file).text(HERE) is None


def test_two_windows_keep_the_drafts_of_each_other(tmp_path: Path) -> None:
    file = tmp_path / "drafts.json"
    one, other = Drafts(file), Drafts(file)
    one.hold(HERE, "one")
    one.save()
    other.hold(THERE, "other")
    other.save()
    assert Drafts(file).pages("aa") == [1, 3]


@pytest.mark.parametrize("data", [b"", b"{", b"[[1, 2]]", b'[["a", "x", 0, "", "t"]]', b"7"])
def test_a_file_that_is_not_whole_holds_nothing(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "drafts.json"
    file.write_bytes(data)
    assert Drafts(file).pages("a") == []


def test_what_cannot_be_written_is_held_for_now(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "file" / "drafts.json")
    (tmp_path / "file").touch()
    drafts.hold(HERE, "text")
    drafts.save()
    assert drafts.text(HERE) == "text"
