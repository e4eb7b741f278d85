"""What is copied reads as one would type it, however the page stands and whatever is on it."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import papers
from archiveviewer.gui.reader.paper.selection import Selection
from archiveviewer.pages.desk import Handed
from archiveviewer.pages.viewers import Viewers
from archiveviewer.records import PageLetters, View
from shared import SHARED, needs_shared

TABLE = """
page = document.new_page(width=500, height=500)
page.insert_textbox((40, 60, 300, 200), "Clearance began in the north. The dead-\\nline moved twice.", fontsize=11)
for row, cells in enumerate((("Year", "Mines", "7"), ("2018", "1,204", "8"), ("2019", "203,671", "n"))):
    for column, cell in enumerate(cells):
        page.insert_text((60 + 120 * column, 340 + 16 * row), cell, fontsize=11)
"""
Copy = Callable[..., str]


@pytest.fixture(scope="module")
def copy() -> Iterator[Copy]:
    """Return what selects from some words to others on a page of a file, and copies that."""
    viewers, views = Viewers(), queue.Queue[View]()

    def call(path: Path, begin: str, end: str, *, page: int = 1) -> str:
        viewer = viewers.open(Handed(path.read_bytes()), views.put)
        assert views.get(timeout=30).fault is None
        viewer.letters(page)
        letters = views.get(timeout=30).value
        viewer.close()
        assert isinstance(letters, PageLetters)
        selection = Selection()
        selection.put(letters)
        start = letters.text.index(begin)
        selection.select(page, (start, letters.text.index(end, start) + len(end)))
        return selection.text()

    yield call
    viewers.close()


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_turned_page_is_copied_like_an_upright_one(copy: Copy, tmp_path: Path, turned: int) -> None:
    path = papers.make(tmp_path / "turned.pdf", f"{TABLE}page.set_rotation({turned})\n")
    assert copy(path, "Year", "n\n") == "Year\tMines\t7\n2018\t1,204\t8\n2019\t203,671\tn"
    assert copy(path, "Clearance", "twice.") == "Clearance began in the north. The deadline moved twice."


@needs_shared
@pytest.mark.parametrize(
    ("name", "page", "begin", "end", "copied"),
    [
        ("multicolumn.pdf", 1, "consectetuer adip", "vestibulum ut", "consectetuer adipiscing elit. Ut purus elit, vestibulum ut"),
        ("issue-67-example.pdf", 3, "营业收入", "-16.55%", "营业收入（元）\t4,755,785.11\t5,699,227.63\t-16.55%"),
        ("nics-background-checks-2015-11-rotated.pdf", 1, "Alabama", "859", "Alabama\t18,870\t23,022\t22,650\t859"),
        (
            "قانون رقم 23-12 يحدد القواعد العامة المتعلقة بالصفقات العمومية.pdf",
            5,
            "– بعنوان خدمات",
            "– مع",
            "– بعنوان خدمات الصلح والتحكيم،\n– مع",
        ),
        ("ohchr_2_fr.pdf", 4, "a par ailleurs", "d’une", "a par ailleurs été présentée et examinée le 21 juillet 2009, lors d’une"),
    ],
)
def test_real_pages_are_copied_as_they_are_read(copy: Copy, name: str, page: int, begin: str, end: str, copied: str) -> None:
    path = next((SHARED / "corpus").rglob(name))
    assert copy(path, begin, end, page=page) == copied
