"""The walk from hit to hit."""

from __future__ import annotations

from archiveviewer.gui.reader.hits.hits import Hits


def hits() -> Hits:
    return Hits({2: 2, 5: 1, 9: 3}, complete=True)


def test_the_next_hit_is_on_this_page_then_on_the_next_with_hits() -> None:
    walk = hits()
    assert walk.after(2, 0) == (2, 1)
    assert walk.after(2, 1) == (5, 0)
    assert walk.after(9, 2) is None
    assert walk.after(3) == (5, 0)
    assert walk.after(2) == (2, 0)


def test_the_hit_before_is_on_this_page_then_on_the_one_before_with_hits() -> None:
    walk = hits()
    assert walk.before(9, 1) == (9, 0)
    assert walk.before(9, 0) == (5, 0)
    assert walk.before(5, 0) == (2, 1)
    assert walk.before(2, 0) is None
    assert walk.before(9) == (9, 2), "without a current hit the last of the page comes first"


def test_hits_are_counted_through_the_document() -> None:
    walk = hits()
    assert walk.at(9, last=True) == (9, 2)
    assert (walk.number, walk.total) == (6, 6)
    assert walk.at(2) == (2, 0)
    assert walk.number == 1
    assert walk.at(4) is None
    assert walk.number == 0


def test_a_page_that_turns_out_to_have_fewer_keeps_the_current_hit_on_it() -> None:
    walk = hits()
    walk.at(9, last=True)
    walk.put(9, 2)
    assert walk.current == (9, 1)
    assert walk.total == 5
