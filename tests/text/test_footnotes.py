"""Notes as the saved pages of the Monitor print them; the words are ours."""

from __future__ import annotations

import pytest

from archiveviewer.records import PageText
from archiveviewer.text.footnotes import marks, note

TEXT = """\
The announcement came on 14 March 2007.[1] A forum followed.[2]

It did not sign.[12]

[1] Press release, 14 March 2007, see also [2].

[2] Ibid.
[12]\u00a0Statement at the signing conference,
Oslo, 4 December 2008.
"""
PAGES = (PageText(1, "1", TEXT[:60]), PageText(2, "2", TEXT[60:]))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("1", "Press release, 14 March 2007, see also [2]."),
        ("2", "Ibid."),
        ("12", "Statement at the signing conference,\nOslo, 4 December 2008."),
    ],
)
def test_a_note_is_found_by_its_number(number: str, words: str) -> None:
    found = note(PAGES, number)
    assert found is not None
    assert (found.number, found.page, found.text) == (number, 2, words)
    assert PAGES[1].text[slice(*found.span)] == words


def test_a_number_without_a_note_has_none() -> None:
    assert note(PAGES, "3") is None


def test_the_last_line_that_begins_so_is_the_note() -> None:
    found = note((PageText(1, "1", "[1] is where it begins.\n\nText.\n\n[1] The note."),), "1")
    assert found is not None
    assert found.text == "The note."


def test_marks_are_numbers_in_square_brackets() -> None:
    assert [number for number, _ in marks("so [1] it [a] is [12], [1234]")] == ["1", "12"]
