"""The button that says how large the page is, and its menu: what to fit, steps, and a field for any number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget, QWidgetAction

from archiveviewer.gui.language import NBSP
from archiveviewer.gui.reader.bars.buttons import MenuButton
from archiveviewer.gui.theme import Theme
from archiveviewer.layout.zoom import LARGEST, OFFERED, SMALLEST, Fit, Zoom, typed
from archiveviewer.text.escaping import isolate


class ZoomButton(MenuButton):
    """Says the zoom; `chosen` comes with another one. For text only numbers are offered."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QMenu(parent), parent)
        self._group = QActionGroup(self)
        self._field = QLineEdit(self)
        self._fits = [(Fit.TEXT, self.tr("Fit text")), (Fit.WIDTH, self.tr("Fit width")), (Fit.PAGE, self.tr("Fit page"))]
        self._zooms: list[Zoom] = []
        self._build()
        self.setAccessibleName(self.tr("Zoom"))
        self.setToolTip(self.tr("Zoom (Ctrl++, Ctrl+−, Ctrl+0)"))

    def say(self, zoom: Zoom, *, fits: bool = True) -> None:
        """Show a zoom as the one in force; `fits` tells whether there are pages that could fit."""
        words = dict(self._fits)
        self.setText(words.get(zoom.fit) or self._percent(zoom.percent))
        self.setAccessibleDescription(self.text())
        for action, offered in zip(self._group.actions(), self._zooms, strict=True):
            action.setVisible(fits or offered.fit is Fit.NOTHING)
            action.setChecked(offered.fit is zoom.fit and (zoom.fit is not Fit.NOTHING or round(offered.percent) == round(zoom.percent)))
        self.updateGeometry()

    def _build(self) -> None:
        for fit, word in self._fits:
            self._offer(word, Zoom(fit))
        self.menu().addSeparator()
        for step in OFFERED:
            self._offer(self._percent(step), Zoom(Fit.NOTHING, float(step)))
        self.menu().addSeparator()
        self._field.setPlaceholderText(self.tr("{least} to {most}").format(least=SMALLEST, most=self._percent(LARGEST)))
        self._field.setAccessibleName(self.tr("Zoom in per cent"))
        self._field.returnPressed.connect(self._on_typed)
        action = QWidgetAction(self)
        action.setDefaultWidget(self._field)
        self.menu().addAction(action)

    def _offer(self, word: str, zoom: Zoom) -> None:
        action = self.menu().addAction(word)
        action.setCheckable(True)
        action.triggered.connect(lambda: self.chosen.emit(zoom))
        self._group.addAction(action)
        self._zooms.append(zoom)

    def _percent(self, percent: float) -> str:
        return isolate(self.tr("{number}{space}%").format(number=round(percent), space=NBSP))

    def _on_typed(self) -> None:
        zoom = typed(self._field.text())
        if zoom is None:
            self._field.selectAll()
            return
        self._field.clear()
        self.menu().close()
        self.chosen.emit(zoom)
