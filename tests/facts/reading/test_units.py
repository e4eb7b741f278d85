"""Where one piece of a text ends and the next one begins."""

from __future__ import annotations

import pytest

from archiveviewer.facts.reading.units import blocks, units


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kenya signed the Convention on 5 December\n1997, and ratified it in 2001.", 1),
        ("Kenya has joined no Protocol but II or\nProtocol V.", 1),
        ("Its law is found under Decree No.\n60 of the year 2000.", 1),
        ("Congo, Republic of\nIt acceded to the Convention on 4 May 2001.", 2),
        ("Kenya signed the Convention in December\nProtocol V was not joined.", 2),
    ],
)
def test_a_line_that_cannot_be_whole_goes_on(text: str, count: int) -> None:
    assert len([*blocks(text)]) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("0.62km2 cleared, 0.16km2 reduced, and 0.48km2 cancelled\n6,647 antipersonnel mines and 22 items of UXO destroyed", 2),
        ("0.62km2 cleared, and more was surveyed (not counting suspended areas)\n647 mines destroyed (all in the south)", 2),
        ("Teams went on after those months in which the land was surveyed\n12 times, until all mines were destroyed and more.", 1),
    ],
)
def test_each_result_of_a_year_stands_alone(text: str, count: int) -> None:
    assert len([*blocks(text)]) == count


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Key developments since May 2003: In 2003 it cleared land.", ["Key developments since May 2003:", "In 2003 it cleared land."]),
        ("Key\ndevelopments since 1999: It joined.", ["Key\ndevelopments since 1999:", "It joined."]),
        ("Summary: Kenya has joined. It reports.", ["Summary:", "Kenya has joined.", "It reports."]),
        ("Deadline: 1 May 2009", ["Deadline: 1 May 2009"]),
        ('It "must remain so."(2) Kenya has joined.', ['It "must remain so."(2)', "Kenya has joined."]),
    ],
)
def test_what_leads_a_paragraph_in_is_no_part_of_its_first_sentence(text: str, pieces: list[str]) -> None:
    assert [text[unit.start : unit.end].strip() for unit in units(text)] == pieces
