"""Which page of a document is read, in which of its views, and how large: by tabs, keys, the field for the page, and lists of pages."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.reader.bars.tool_row import Tab
from archiveviewer.gui.reader.document.passages import Archive
from archiveviewer.gui.reader.parts import ReaderParts
from archiveviewer.gui.theme import Theme
from archiveviewer.layout.aim import Aim
from archiveviewer.layout.zoom import Zoom
from archiveviewer.records import Place

_FURTHER_MS = 120


class TurningPane(ReaderParts):
    """Adds turning pages to the parts of the reader."""

    def __init__(self, archive: Archive, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(archive, theme, parent)
        self._chosen_at: float | None = None
        self._further = QTimer(self, singleShot=True, interval=_FURTHER_MS)
        self._further.timeout.connect(self._look_further)

    def _look_further(self) -> None:
        """Ask what can wait until the page is on the screen."""
        raise NotImplementedError

    # -- views ------------------------------------------------------------------------------------------------

    def take_keys(self) -> None:
        """Give the keys to what is read."""
        self._views.take_keys()

    def _has_keys(self) -> bool:
        """Tell whether what is read has the keys."""
        focus = self.focusWidget()
        return focus is not None and focus.hasFocus() and (focus is self._views.seen or self._views.seen.isAncestorOf(focus))

    def _aim(self) -> Aim:
        """Return how pages will be seen: without the banner of the document before."""
        return self._views.aim(0 if self._banner.isHidden() else self._banner.height())

    def _offer_tabs(self) -> None:
        if self._ready and not self._labels():
            self._tools.clear()
        tabs = self._views.offered()
        if self._views.tab not in [tab for tab, _ in tabs] or self._views.shows_list:
            self._views.tab = Tab.PAGE
        self._tools.set_tabs(tabs, self._views.tab)
        self._show_view()

    def _show_tab(self, tab: Tab) -> None:
        """Show another view, at the same page."""
        if self._ready is None or tab is self._views.tab or tab not in [offered for offered, _ in self._views.offered()]:
            return
        page, current = self.page, self._walk.current
        keys = self._has_keys()
        self._views.tab = tab
        self._tools.set_tab(tab)
        self._show_view()
        if tab is Tab.OUTLINE:
            self._outlining.want()
            self._views.outline.set_page(page)
        elif page and self.page != page:
            self._views.turn_to(page, current[1] if current and current[0] == page else None)
        if keys:
            self.take_keys()

    def _show_view(self) -> None:
        self._views.show_tab()
        self._say_zoom()
        self._cautions.say()

    # -- zoom -------------------------------------------------------------------------------------------------

    def _set_zoom(self, zoom: Zoom) -> None:
        self._views.set_zoom(zoom)
        self._say_zoom()

    def _say_zoom(self) -> None:
        self._tools.zoom.say(self._views.zoom, fits=self._views.shows_pages)

    # -- pages ------------------------------------------------------------------------------------------------

    def _turn_to(self, page: int) -> None:
        if self._ready:
            self._views.turn_to(page)

    def _jump_to(self, page: int) -> None:
        """Turn to a page that may be far away, so that one can come back to where one was."""
        if self._ready and page != self.page:
            self.jumped.emit(Place(self._ready.document.id, page, query=self._place.query if self._place else ""))
        self._turn_to(page)

    def _on_page_typed(self, text: str) -> None:
        """Go to the page with this label, or else of this number."""
        labels = [label.casefold() for label in self._labels()]
        wanted = text.strip().casefold()
        if wanted in labels:
            self._jump_to(labels.index(wanted) + 1)
        elif wanted.isdecimal() and 1 <= int(wanted) <= len(labels):
            self._jump_to(int(wanted))
        else:
            self.said.emit(self.tr("There is no page {label}.").format(label=text.strip()))
            return
        self.take_keys()

    def _on_outline_chosen(self, page: int) -> None:
        self._show_tab(Tab.PAGE)
        self._jump_to(page)
        self.take_keys()

    def _on_thumbnails(self, wanted: bool) -> None:
        if wanted:
            self._side.show_part("thumbs")
            self._thumbs.set_page(self.page)
        else:
            self._side.hide_part("thumbs")

    def _on_turned(self) -> None:
        """Take the sizes of pages that have been turned for the small pictures as well."""
        if self._ready and self._ready.session:
            self._thumbs.show_document(self._ready.session, self._views.pages.document)

    def _on_page_changed(self, page: int) -> None:
        if self._ready is None or page != self.page:
            return
        self._say_page(page)
        self._cautions.say()
        self._thumbs.set_page(page)
        if self._chosen_at is None:
            self._further.start()

    def _say_page(self, page: int) -> None:
        labels = self._labels()
        if self._ready is None or not 1 <= page <= len(labels):
            return
        total = len(labels)
        if not self._ready.document.paged:
            self._tools.say_section(self.tr("Section {number} of {total}").format(number=page, total=total))
        elif labels[page - 1] == str(page):
            self._tools.say_page(labels[page - 1], self.tr("of {total}").format(total=total))
        else:
            self._tools.say_page(labels[page - 1], self.tr("({number} of {total})").format(number=page, total=total))
        self._views.pages.setAccessibleName(
            self.tr("Page {label} of {title}").format(label=labels[page - 1], title=self._ready.document.title)
        )
        self._commands.previous_page.setEnabled(page > 1)
        self._commands.next_page.setEnabled(page < total)
