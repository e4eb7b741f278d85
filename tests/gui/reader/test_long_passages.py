"""A page with very much text is put into the text view piece by piece."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from archiveviewer.gui.reader.document.passages import Passage
from archiveviewer.gui.reader.text.pieces import cut
from archiveviewer.gui.reader.text.text_view import TextView
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Health

_WAIT = 15_000
_LINE = "The deadline of 1 January 2020 was moved.\n"
_LONG = _LINE * 1000
_LAST = (len(_LONG) - len(_LINE) + 4, len(_LONG) - len(_LINE) + 12)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", [""]),
        ("one\ntwo\n", ["one\ntwo\n"]),
        ("one\ntwo\nthree\n", ["one\ntwo\n", "three\n"]),
        ("onetwothree\nfour", ["onetwothre", "e\nfour"]),
        ("12345\n7890\n", ["12345\n", "7890\n"]),
    ],
)
def test_pieces_end_with_a_line_where_they_can(text: str, pieces: list[str]) -> None:
    assert list(cut(text, 10)) == pieces
    assert "".join(pieces) == text


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> TextView:
    view = TextView(theme)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()

    def fetch(page: int, take: Callable[[Passage | None], None]) -> None:
        text = _LONG if page == 2 else f"A short page {page}.\n"
        take(Passage(page, str(page), text, Health.GOOD, hits=((4, 12), _LAST) if page == 2 else ()))

    view.show_document(3, fetch, headed=True)
    return view


def test_a_long_page_comes_piece_by_piece_and_then_its_last_hit_is_gone_to(qtbot: QtBot, view: TextView) -> None:
    arrived: list[tuple[int, int | None] | None] = []
    view.arrived.connect(lambda: arrived.append(view.current))
    view.show_page(2, -1)
    assert not arrived, "what has not been put in yet cannot be gone to"
    assert 0 < len(view.toPlainText()) < len(_LONG)
    qtbot.waitUntil(lambda: bool(arrived), timeout=_WAIT)
    assert arrived == [(2, 1)]
    assert _LONG in view.toPlainText()
    assert view.sees_current()


def test_a_long_page_above_does_not_move_what_is_read(qtbot: QtBot, view: TextView) -> None:
    view.show_page(3)
    qtbot.waitUntil(lambda: _LONG in view.toPlainText(), timeout=_WAIT)
    text = view.toPlainText()
    assert text.startswith("Page 2\n")
    assert text.index(_LONG) < text.index("Page 3\nA short page 3.")
    assert text.count(_LINE) == 1000
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum(), "the short page that is read is still in view, at the end"


def test_another_page_is_not_kept_waiting_by_a_long_one(qtbot: QtBot, view: TextView) -> None:
    view.show_page(2)
    view.show_page(1)
    qtbot.waitUntil(lambda: view.page == 1, timeout=_WAIT)
    qtbot.waitUntil(lambda: view.loaded() == (1, 2, 3) or view.loaded() == (1, 2), timeout=_WAIT)
    assert view.toPlainText().startswith("Page 1\nA short page 1.\n")
