"""Hits in the document that is read: walked, looked for, listed and quoted."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.reader.document.lighting import Lighting, lighting_of
from archiveviewer.gui.reader.document.passages import Archive
from archiveviewer.gui.reader.document.quoting import Quoted
from archiveviewer.gui.reader.hits.found_list import FoundRow
from archiveviewer.gui.reader.turning import TurningPane
from archiveviewer.gui.theme import Theme
from archiveviewer.records import LitPage, Note


class SeekingPane(TurningPane):
    """Adds hits to the reader.

    `hit_changed` comes with document and page when the walk goes on, `past_last_hit` with 1 or -1 when it leaves the document.
    """

    hit_changed = Signal(int, int)
    past_last_hit = Signal(int)

    def __init__(self, archive: Archive, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(archive, theme, parent)
        self._note_wanted: Note | None = None

    def _on_sharp(self) -> None:
        """Tell that what was chosen is on the screen."""
        raise NotImplementedError

    # -- walking ----------------------------------------------------------------------------------------------

    def next_hit(self) -> None:
        """Go to the next hit; past the last of the document the window is asked."""
        self._step(1)

    def previous_hit(self) -> None:
        """Go to the hit before; past the first of the document the window is asked."""
        self._step(-1)

    def _step(self, direction: int) -> None:
        if self._ready:
            self._walk.step(direction, self._standing())
        else:
            self.past_last_hit.emit(direction)

    def _standing(self) -> int:
        """Return the page that a step starts from: that of the current hit while it can be seen, else the one that is read.

        The last sections of a web page are often shorter than the window, and never come to its top.
        """
        view = self._views.pages if self._views.shows_pages else self._views.text
        current = self._walk.current
        return current[0] if current and view.sees_current() else self.page

    def _start_walk(self) -> None:
        """Walk the hits of what is looked for, or else of the place."""
        place = self._finding.place or self._place
        if self._ready and place:
            place = replace(place, page=max(self.page, 1)) if self._finding.place else place
            self._walk.start(self._ready.document, place, lists=self._finding.place is not None)

    def _on_moved(self, page: int, index: int) -> None:
        self._views.turn_to(page, index)
        if self._ready:
            self.hit_changed.emit(self._ready.document.id, page)

    def _on_past(self, direction: int) -> None:
        """Begin again at the other end while one looks for words in this document; else the window knows what follows."""
        if not self._finding.place:
            self.past_last_hit.emit(direction)
        elif self._walk.wrap(direction):
            self.said.emit(self.tr("Went on from the beginning") if direction > 0 else self.tr("Went on from the end"))

    def _on_hits_changed(self) -> None:
        self._tools.say_hit("" if self._finding.place else self._walk.said())
        if self._finding.place:
            nothing = self._walk.is_complete and not self._walk.said()
            if nothing:
                self._side.hide_part("found")
            self._finding.bar.say(self.tr("Not in this document") if nothing else self._walk.said())

    # -- finding in the document ------------------------------------------------------------------------------

    def _find(self) -> None:
        """Let the user type what to look for in this document."""
        if self._ready is None:
            return
        self._finding.begin(self._ready.document, self._views.selected_text())

    def _on_finding_changed(self) -> None:
        """Light what is looked for now, and go to its first hit from here on; or light what was lit before."""
        page = self.page
        self._views.light(self._lighting())
        self._start_walk()
        if not self._views.shows_pages:
            self._views.turn_to(page)
        if self._finding.place:
            self._walk.step(1, page)
        else:
            self._side.hide_part("found")
            self._walk.count()
            self._on_hits_changed()

    def _on_finding_closed(self, had_keys: bool) -> None:
        self._side.hide_part("found")
        if had_keys:
            self.take_keys()

    def _on_listed(self, rows: tuple[FoundRow, ...]) -> None:
        """List hits, and show the list with the first of them: an empty one takes room from the page and says nothing."""
        if rows and self._finding.list.hits.rowCount() == 0:
            self._side.show_part("found")
        self._finding.list.hits.add(rows)
        if current := self._walk.current:
            self._finding.list.show_hit(*current)

    def _show_listed(self, now: tuple[int, int | None]) -> None:
        if self._finding.place and now[1] is not None:
            self._finding.list.show_hit(now[0], now[1])

    # -- what is lit and quoted -------------------------------------------------------------------------------

    def _lighting(self) -> Lighting:
        place = self._finding.place or self._place
        return lighting_of(place) if place else Lighting()

    def _on_found(self, lit: LitPage) -> None:
        self._walk.put(lit.page, len(lit.hits))

    def _on_arrived(self) -> None:
        now = self._views.pages.current
        if now and (lit := self._views.pages.lit(now[0])):
            self._walk.put(now[0], len(lit.hits))
            self._walk.arrive(*now)
            self._show_listed(now)
        self._say_page(self._views.pages.page)
        note, self._note_wanted = self._note_wanted, None
        if note:
            self._views.pages.reveal_note(note)

    def _on_text_arrived(self) -> None:
        now = self._views.text.current
        passage = self._views.text.passage(now[0]) if now else None
        if now and passage:
            self._walk.put(now[0], len(passage.hits))
            self._walk.arrive(*now)
            self._show_listed(now)
        self._say_page(self._views.text.page)
        if not self._views.shows_pages:
            self._on_sharp()

    def quote(self) -> None:
        """Copy what is selected, or the sentence of the current hit, with its citation."""
        self._excerpts.quote()

    def _quoted(self, selected: str) -> Quoted | None:
        """Return what would be quoted: what is selected, else the sentence of the current hit, or of the place."""
        if self._ready is None or self._place is None:
            return None
        page, index = self._walk.current or (self._place.page if self._place.quote else self.page, None)
        if selected:
            page = self._views.selected_page()
        document, country, label = self._ready.document, self._ready.country, self._label(page)
        return Quoted(document, country, page=page, index=index, lighting=self._lighting(), selected=selected, label=label)
