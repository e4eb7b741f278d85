"""The deadline sheet: one page, whatever is shown, and it says what it left out."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from archiveviewer.gui.deadlines.rows import Group, Lane, lane
from archiveviewer.gui.deadlines.sheet import Sheet, _Page, lines, page
from archiveviewer.gui.theme import Theme
from gui.countries.sample import NAMES, SampleArchive

LANES = tuple(lane(chain, NAMES[chain.country][0]) for chain in SampleArchive().chains())


def _sheet(count: int) -> Sheet:
    chosen = [LANES[number % len(LANES)] for number in range(count)]
    lanes = tuple(lane(replace(item.chain, country=f"X{number}"), f"{item.name} {number}") for number, item in enumerate(chosen))
    return Sheet(lanes, "Regional archive", "2026-11-23", "2025-07-31")


def test_lines_follow_the_list_under_their_groups() -> None:
    shown, left = lines(Sheet(LANES, "a", "2026-11-23", None), 100)
    assert [item for item in shown if isinstance(item, Group)] == [group for group in Group if group != Group.OTHER]
    names = [item.name for item in shown if isinstance(item, Lane)]
    assert (names[:3], len(names), left) == (["Thailand", "Bosnia and Herzegovina", "South Sudan"], 12, 0)


@pytest.mark.parametrize(("most", "rows", "left"), [(4, 3, 10), (3, 3, 10), (1, 0, 12), (0, 0, 12)])
def test_no_group_stands_without_a_lane_and_the_rest_is_counted(most: int, rows: int, left: int) -> None:
    shown, without = lines(Sheet(LANES, "a", "2026-11-23", None), most)
    assert (len(shown), without) == (rows, left)


@pytest.mark.parametrize("count", [0, 12, 60, 400])
def test_all_is_on_one_page(theme: Theme, count: int) -> None:
    printed = page(_sheet(count), theme)
    assert printed.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


@pytest.mark.parametrize(("direction", "sides"), [("LeftToRight", (True, False)), ("RightToLeft", (False, True))])
def test_the_page_is_mirrored_with_the_window(qapp: QApplication, theme: Theme, direction: str, sides: tuple[bool, bool]) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection[direction])
    paper = QImage(1000, 1400, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    _Page(painter, QRectF(paper.rect()), theme.font("body").family()).paint(Sheet(LANES, "a", "2026-11-23", None))
    painter.end()
    title = [[paper.pixelColor(x, y).lightness() < 100 for y in range(30)] for x in (*range(60), *range(940, 1000))]
    assert (any(map(any, title[:60])), any(map(any, title[60:]))) == sides
