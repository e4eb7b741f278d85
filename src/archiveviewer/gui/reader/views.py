"""The views of one document, of which one is seen: its pages, their text, its outline; or what stands there instead of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from archiveviewer.gui.reader.bars.tool_row import Tab
from archiveviewer.gui.reader.document.attempt import Ready
from archiveviewer.gui.reader.document.lighting import Lighting
from archiveviewer.gui.reader.empty import EmptyReader
from archiveviewer.gui.reader.notes.annotating import Marked
from archiveviewer.gui.reader.paper.page_view import PageView
from archiveviewer.gui.reader.password import PasswordPrompt
from archiveviewer.gui.reader.side.outline_view import OutlineView
from archiveviewer.gui.reader.text.passage_area import Fetch
from archiveviewer.gui.reader.text.text_view import TextView
from archiveviewer.gui.theme import Theme
from archiveviewer.layout.aim import Aim
from archiveviewer.layout.zoom import Fit, Zoom
from archiveviewer.records import Note, ViewFault

_MARKDOWN = "text/markdown"
_LISTS = (Tab.OUTLINE, Tab.NOTES)


class Views(QStackedWidget):
    """Holds the views and knows which is seen; who holds this connects what they say."""

    def __init__(self, theme: Theme, notes: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notes = notes
        self.empty = EmptyReader(theme, self)
        self.prompt = PasswordPrompt(theme, self)
        self.pages = PageView(theme, self)
        self.text = TextView(theme, self)
        self.outline = OutlineView(theme, self)
        self.tab = Tab.PAGE
        self._ready: Ready | None = None
        for view in (self.empty, self.prompt, self.pages, self.text, self.outline, self.notes):
            self.addWidget(view)

    def show_document(self, ready: Ready, lighting: Lighting, fetch: Fetch) -> None:
        """Hold another document; `turn_to` says where it is read."""
        self.show_pages(ready, lighting)
        self._ready = ready
        document = ready.document
        headings = () if document.paged else {item.title for item in ready.outline}
        markdown = document.media_type == _MARKDOWN
        self.text.show_document(document.pages, fetch, headed=document.paged, headings=headings, markdown=markdown)
        if ready.fault is ViewFault.PASSWORD:
            self.prompt.ask(document.id)
        elif ready.session:
            self.prompt.forget()

    def show_pages(self, ready: Ready, lighting: Lighting) -> None:
        """Show the page of another document that has been drawn ahead, before all the rest."""
        if ready.session and ready.pages:
            if self.tab is not Tab.TEXT:
                self.setCurrentWidget(self.pages)
            self.pages.show_document(ready.session, ready.pages, lighting)
        else:
            self.pages.clear()

    def aim(self, spare: int = 0) -> Aim:
        """Return how pages will be seen here: they may be behind another view now, and get the `spare` height of what goes away."""
        return self.pages.aim(self.size() - self.pages.size() + QSize(0, spare))

    def set_notes(self, notes: Sequence[Note]) -> None:
        """Show the notes of the document, on its pages and in their text."""
        self.pages.set_notes(notes)
        self.text.set_notes(notes)

    def clear(self) -> None:
        """Hold nothing."""
        self._ready = None
        self.pages.clear()
        self.text.set_notes(())
        self.text.clear_document()

    def light(self, lighting: Lighting) -> None:
        """Light other words."""
        self.pages.light(lighting)
        self.text.relight()

    def offered(self) -> list[tuple[Tab, str]]:
        """Return the views that the document has, with their words."""
        ready = self._ready
        if ready is None:
            return []
        if ready.session:
            tabs = [(Tab.PAGE, self.tr("Page")), (Tab.TEXT, self.tr("Text"))]
        else:
            tabs = [(Tab.PAGE, self.tr("Text") if ready.document.paged else self.tr("Page"))]
        if ready.session or ready.outline:
            tabs.append((Tab.OUTLINE, self.tr("Outline")))
        tabs.append((Tab.NOTES, self.tr("Notes")))
        return tabs

    @property
    def shows_pages(self) -> bool:
        """Whether the pages are what is looked at: not their text, and not a document without any."""
        return self._ready is not None and self._ready.session is not None and self.tab is not Tab.TEXT

    @property
    def shows_list(self) -> bool:
        """Whether what is looked at leads to a page, and is left when one is gone to."""
        return self.tab in _LISTS

    @property
    def page(self) -> int:
        """The page or section that is read, 0 when there is none."""
        return self.pages.page if self.shows_pages else self.text.page

    @property
    def page_count(self) -> int:
        """How many pages or sections there are, 0 when nothing is open."""
        return self.pages.count if self.shows_pages else self._ready.document.pages if self._ready else 0

    @property
    def seen(self) -> QWidget:
        """The view that is seen."""
        return self.currentWidget() or self

    def show_tab(self, tab: Tab | None = None) -> None:
        """Bring a view to the front, or that of the tab that is chosen."""
        self.tab = tab or self.tab
        if self._ready and self._ready.fault is ViewFault.PASSWORD:
            self.setCurrentWidget(self.prompt)
        elif self.tab is Tab.OUTLINE:
            self.setCurrentWidget(self.outline)
        elif self.tab is Tab.NOTES:
            self.setCurrentWidget(self.notes)
        else:
            self.setCurrentWidget(self.pages if self.shows_pages else self.text)

    def show_sentence(self, head: str = "", text: str = "") -> None:
        """Show that nothing is open, or why not."""
        if head:
            self.empty.say(head, text)
        self.setCurrentWidget(self.empty)

    def turn_to(self, page: int, hit: int | None = None, *, guess: float | None = None) -> None:
        """Bring a page into view, with its hit number `hit`, in the view that is seen."""
        if self.shows_pages:
            self.pages.show_page(page, hit, guess=guess)
        else:
            self.text.show_page(page, hit)

    def take_keys(self) -> None:
        """Give the keys to what is read."""
        self.seen.setFocus(Qt.FocusReason.OtherFocusReason)

    def selected_text(self) -> str:
        """Return what is selected in the view that is seen."""
        return self.pages.selection.text() if self.shows_pages else self.text.selected_text()

    def selected_page(self) -> int:
        """Return the page that what is selected begins on."""
        pages = self.pages.selection.pages
        return pages[0] if self.shows_pages and pages else self.page

    def marked(self, label: Callable[[int], str]) -> Marked:
        """Return what is selected, or else the page that is read, as what a note would be on."""
        selection = self.pages.selection
        if self.shows_pages and not selection.is_empty:
            page = selection.pages[0]
            span, letters = selection.span_on(page), selection.letters(page)
            if span and letters:
                return Marked(page, label(page), letters.text[span[0] : span[1]].strip("\n"), span[0])
        if not self.shows_pages and (there := self.text.selection()) and (passage := self.text.passage(there[0])):
            page, span = there
            return Marked(page, label(page), passage.text[span[0] : span[1]].strip("\n"), span[0])
        page = max(self.page, 1)
        return Marked(page, label(page), "")

    def clear_selection(self) -> None:
        """Select nothing any more."""
        if self.shows_pages:
            self.pages.selection.clear()
        else:
            cursor = self.text.textCursor()
            cursor.clearSelection()
            self.text.setTextCursor(cursor)

    def select_all(self) -> None:
        """Select the text of the page that is read, or all text that is loaded."""
        self.pages.select_all() if self.shows_pages else self.text.selectAll()

    # -- zoom ---------------------------------------------------------------------------------------------------

    @property
    def percent(self) -> float:
        """How large what is seen is."""
        return self.pages.percent if self.shows_pages else self.text.percent

    @property
    def zoom(self) -> Zoom:
        """The zoom of what is seen; text has only a size."""
        return self.pages.zoom if self.shows_pages else Zoom(Fit.NOTHING, self.text.percent)

    def set_zoom(self, zoom: Zoom) -> None:
        """Change the zoom of what is seen."""
        if self.shows_pages:
            self.pages.set_zoom(zoom)
        elif zoom.fit is Fit.NOTHING:
            self.text.set_percent(zoom.percent)

    def usual_zoom(self) -> Zoom:
        """Return the zoom that what is seen begins with."""
        return Zoom() if self.shows_pages else Zoom(Fit.NOTHING, 100)
