"""What keys in the search field do: they ask, walk and open in Search, wherever one is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from archiveviewer.gui.desk.navigator import Navigator
from archiveviewer.gui.links import Links
from archiveviewer.gui.search_field import SearchField


class Asking(QObject):
    """Belongs to one desk, and connects it with the search field in the bar above."""

    def __init__(self, navigator: Navigator, field: SearchField, links: Links) -> None:
        super().__init__(navigator)
        self._navigator, self._workspace = navigator, navigator.workspace
        links.join(field.textEdited, self._on_text_edited)
        links.join(field.textChanged, self._on_text_changed)
        links.join(field.walked, self._on_walked)
        links.join(field.entered, self._on_entered)
        links.join(field.emptied_further, self._on_emptied_further)
        links.join(field.focused, self._on_field_focused)
        links.join(field.left, self._on_field_left)
        links.join(field.quote_wanted, self._on_quote_wanted)

    def _on_text_edited(self) -> None:
        """Search for what is typed, wherever one is."""
        if self._navigator.place != "search":
            self._navigator.go("search")
            self._workspace.search.set_lit(lit=True)

    def _on_text_changed(self, text: str) -> None:
        self._workspace.search.set_text(text)

    def _on_walked(self, steps: int) -> None:
        self._navigator.go("search")
        self._workspace.search.walk(steps)

    def _on_entered(self) -> None:
        self._navigator.go("search")
        self._workspace.search.enter()

    def _on_emptied_further(self) -> None:
        self._workspace.search.take_last_filter_off()

    def _on_quote_wanted(self) -> None:
        """Copy the quote of the selected result, or in another place that of what is read."""
        if self._navigator.place == "search":
            self._workspace.search.quote()
        else:
            self._workspace.reader.quote()

    def _on_field_focused(self, focused: bool) -> None:
        if self._workspace.has("search"):
            self._workspace.search.set_lit(lit=focused)

    def _on_field_left(self) -> None:
        pane = self._workspace.current
        if pane is not None:
            pane.setFocus(Qt.FocusReason.OtherFocusReason)
