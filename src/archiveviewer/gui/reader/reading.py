"""Opens documents and shows them: the page first, then its title and tools, and what can wait when that is on the screen."""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.reader.bars import notices
from archiveviewer.gui.reader.bars.tool_row import Tab
from archiveviewer.gui.reader.document.attempt import Key, Ready
from archiveviewer.gui.reader.document.passages import Archive, fetching
from archiveviewer.gui.reader.seeking import SeekingPane
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Document, Place, ViewFault

_PATIENCE_MS = 1000


class ReadingPane(SeekingPane):
    """Adds documents to the reader.

    `title_changed` comes with the title of what is shown, `place_shown` with each Place that is opened from inside the reader or out of it,
    `sharp` with the milliseconds from a choice to a sharp page.
    """

    title_changed = Signal(str)
    place_shown = Signal(object)
    sharp = Signal(float)

    def __init__(self, archive: Archive, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(archive, theme, parent)
        self._has_siblings = False
        self._says_opening = False
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._on_impatient)
        self._calm = QTimer(self, singleShot=True, interval=0)
        self._calm.timeout.connect(self._on_calm)

    # -- what the window tells --------------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show a page of a document with its words lit. What is shown now stays until that is ready."""
        self._place = place
        self._chosen_at = time.perf_counter()
        self._finding.close()
        if self._ready and self._ready.document.id == place.document:
            self._opening.stop()
            self._views.prompt.ask_again()
            self._go()
        else:
            self._patience.start()
            self._opening.open(place, aim=self._aim())

    def expect(self, place: Place) -> None:
        """Take note of what will likely be shown next, to have it ready; nothing is seen of that."""
        if self._ready is None or self._ready.document.id != place.document:
            self._opening.expect(place, self._aim())

    def clear(self) -> None:
        """Show nothing."""
        self._finding.close()
        self._opening.stop()
        self._opening.stop_ahead()
        self._patience.stop()
        self._leave()
        self._views.clear()
        self._place = None
        self._title.show_document(None)
        self._tools.clear()
        self._banner.show_notice(None)
        self._views.show_sentence()
        self.title_changed.emit("")

    # -- documents --------------------------------------------------------------------------------------------

    def _on_ready(self, ready: Ready) -> None:
        keys = self._has_keys()
        self._patience.stop()
        if self._place and self._place.page <= 1:
            self._place = replace(self._place, page=ready.page)
        self._views.show_pages(ready, self._lighting())
        self._leave()
        self._ready = ready
        document = ready.document
        if ready.session:
            ready.session.restarted.connect(self._on_restarted)
        self._views.show_document(ready, self._lighting(), fetching(self._archive, self._tasks, document.id, self._lighting))
        self._thumbs.show_document(ready.session, ready.pages)
        self._outlining.show_document(ready)
        self._cautions.show_document(ready)
        self.outside.show_document(ready)
        self._annotating.show_document(document)
        if not ready.session and self._commands.thumbnails.isChecked():
            self._commands.thumbnails.trigger()
        for action in self._commands.of_pages():
            action.setEnabled(ready.session is not None)
        self._title.show_document(document, notices.where(document, ready.country))
        self._offer_tabs()
        self.title_changed.emit(document.title)
        self._go(ready.guess)
        if keys:
            self.take_keys()

    def _leave(self) -> None:
        """Let go of the document that is shown."""
        session = self._ready.session if self._ready else None
        self._annotating.show_document(None)
        self._thumbs.show_document(None, None)
        self._outlining.show_document(None)
        self._walk.stop()
        self._ready = None
        self._cautions.show_document(None)
        if self._says_opening:
            self._says_opening = False
            self.said.emit("")
        self.outside.show_document(None)
        self._has_siblings = False
        self._further.stop()
        if session:
            session.restarted.disconnect(self._on_restarted)
            self._opening.leave(session)

    def _go(self, guess: float | None = None) -> None:
        """Go to the place that was chosen, in the document that is open."""
        place, ready = self._place, self._ready
        if place is None or ready is None:
            return
        if self._views.shows_list:
            self._views.tab = Tab.PAGE
            self._tools.set_tab(Tab.PAGE)
        self._views.light(self._lighting())
        self._start_walk()
        self._show_view()
        page = min(max(place.page, 1), max(ready.document.pages, len(ready.pages.sizes) if ready.pages else 1))
        self._views.turn_to(page, (-1 if place.from_end else 0) if place.lights and not place.quote else None, guess=guess)
        self.place_shown.emit(place)

    def _on_restarted(self) -> None:
        self.said.emit(self.tr("The process that draws pages ended and was started again; nothing is lost."))

    def _on_impatient(self) -> None:
        """Say why nothing is seen yet, until something is."""
        self._says_opening = True
        self.said.emit(self.tr("Opening the document…"))

    def _on_failed(self, sentence: str) -> None:
        self.clear()
        self.said.emit(sentence)
        self._views.show_sentence(self.tr("This document cannot be opened"), sentence)

    # -- when the page is on the screen -----------------------------------------------------------------------

    def _on_sharp(self) -> None:
        if self._chosen_at is not None:
            self.sharp.emit((time.perf_counter() - self._chosen_at) * 1000)
            self._chosen_at = None
        self._calm.start()

    def _on_calm(self) -> None:
        """Do what has waited for the page to be on the screen."""
        self._opening.go_ahead()
        self._look_further()

    def _look_further(self) -> None:
        """Ask what can wait until the page is on the screen: how many hits there are, other languages, whether the text can be trusted."""
        self._walk.count()
        self._outlining.look()
        if self._ready is None:
            return
        document = self._ready.document.id
        if not self._has_siblings:
            self._has_siblings = True
            self._tasks.run(lambda: self._archive.siblings(document), self._on_siblings, lambda _: None)
        self._cautions.look()

    def _on_siblings(self, siblings: tuple[Document, ...]) -> None:
        if self._ready and any(sibling.id == self._ready.document.id for sibling in siblings):
            self._title.show_siblings(siblings)

    # -- once more --------------------------------------------------------------------------------------------

    def _try_again(self, key: Key) -> None:
        """Draw again what could not be drawn, or open the document again."""
        ready = self._ready
        if ready and ready.session:
            if key.patient:
                ready.session.wait_longer()
            self._views.pages.try_again()
        elif self._place:
            self._chosen_at = time.perf_counter()
            self._opening.open(self._place, key, aim=self._aim())
            self._patience.start()

    def _on_banner_chosen(self) -> None:
        """Do what the banner offers: try again, or wait longer for what took too long."""
        self._try_again(Key(patient=self._cautions.fault is ViewFault.TOO_SLOW))

    def _on_password_typed(self, password: str) -> None:
        self._try_again(Key(password=password))
