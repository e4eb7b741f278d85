"""Marked text, chips and rows: what is measured and what is painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from archiveviewer.gui.theme import Theme
from archiveviewer.gui.tokens import TOKENS
from archiveviewer.gui.widgets import chips, marked, rows
from archiveviewer.gui.widgets.chips import Chip, Look


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    assert qapp is not None
    return Theme("light")


def colors(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def canvas(theme: Theme, width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(theme.color("pane"))
    return image


@pytest.mark.parametrize(
    ("text", "span", "units"),
    [("deadline", (0, 8), (0, 8)), ("𠮷田 2020", (1, 2), (2, 3)), ("🕊 peace 🕊", (8, 9), (9, 11))],
)
def test_spans_are_counted_in_utf16_units(text: str, span: tuple[int, int], units: tuple[int, int]) -> None:
    assert marked.utf16_spans(text, [span]) == (units,)


def test_found_words_stand_on_the_ground_of_hits(theme: Theme) -> None:
    layout, height = marked.lay_out("new deadline set", [(4, 12)], width=300, theme=theme)
    image = canvas(theme, 300, 30)
    painter = QPainter(image)
    marked.paint(painter, layout, QPointF(0, 0), theme=theme)
    painter.end()
    assert height < 30
    assert QColor(TOKENS["light"]["hit"]).name() in colors(image)


def test_long_text_is_cut_in_its_second_line(theme: Theme) -> None:
    layout, height = marked.lay_out("a word and " * 40, [(2, 6), (430, 434)], width=200, theme=theme)
    assert layout.lineCount() == 2
    assert layout.text().endswith("…")
    assert height == pytest.approx(marked.lines_height(theme, lines=2), abs=4)
    assert len(layout.formats()) == 1


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("The States Parties granted the request – until 1 January 2020 – for Cambodia’s ‘remaining’ mined areas.", True),
        ("Les États parties ont accordé à la République du Sénégal la prolongation demandée jusqu'au 1er mars 2026.", True),
        ("a new deadline", False),
        ("រដ្ឋធម្មនុញ្ញនៃព្រះរាជាណាចក្រកម្ពុជា ដែលបានអនុម័តនៅថ្ងៃទី ២១ ខែកញ្ញា ឆ្នាំ ១៩៩៣ ដោយសភាធម្មនុញ្ញ", False),
        ("The States Parties granted the request 地雷 until 1 January 2020 for Cambodia, and all of the mined areas.", False),
    ],
)
def test_a_long_text_in_latin_letters_takes_two_lines_for_sure(theme: Theme, text: str, sure: bool) -> None:
    assert marked.surely_two_lines(text, width=200, theme=theme) is sure
    layout, height = marked.lay_out(text, [(2, 9)], width=200, theme=theme)
    assert not sure or (layout.lineCount(), height) == (2, marked.lay_out("a word and " * 40, [], width=200, theme=theme)[1])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("每一个工作的人，有权享受公正和合适的报酬，" * 5 + "人人有为维护其权利而组织工会的权利。", "工会"),
        ("The text before the word that was found is long, " * 6 + "and then comes the deadline.", "deadline"),
        (
            "The text before the word that was found is long, " * 6 + "and then the deadline, " + "and much that stands behind it " * 9,
            "deadline",
        ),
    ],
)
def test_the_first_word_found_is_never_cut(theme: Theme, text: str, word: str) -> None:
    at = text.index(word)
    layout, _ = marked.lay_out(text, [(at, at + len(word))], width=300, theme=theme)
    shown = layout.text()
    (mark,) = layout.formats()
    assert shown.startswith("…")
    assert shown[mark.start : mark.start + mark.length] == word
    assert layout.lineCount() == 2


def test_no_part_of_a_word_stands_before_the_ellipsis(theme: Theme) -> None:
    words = "The request was granted and a new deadline was set, " * 5
    for width in range(150, 260, 10):
        layout, _ = marked.lay_out(words, [], width=width, theme=theme)
        assert layout.text().removesuffix("…").rpartition(" ")[2].strip(",") in words.replace(",", "").split()


def test_unbroken_text_is_cut_too(theme: Theme) -> None:
    layout, _ = marked.lay_out("ខ្មែរ" * 80, [], width=120, theme=theme)
    assert layout.lineCount() == 2
    assert layout.text().endswith("…")


def test_chips_stand_side_by_side_and_mirrored(theme: Theme) -> None:
    row = [Chip("EN", Look.OPEN), Chip("FR", Look.YOURS), Chip("RU", Look.MISSING)]
    image = canvas(theme, 200, 26)
    painter = QPainter(image)
    rect = QRect(0, 0, 200, 26)
    forward = chips.paint_chips(painter, rect, row, theme)
    backward = chips.paint_chips(painter, rect, row, theme, rtl=True)
    painter.end()
    assert forward[0].left() == 0
    assert forward[0].right() < forward[1].left() < forward[2].left()
    assert backward[0].right() == 199
    assert forward[-1].right() + 1 == chips.chips_width(row, theme)
    assert chips.chips_width([], theme) == 0


def test_a_line_is_cut_to_its_room(theme: Theme) -> None:
    image = canvas(theme, 100, 20)
    painter = QPainter(image)
    whole = rows.Pen(painter, theme).write(QRect(0, 0, 100, 20), "Annex")
    cut = rows.Pen(painter, theme).write(QRect(0, 0, 40, 20), "Annex to the additional information")
    painter.end()
    assert whole == rows.width_of("Annex", theme)
    assert cut <= 40


def test_parts_are_isolated_from_each_other() -> None:
    assert rows.joined("كمبوديا", None, "2009") == "\u2068كمبوديا\u2069 · \u20682009\u2069"


@pytest.mark.parametrize(
    ("text", "otherwise", "backwards"),
    [
        ("Cambodia …", True, False),
        ("كمبوديا", False, True),
        ("2009 كمبوديا", False, True),
        ("\u2068Cambodia\u2069 · \u2068حالة\u2069", True, True),
        ("\u2068Cambodia\u2069 · 2009", False, False),
        ("31 · 12", True, True),
    ],
)
def test_first_letter_gives_the_direction(text: str, otherwise: bool, backwards: bool) -> None:
    assert rows.runs_backwards(text, otherwise=otherwise) is backwards


def test_visual_rectangles_turn_round() -> None:
    inside = QRect(0, 0, 100, 10)
    assert rows.visual(QRect(0, 0, 3, 10), inside, rtl=True) == QRect(97, 0, 3, 10)
    assert rows.visual(QRect(0, 0, 3, 10), inside, rtl=False) == QRect(0, 0, 3, 10)
