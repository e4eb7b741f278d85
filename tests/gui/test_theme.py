"""The theme answers with colours, fonts and icons, and tells when they change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from archiveviewer.assets import resource
from archiveviewer.gui.sheet import sheet
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.tokens import STATES, TOKENS


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_colours_are_those_of_the_choice(qapp: QApplication, choice: str) -> None:
    assert qapp is not None
    assert Theme(choice).color("accent") == QColor(TOKENS[choice]["accent"])


def test_unknown_system_scheme_counts_as_light(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PySide6.QtGui.QStyleHints.colorScheme", lambda _: Qt.ColorScheme.Unknown)
    assert Theme("system").name == "light"
    assert Theme("no such theme").choice == "system"
    assert qapp is not None


def test_a_change_is_told_once(qtbot: QtBot) -> None:
    theme = Theme("light")
    with qtbot.waitSignal(theme.changed):
        theme.set_choice("dark")
    assert theme.color("pane") == QColor("#24292F")


def test_fonts_are_parts_of_the_body(qapp: QApplication) -> None:
    assert qapp is not None
    theme = Theme("light")
    body = theme.font("body").pointSizeF()
    assert body >= 10
    assert theme.font("caption").pointSizeF() == pytest.approx(0.85 * body)
    assert theme.font("place").pointSizeF() == pytest.approx(1.5 * body)
    assert theme.font("title").weight() == QFont.Weight.DemiBold
    theme.set_percent(200)
    assert theme.font("body").pointSizeF() == pytest.approx(2 * body)
    theme.set_percent(1000)
    assert theme.percent == 200


@pytest.mark.parametrize(
    ("text", "family"), [("الألغام", "Noto Sans Arabic"), ("ﻡﺎﻐﻟﻷﺍ", "Noto Sans Arabic"), ("地雷", "Noto Sans CJK SC")]
)
def test_writing_of_the_archive_has_a_font_of_its_own(qapp: QApplication, text: str, family: str) -> None:
    assert qapp is not None
    if not QFontDatabase.hasFamily(family):
        pytest.skip(f"{family} is not installed")
    theme = Theme("light")
    assert _families(text, theme.font("title", text)) == {family}
    mixed = f"{text} 1 January 2020 · p. 12"
    assert _families("1 January 2020 · p. 12", theme.font("body", mixed)) == _families("1 January 2020 · p. 12", theme.font("body"))


def test_japanese_is_not_written_in_chinese_forms(qapp: QApplication) -> None:
    assert qapp is not None
    theme = Theme("light")
    assert theme.font("body", "地雷の除去") is theme.font("body")
    assert theme.font("body", "ម៉ីន") is theme.font("body")
    assert theme.font("body", "ម៉ីន، الألغام") is theme.font("body")


def _families(text: str, font: QFont) -> set[str]:
    """Return the fonts that a line is written with."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


def test_icons_take_colour_size_and_ratio(qapp: QApplication) -> None:
    assert qapp is not None
    theme = Theme("light")
    icon = theme.icon("search", size=20, token="accent", ratio=2.0)
    assert (icon.width(), icon.deviceIndependentSize().width()) == (40, 20)
    image = icon.toImage()
    inked = {image.pixelColor(x, y).name() for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() == 255}
    assert inked == {QColor(TOKENS["light"]["accent"]).name()}


def test_arrows_turn_round_from_right_to_left(qapp: QApplication) -> None:
    theme = Theme("light")
    straight = {name: theme.icon(name, ratio=1.0).toImage() for name in ("arrow-left", "search")}
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert theme.icon("arrow-left", ratio=1.0).toImage() != straight["arrow-left"]
        assert theme.icon("search", ratio=1.0).toImage() == straight["search"]
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_every_state_has_a_shape_of_its_own(qapp: QApplication) -> None:
    assert qapp is not None
    theme = Theme("light")
    shapes = {theme.state(state)[0] for state in ("running", "extended", "passed", "met", "unknown", "withdrawn")}
    assert len(shapes) == 6
    assert all(not theme.state_icon(state).isNull() for state in STATES)


def test_icons_come_with_their_licence() -> None:
    text = resource("icons/LICENSE").read_text(encoding="utf-8")
    assert "ISC License" in text
    assert "The MIT License (MIT)" in text


def test_style_sheet_is_filled(qapp: QApplication) -> None:
    assert qapp is not None
    filled = sheet(TOKENS["light"], space=lambda pixels: 2 * pixels)
    assert "@" not in filled
    assert "*px" not in filled
    assert "min-height: 56px" in filled
    theme = Theme("contrast")
    theme.apply()
    assert qapp.styleSheet()
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#000000")


def test_the_focus_of_a_button_is_its_edge_and_nothing_inside(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    for words in ("Cancel", "Check archive"):
        column.addWidget(QPushButton(words, window))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    first, button = window.findChildren(QPushButton)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    qtbot.waitUntil(button.hasFocus)
    image = button.grab().toImage()
    inside = {image.pixelColor(x, 3).name() for x in range(6, image.width() - 6)}
    assert inside == {theme.color("pane").name()}
    assert image.pixelColor(image.width() // 2, 0) == theme.color("accent")
