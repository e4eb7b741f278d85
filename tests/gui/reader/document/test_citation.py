"""Quotes with their citation."""

from __future__ import annotations

from pathlib import Path

import pytest

from archiveviewer.gui.reader.document.citation import Cited, cite, sentence
from reading_room import Library


@pytest.mark.parametrize(
    ("text", "hit", "found"),
    [
        ("It was granted. The deadline moved to 1 January 2020. It rests.", "deadline", "The deadline moved to 1 January 2020."),
        ("under Art. 5 of the Convention the deadline is near. Next.", "deadline", "under Art. 5 of the Convention the deadline is near."),
        ("Heading\n\nA first request was granted\nin Cartagena. More", "request", "A first request was granted\nin Cartagena."),
        ("期限为2020年。请求已批准。", "请求", "请求已批准。"),
        ("هل منحت؟ نعم، الموعد جديد. والسلام", "الموعد", "نعم، الموعد جديد."),
        ("no end and no beginning", "end", "no end and no beginning"),
    ],
)
def test_the_sentence_around_a_hit(text: str, hit: str, found: str) -> None:
    start = text.index(hit)
    left, right = sentence(text, (start, start + len(hit)))
    assert text[left:right] == found


def test_a_citation_says_all_that_is_needed_to_find_it_again() -> None:
    document = Library().add(Path("/stick/request 2019.pdf"), ())
    said = cite("The deadline\nmoved.", Cited(document, label="12", country="Cambodia", archive="2019-11-29"))
    assert said.replace("\u00a0", " ") == (
        "“The deadline moved.”\n"
        "Second extension request, Cambodia, 27 March 2019, p. 12.\n"
        "File request 2019.pdf, SHA-256 0123456789ab. Archive of November 2019."
    )


def test_a_title_that_is_a_sentence_goes_on_without_its_stop() -> None:
    document = Library().add(Path("/stick/news.txt"), (), title="Chad has asked for more time.", date=None)
    assert cite("It has.", Cited(document, label="1")).splitlines()[1] == "Chad has asked for more time, p. 1."
