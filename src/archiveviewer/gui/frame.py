"""The frame around what is shown: the bar above, the rail at the leading edge, the footer, and thin lines between them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from archiveviewer.gui.actions import Actions
from archiveviewer.gui.footer import Footer
from archiveviewer.gui.rail import Rail
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.topbar import TopBar
from archiveviewer.gui.widgets.boxes import beside, stacked
from archiveviewer.gui.widgets.ground import Ground
from archiveviewer.gui.widgets.tabs import tab_chain


class Frame(QWidget):
    """Holds the bars, and in the middle a library or the ways to begin. `commands` are the actions of the window around it."""

    def __init__(self, theme: Theme, commands: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.commands = theme, commands
        self.top = TopBar(theme, self)
        self.rail = Rail(theme, self)
        self.footer = Footer(theme, self)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(Ground(theme, "pane", parent=self))
        self._lay_out()
        self.top.menu.setMenu(commands.menu)
        commands.open_menu.triggered.connect(self.top.menu.showMenu)
        self.top.back.clicked.connect(commands.back.trigger)
        self.top.forward.clicked.connect(commands.forward.trigger)
        self.show_ways(back=False, forward=False)

    def _lay_out(self) -> None:
        row = beside(self.rail, self._line(vertical=True), (self._middle, 1))
        stacked(self.top, self._line(), (row, 1), self._line(), self.footer, within=self)

    def _line(self, *, vertical: bool = False) -> Ground:
        line = Ground(self.theme, "line", parent=self)
        if vertical:
            line.setFixedWidth(1)
        else:
            line.setFixedHeight(1)
        return line

    # -- what is shown ------------------------------------------------------------------------------------------

    def fill(self, widget: QWidget) -> None:
        """Show a widget in the middle."""
        if self._middle.indexOf(widget) < 0:
            self._middle.addWidget(widget)
        self._middle.setCurrentWidget(widget)

    def take_out(self, widget: QWidget) -> None:
        """Hold a widget no longer."""
        self._middle.removeWidget(widget)

    def show_ways(self, *, back: bool, forward: bool) -> None:
        """Enable back and forward when they lead somewhere."""
        commands, top = self.commands, self.top
        for action, button, leads in ((commands.back, top.back, back), (commands.forward, top.forward, forward)):
            action.setEnabled(leads)
            button.setEnabled(leads)

    def tab_after(self, pane: QWidget) -> None:
        """Let Tab go from the reader to what is used least, and from there round to the search field."""
        here = [widget for widget in pane.findChildren(QWidget) if widget.window() is self.window()]
        inside = [widget for widget in here if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
        top = self.top
        tab_chain([*inside, *self.footer.links(), top.library, top.language, top.menu, *self.rail.buttons(), top.back, top.forward])
