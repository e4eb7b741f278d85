"""Finds the outline of the document that is open: that of the library, else that of the file, else one made of its headings.

The first is there at once, the second is asked for when the page is on the screen, and headings are looked for only when somebody wants to
see the outline: a few pages at a time, so that pages are drawn meanwhile.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from archiveviewer.gui.reader.document.attempt import Ready
from archiveviewer.gui.reader.side.outline_view import Found, OutlineView
from archiveviewer.records import Contents, Headings, OutlineItem


class Outlining(QObject):
    """Fills the view of the outline. `changed` comes when it is known what is attached to the document."""

    changed = Signal()

    def __init__(self, view: OutlineView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._ready: Ready | None = None
        self._is_listed = self._is_wanted = False
        self.attached: tuple[str, ...] = ()

    def show_document(self, ready: Ready | None) -> None:
        """Hold another document, or none."""
        if self._ready and self._ready.session:
            self._ready.session.contents.disconnect(self._on_contents)
            self._ready.session.headings.disconnect(self._on_headings)
        self._ready = ready
        self._is_listed = self._is_wanted = False
        self.attached = ()
        self._show(ready.outline if ready else (), Found.IN_FILE)
        if ready and ready.session:
            ready.session.contents.connect(self._on_contents)
            ready.session.headings.connect(self._on_headings)

    def look(self) -> None:
        """Ask what the file says about itself, if that has not been asked."""
        if self._ready and self._ready.session and not self._is_listed:
            self._is_listed = True
            self._ready.session.ask_contents()

    def want(self) -> None:
        """Take note that somebody looks at the outline: where there is none, one is made."""
        self._is_wanted = True
        self._make()

    @property
    def items(self) -> tuple[OutlineItem, ...]:
        """The outline as far as it is known."""
        return self._view.items

    def _make(self) -> None:
        ready = self._ready
        if ready and ready.session and not self.items and self._is_listed and not ready.session.is_asked("contents"):
            self._show((), Found.LOOKING)
            ready.session.ask_headings()

    def _on_contents(self, contents: Contents) -> None:
        if contents.outline and not self.items:
            self._show(contents.outline, Found.IN_FILE)
        elif self._is_wanted:
            self._make()
        self.attached = contents.attached
        self.changed.emit()

    def _on_headings(self, headings: Headings) -> None:
        if self._ready is None or self._ready.session is None:
            return
        if headings.following:
            self._ready.session.ask_headings(headings.following)
        else:
            self._show(headings.outline, Found.MADE if headings.outline else Found.NOTHING)

    def _show(self, items: tuple[OutlineItem, ...], found: Found) -> None:
        labels = self._ready.pages.labels if self._ready and self._ready.pages else ()
        self._view.show_outline(items, labels, found)
