"""Colours, type and icons of the window, for the theme that is chosen or that the system asks for.

A `Theme` is handed to every widget. Widgets ask it when they paint, and repaint when `changed` is emitted. "system" follows the colour
scheme of the system (an unknown one counts as light); where the system itself is in high contrast, the tokens read its palette.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetrics, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication

from archiveviewer.gui import icons
from archiveviewer.gui.palettes import of_system, palette
from archiveviewer.gui.sheet import sheet
from archiveviewer.gui.tokens import STATES, THEMES, TOKENS

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

CHOICES = ("system", *THEMES)
SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
"""Text sizes that the menu offers, in per cent."""

_LEAST_POINTS = 10.0
_MOST_CUTS = 4000
_APART = 3
"""Pixels between the icon of a button and its words, beside the 4 of Qt."""
_WRITING = (
    (re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"), ("Noto Sans Arabic", "Geeza Pro")),
    (re.compile("\\A(?!.*[\u3040-\u30ff]).*[\u3400-\u9fff]", re.DOTALL), ("Noto Sans CJK SC", "Microsoft YaHei UI", "PingFang SC")),
)
"""Fonts for Arabic and Chinese. Left to itself, the system may take a coarse one, or the Japanese forms of Chinese characters.

They are named only for a text that needs them, and not where it has Khmer or the like too: Qt warns of every named font that lacks a
script of the text.
"""
_SHAPED = re.compile("[\u0900-\u1cff]")
_ROLES: Mapping[str, tuple[float, bool]] = {
    "chip": (0.8, False),
    "chip_strong": (0.8, True),
    "caption": (0.85, False),
    "caption_strong": (0.85, True),
    "body": (1.0, False),
    "title": (1.0, True),
    "answer": (1.15, True),
    "reading": (1.15, False),
    "message": (1.35, True),
    "place": (1.5, True),
    "first": (1.8, True),
}
"""Size in parts of the body's size, and whether it is strong."""


class Theme(QObject):
    """The look in force. `changed` is emitted when colours or sizes are others than before."""

    changed = Signal()

    def __init__(self, choice: str = "system", *, percent: int = 100, parent: QObject | None = None) -> None:
        """Take the choice of a user, one of `CHOICES`, and the size of the text in per cent."""
        super().__init__(parent)
        self._choice = choice if choice in CHOICES else "system"
        self._percent = percent
        self._hints = QGuiApplication.styleHints()
        self._access = self._hints.accessibility()
        self._system_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._system_palette = QPalette(QGuiApplication.palette())
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[str, QFont] = {}
        self._pixmaps: dict[tuple[object, ...], QPixmap] = {}
        self._heights: dict[str, int] = {}
        self._widths: dict[str, int] = {}
        self._cuts: dict[tuple[str, str, int, bool], tuple[str, int]] = {}
        self._applied = False
        self._read()
        self._follow_system()

    # -- what is chosen -----------------------------------------------------------------------------------------

    @property
    def choice(self) -> str:
        """The choice of the user: system, light, dark or contrast."""
        return self._choice

    @property
    def name(self) -> str:
        """The theme in force: light, dark or contrast."""
        if self._choice != "system":
            return self._choice
        if self._system_contrast():
            return "contrast"
        return "dark" if self._hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    @property
    def percent(self) -> int:
        """The size of the text in per cent."""
        return self._percent

    def set_choice(self, choice: str) -> None:
        """Change the theme; unknown choices count as "system"."""
        self._choice = choice if choice in CHOICES else "system"
        self._refresh()

    def set_percent(self, percent: int) -> None:
        """Change the size of the text, from 80 to 200 per cent."""
        self._percent = max(SIZES[0], min(SIZES[-1], percent))
        self._refresh()

    @property
    def reduced_motion(self) -> bool:
        """Whether the system asks for less motion."""
        return self._access.motionPreference() == Qt.MotionPreference.ReducedMotion

    # -- what widgets ask ---------------------------------------------------------------------------------------

    def color(self, token: str) -> QColor:
        """Return the colour of a token. Raises KeyError for a name that is not in `tokens`."""
        return self._colors[token]

    def font(self, role: str, text: str = "") -> QFont:
        """Return the font of a role, such as body, title, caption, chip, answer, message, place, first or reading, for a text."""
        for writing, families in () if text.isascii() or _SHAPED.search(text) else _WRITING:
            if writing.search(text):
                return self._font_with(role, families)
        if role not in self._fonts:
            factor, strong = _ROLES[role]
            font = QFont(self._system_font)
            font.setPointSizeF(self._base_points() * factor)
            font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
            if role in ("caption", "caption_strong", "body", "title"):
                font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[role] = font
        return self._fonts[role]

    def _font_with(self, role: str, families: Sequence[str]) -> QFont:
        """Return the font of a role, with others behind it for what it lacks."""
        key = f"{role} {families[0]}"
        if key not in self._fonts:
            font = QFont(self.font(role))
            # by its real name: with one such as "Sans Serif" before them the others would come first, also for Latin
            font.setFamilies([QFontInfo(self._system_font).family(), *filter(QFontDatabase.hasFamily, families)])
            self._fonts[key] = font
        return self._fonts[key]

    def icon(self, name: str, *, size: int = 16, token: str = "text", line: float = icons.LINE, ratio: float | None = None) -> QPixmap:
        """Return an icon in the colour of a token, sharp at `ratio` (that of the screen), turned round from right to left."""
        ratio = ratio or _screen_ratio()
        side = max(size, round(size * self._percent / 100))
        mirrored = name in icons.MIRRORED and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        key = (name, side, token, line, ratio, mirrored)
        if key not in self._pixmaps:
            self._pixmaps[key] = icons.draw(name, color=self.color(token), size=side, ratio=ratio, line=line, mirrored=mirrored)
        return self._pixmaps[key]

    def qicon(self, name: str, *, size: int = 16, token: str = "text") -> QIcon:
        """Return an icon for buttons and menus, faint when disabled."""
        from PySide6.QtGui import QIcon  # 10 ms of the start, for those who need it

        icon = QIcon(self.icon(name, size=size, token=token))
        icon.addPixmap(self.icon(name, size=size, token="faint"), QIcon.Mode.Disabled)
        return icon

    def dress(self, button: QAbstractButton, name: str, *, token: str = "text") -> None:
        """Give a button with words an icon, a little further from them than Qt puts it."""
        from PySide6.QtGui import QIcon  # 10 ms of the start, for those who need it

        icon = QIcon(_apart(self.icon(name, token=token)))
        icon.addPixmap(_apart(self.icon(name, token="faint")), QIcon.Mode.Disabled)
        button.setIcon(icon)
        button.setIconSize(QSize(self.space(16) + _APART, self.space(16)))

    def height(self, role: str) -> int:
        """Return the height of a line of Latin text."""
        if role not in self._heights:
            self._heights[role] = QFontMetrics(self.font(role)).height()
        return self._heights[role]

    def average_width(self, role: str) -> int:
        """Return the width of the average Latin letter."""
        if role not in self._widths:
            self._widths[role] = QFontMetrics(self.font(role)).averageCharWidth()
        return self._widths[role]

    def cut(self, text: str, role: str, width: int, *, middle: bool = False) -> tuple[str, int]:
        """Return `text` cut to `width` at its end, or in its middle, and how wide that is; what was cut before is kept."""
        key = (text, role, width, middle)
        if key not in self._cuts:
            if len(self._cuts) > _MOST_CUTS:
                self._cuts.clear()
            metrics = QFontMetrics(self.font(role, text))
            whole = metrics.horizontalAdvance(text)
            mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
            shown = text if whole <= width else metrics.elidedText(text, mode, width)
            self._cuts[key] = (shown, whole if shown is text else min(width, metrics.horizontalAdvance(shown)))
        return self._cuts[key]

    def state(self, state: str) -> tuple[str, str]:
        """Return icon and colour token of the state of a deadline."""
        return STATES.get(state, STATES["unknown"])

    def state_icon(self, state: str, *, size: int = 16) -> QPixmap:
        """Return the icon of a state in its colour, with the stronger line of states."""
        name, token = self.state(state)
        return self.icon(name, size=size, token=token, line=icons.STATE_LINE)

    def space(self, pixels: int) -> int:
        """Return a length that grows with the text, never under its size at 100 per cent."""
        return max(pixels, round(pixels * self._percent / 100))

    # -- the application ----------------------------------------------------------------------------------------

    def apply(self) -> None:
        """Give the application style, palette, font and style sheet of this theme, now and at each change."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        if not self._applied:
            app.setStyle("Fusion")
        self._applied = True
        app.setFont(self.font("body"))
        app.setPalette(palette(self._colors))
        app.setStyleSheet(sheet({name: color.name() for name, color in self._colors.items()}, space=self.space))

    # -- inside -------------------------------------------------------------------------------------------------

    def _base_points(self) -> float:
        return max(_LEAST_POINTS, self._system_font.pointSizeF()) * self._percent / 100

    def _read(self) -> None:
        self._colors = {name: QColor(value) for name, value in TOKENS[self.name].items()}
        if self._choice == "system" and self._system_contrast():
            self._colors = {token: of_system(token, self._system_palette) for token in self._colors}
        for made in (self._fonts, self._pixmaps, self._heights, self._widths, self._cuts):
            made.clear()

    def _system_contrast(self) -> bool:
        return self._access.contrastPreference() == Qt.ContrastPreference.HighContrast

    def _follow_system(self) -> None:
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._access.contrastPreferenceChanged.connect(self._on_system_changed)

    def _on_system_changed(self) -> None:
        if self._choice == "system":
            self._refresh()

    def _refresh(self) -> None:
        self._read()
        if self._applied:
            self.apply()
        self.changed.emit()


def _apart(picture: QPixmap) -> QPixmap:
    """Return a picture with some room behind it."""
    ratio, size = picture.devicePixelRatio(), picture.deviceIndependentSize()
    wide = QPixmap(round((size.width() + _APART) * ratio), picture.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(_APART if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0, 0, picture)
    painter.end()
    return wide


def _screen_ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0
