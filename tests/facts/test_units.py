"""Where one piece of a text ends and the next one begins."""

from __future__ import annotations

import pytest

from archiveviewer.facts.units import blocks


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
    assert len(blocks(text)) == count
