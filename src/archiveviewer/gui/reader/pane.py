"""The reader: shows a place in a document, walks its hits, and quotes it. The window holds one.

A document comes in two steps. Away from the window's thread the archive opens it; only when its pages can be laid out does it take the
place of the one before, title and all, so that the reader never shows half of two. Pages come from a worker, text from the archive, and
the text stands in for pages that are not to be had.
"""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from archiveviewer.gui.reader import notices
from archiveviewer.gui.reader.aim import Aim
from archiveviewer.gui.reader.annotating import Annotating
from archiveviewer.gui.reader.attempt import NO_KEY, Key, Ready
from archiveviewer.gui.reader.banner import Banner
from archiveviewer.gui.reader.beside import corresponding_page
from archiveviewer.gui.reader.cautions import Cautions
from archiveviewer.gui.reader.commands import Commands
from archiveviewer.gui.reader.excerpts import Excerpts
from archiveviewer.gui.reader.finding import Finding
from archiveviewer.gui.reader.footnotes import Footnotes
from archiveviewer.gui.reader.found_list import FoundRow
from archiveviewer.gui.reader.lighting import Lighting, lighting_of
from archiveviewer.gui.reader.opening import Opening
from archiveviewer.gui.reader.outlining import Outlining
from archiveviewer.gui.reader.outside import Outside
from archiveviewer.gui.reader.pairing import Pairing
from archiveviewer.gui.reader.passages import Archive, fetching
from archiveviewer.gui.reader.quoting import Quoted, Quoting
from archiveviewer.gui.reader.side import SideSplit
from archiveviewer.gui.reader.thumbs import ThumbView
from archiveviewer.gui.reader.title_row import TitleRow
from archiveviewer.gui.reader.tool_row import Tab, ToolRow
from archiveviewer.gui.reader.views import Views
from archiveviewer.gui.reader.walk import Walk
from archiveviewer.gui.reader.zoom import Zoom, larger, smaller
from archiveviewer.gui.tasks import Tasks
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Document, LitPage, Note, Place, ViewFault

if TYPE_CHECKING:
    pass

_FURTHER_MS = 120
_PATIENCE_MS = 1000
_SECOND_MS = 1500
"""After so long a second process for documents is started: the first should have what the processor gives."""


class ReaderPane(QWidget):
    """The right side of the window.

    `hit_changed` comes with document and page when the walk goes on, `past_last_hit` with 1 or -1 when it leaves the document, `said`
    with a sentence for the footer, or an empty one when that is over, `title_changed` with the title of what is shown, `place_shown` with
    each Place that is opened from inside the reader or out of it, `jumped` with one inside the document before it is gone to, `sharp` with
    the milliseconds from a choice to a sharp page.
    """

    hit_changed = Signal(int, int)
    past_last_hit = Signal(int)
    said = Signal(str)
    title_changed = Signal(str)
    place_shown = Signal(object)
    sharp = Signal(float)
    jumped = Signal(object)

    def __init__(self, archive: Archive, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive, self._theme = archive, theme
        self._tasks = Tasks(self)
        self._opening = Opening(archive, self._tasks, self)
        self._walk = Walk(archive, self._tasks, self)
        self._finding = Finding(theme, self)
        self._annotating = Annotating(archive, self._tasks, theme, self)
        self._ready: Ready | None = None
        self._place: Place | None = None
        self._chosen_at: float | None = None
        self._has_siblings = False
        self._note_wanted: Note | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._on_impatient)
        self._says_opening = False
        self._further = QTimer(self, singleShot=True, interval=_FURTHER_MS)
        self._further.timeout.connect(self._look_further)
        self._calm = QTimer(self, singleShot=True, interval=0)
        self._calm.timeout.connect(self._on_calm)
        self._build()
        self._connect()
        self.clear()
        archive.warm_viewer()
        QTimer.singleShot(_SECOND_MS, self, archive.warm_viewer)

    # -- what the window tells ----------------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show a page of a document with its words lit. What is shown now stays until that is ready."""
        self._place = place
        self._chosen_at = time.perf_counter()
        self._finding.close()
        if self._ready and self._ready.document.id == place.document:
            self._opening.stop()
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

    def quote(self) -> None:
        """Copy what is selected, or the sentence of the current hit, with its citation."""
        self._excerpts.quote()

    def take_keys(self) -> None:
        """Give the keys to what is read."""
        self._views.take_keys()

    def close_documents(self) -> None:
        """End all work; for the window's end."""
        self._pair.close()
        self.clear()
        self._tasks.close()

    # -- what the window asks -----------------------------------------------------------------------------------

    @property
    def place(self) -> Place | None:
        """The place that is shown, with the page that is seen now: to come back to."""
        if self._place is None or self._ready is None or self._ready.document.id != self._place.document:
            return None
        page = self.page or self._place.page
        if page == self._place.page:
            return self._place
        return replace(self._place, page=page, quote="", value="", from_end=False)

    @property
    def page(self) -> int:
        """The page or section that is seen, 0 when there is none."""
        return self._views.page

    @property
    def document(self) -> Document | None:
        """The document that is shown."""
        return self._ready.document if self._ready else None

    @property
    def commands(self) -> Commands:
        """The actions of the reader, with their keys."""
        return self._commands

    # -- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._commands = Commands(self)
        self._title = TitleRow(self._theme, self)
        self._tools = ToolRow(self._theme, self._commands.shown(), self._commands.menu, self)
        self._banner = Banner(self._theme, self)
        self._views = Views(self._theme, self._annotating.view, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._title, self._tools, self._finding.bar, self._banner):
            column.addWidget(part)
        self._outlining = Outlining(self._views.outline, self)
        self._cautions = Cautions(self._archive, self._tasks, self._banner, self._views, self._outlining)
        self.outside = Outside(self._views, self)
        quoting = Quoting(self._archive, self._tasks, self)
        self._excerpts = Excerpts(self._views, self._annotating, quoting, label=self._label, quoted=self._quoted, parent=self)
        self._side = SideSplit(self._views, self._theme, self)
        self._thumbs = ThumbView(self._theme, self)
        self._side.add("found", self._finding.list)
        self._side.add("thumbs", self._thumbs)
        self._pair = Pairing(self._archive, self._tasks, self._theme, self._side, self._views)
        column.addWidget(self._side, 1)
        self.setMinimumWidth(440)
        self._commands.add_zoom_menu(self._tools.zoom.menu())

    def _connect(self) -> None:
        self._opening.ready.connect(self._on_ready)
        self._opening.failed.connect(self._on_failed)
        self._title.sibling_chosen.connect(self._on_sibling_chosen)
        self._tools.tab_chosen.connect(self._show_tab)
        self._tools.page_typed.connect(self._on_page_typed)
        self._tools.zoom_chosen.connect(self._set_zoom)
        self._banner.chosen.connect(self._on_banner_chosen)
        self._connect_views(self._views)
        self._thumbs.page_chosen.connect(self._jump_to)
        self._annotating.changed.connect(self._views.set_notes)
        self._annotating.opened.connect(self._on_note_opened)
        self._annotating.said.connect(self.said)
        self._pair.said.connect(self.said)
        self.outside.said.connect(self.said)
        self._excerpts.said.connect(self.said)
        self._footnotes = Footnotes(
            self._views.text, self._archive, self._tasks, theme=self._theme, shown=lambda: self.document, parent=self
        )
        self._footnotes.said.connect(self.said)
        self._footnotes.place_wanted.connect(self.show_place)
        self._walk.moved.connect(self._on_moved)
        self._walk.past.connect(self._on_past)
        self._walk.listed.connect(self._on_listed)
        self._finding.changed.connect(self._on_finding_changed)
        self._finding.closed.connect(self._on_finding_closed)
        self._finding.stepped.connect(self._step)
        self._finding.hit_chosen.connect(self._on_moved)
        self._walk.changed.connect(self._on_hits_changed)
        self._walk.counted.connect(self._views.pages.add_estimates)
        commands = self._commands
        for action, deed in (
            (commands.next_hit, self.next_hit),
            (commands.previous_hit, self.previous_hit),
            (commands.next_page, lambda: self._turn_to(self.page + 1)),
            (commands.previous_page, lambda: self._turn_to(self.page - 1)),
            (commands.go_to_page, self._tools.focus_page_field),
            (commands.quote, self._excerpts.quote),
            (commands.copy, self._excerpts.copy),
            (commands.find, self._find),
            (commands.select_all, self._views.select_all),
            (commands.zoom_in, lambda: self._set_zoom(larger(self._views.percent))),
            (commands.zoom_out, lambda: self._set_zoom(smaller(self._views.percent))),
            (commands.zoom_usual, lambda: self._set_zoom(self._views.usual_zoom())),
            (commands.page_or_text, lambda: self._show_tab(Tab.TEXT if self._views.tab is Tab.PAGE else Tab.PAGE)),
            (commands.highlight, partial(self._excerpts.highlight, None)),
            (commands.write_note, self._excerpts.write),
            (commands.bookmark, self._excerpts.bookmark),
            (commands.undo, self._annotating.undo),
            (commands.beside, self._on_beside),
            (commands.print_pages, self.outside.ask_to_print),
            (commands.notes, lambda: self._show_tab(Tab.NOTES)),
            (commands.thumbnails, self._on_thumbnails),
            (commands.turn_right, partial(self._views.pages.turn_by, 90)),
            (commands.turn_left, partial(self._views.pages.turn_by, 270)),
            (commands.night, self._views.pages.set_night),
            *((action, partial(self._views.pages.set_spread, spread)) for spread, action in commands.spreads.items()),
            (commands.open_outside, partial(self.outside.open_file, folder=False)),
            (commands.show_in_folder, partial(self.outside.open_file, folder=True)),
            (commands.outline, lambda: self._show_tab(Tab.OUTLINE)),
            (commands.try_again, partial(self._try_again, NO_KEY)),
        ):
            action.triggered.connect(deed)

    def _connect_views(self, views: Views) -> None:
        views.pages.page_changed.connect(self._on_page_changed)
        views.pages.zoom_changed.connect(self._say_zoom)
        views.pages.found.connect(self._on_found)
        views.pages.arrived.connect(self._on_arrived)
        views.pages.sharp.connect(self._on_sharp)
        views.pages.link_chosen.connect(self._jump_to)
        views.pages.turned.connect(self._on_turned)
        views.pages.menu_wanted.connect(partial(self._excerpts.open_menu, self._commands, self._theme))
        views.pages.refused.connect(self._on_refused)
        views.text.page_changed.connect(self._on_page_changed)
        views.text.arrived.connect(self._on_text_arrived)
        views.text.menu_wanted.connect(partial(self._excerpts.open_menu, self._commands, self._theme))
        views.outline.page_chosen.connect(self._on_outline_chosen)
        views.prompt.typed.connect(self._on_password_typed)

    # -- documents ----------------------------------------------------------------------------------------------

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

    def _on_impatient(self) -> None:
        """Say why nothing is seen yet, until something is."""
        self._says_opening = True
        self.said.emit(self.tr("Opening the document…"))

    def _on_failed(self, sentence: str) -> None:
        self.clear()
        self._views.show_sentence(self.tr("This document cannot be opened"), sentence)

    def _on_siblings(self, siblings: tuple[Document, ...]) -> None:
        if self._ready and any(sibling.id == self._ready.document.id for sibling in siblings):
            self._title.show_siblings(siblings)

    def _on_sibling_chosen(self, sibling: Document) -> None:
        """Open another language version at the page that corresponds, the words lit as far as they are the same there."""
        if self._ready and self._place:
            page = corresponding_page(self.page or 1, self._views.page_count, sibling.pages)
            self.show_place(Place(sibling.id, page, lights=self._place.lights, query=self._place.query))

    def _on_restarted(self) -> None:
        self.said.emit(self.tr("The process that draws pages ended and was started again; nothing is lost."))

    # -- views --------------------------------------------------------------------------------------------------

    def _aim(self) -> Aim:
        """Return how pages will be seen: without the banner of the document before."""
        return self._views.aim(0 if self._banner.isHidden() else self._banner.height())

    def _has_keys(self) -> bool:
        """Tell whether what is read has the keys."""
        focus = self.focusWidget()
        return focus is not None and focus.hasFocus() and (focus is self._views.seen or self._views.seen.isAncestorOf(focus))

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

    def _lighting(self) -> Lighting:
        place = self._finding.place or self._place
        return lighting_of(place) if place else Lighting()

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

    def _turn_to(self, page: int) -> None:
        if self._ready:
            self._views.turn_to(page)

    def _jump_to(self, page: int) -> None:
        """Turn to a page that may be far away, so that one can come back to where one was."""
        if self._ready and page != self.page:
            self.jumped.emit(Place(self._ready.document.id, page, query=self._place.query if self._place else ""))
        self._turn_to(page)

    def _on_turned(self) -> None:
        """Take the sizes of pages that have been turned for the small pictures as well."""
        if self._ready and self._ready.session:
            self._thumbs.show_document(self._ready.session, self._views.pages.document)

    def _on_thumbnails(self, wanted: bool) -> None:
        if wanted:
            self._side.show_part("thumbs")
            self._thumbs.set_page(self.page)
        else:
            self._side.hide_part("thumbs")

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

    # -- finding in the document --------------------------------------------------------------------------------

    def _find(self) -> None:
        """Let the user type what to look for in this document."""
        if self._ready is None:
            return
        self._finding.begin(self._ready.document, self._views.selected_text())
        self._side.show_part("found")

    def _start_walk(self) -> None:
        """Walk the hits of what is looked for, or else of the place."""
        place = self._finding.place or self._place
        if self._ready and place:
            place = replace(place, page=max(self.page, 1)) if self._finding.place else place
            self._walk.start(self._ready.document, place, lists=self._finding.place is not None)

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
            self._walk.count()
            self._on_hits_changed()

    def _on_finding_closed(self, had_keys: bool) -> None:
        self._side.hide_part("found")
        if had_keys:
            self.take_keys()

    def _on_past(self, direction: int) -> None:
        """Begin again at the other end while one looks for words in this document; else the window knows what follows."""
        if not self._finding.place:
            self.past_last_hit.emit(direction)
        elif self._walk.wrap(direction):
            self.said.emit(self.tr("Went on from the beginning") if direction > 0 else self.tr("Went on from the end"))

    def _on_listed(self, rows: tuple[FoundRow, ...]) -> None:
        self._finding.list.hits.add(rows)
        if current := self._walk.current:
            self._finding.list.show_hit(*current)

    def _show_listed(self, now: tuple[int, int | None]) -> None:
        if self._finding.place and now[1] is not None:
            self._finding.list.show_hit(now[0], now[1])

    # -- zoom ---------------------------------------------------------------------------------------------------

    def _set_zoom(self, zoom: Zoom) -> None:
        self._views.set_zoom(zoom)
        self._say_zoom()

    def _say_zoom(self) -> None:
        self._tools.zoom.say(self._views.zoom, fits=self._views.shows_pages)

    # -- pages and hits -----------------------------------------------------------------------------------------

    def _labels(self) -> tuple[str, ...]:
        if self._ready and self._ready.pages:
            return self._ready.pages.labels
        return tuple(str(number) for number in range(1, (self._ready.document.pages if self._ready else 0) + 1))

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

    def _on_refused(self, page: int) -> None:
        if page == self.page:
            self._cautions.say()

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

    def _on_moved(self, page: int, index: int) -> None:
        self._views.turn_to(page, index)
        if self._ready:
            self.hit_changed.emit(self._ready.document.id, page)

    def _on_hits_changed(self) -> None:
        self._tools.say_hit("" if self._finding.place else self._walk.said())
        if self._finding.place:
            nothing = self._walk.is_complete and not self._walk.said()
            self._finding.bar.say(self.tr("Not in this document") if nothing else self._walk.said())

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

    # -- a second document beside -------------------------------------------------------------------------------

    def _on_beside(self) -> None:
        """Offer what can be shown beside this document, or take away what is."""
        if self._pair.is_open:
            self._pair.close()
        elif self._ready:
            at = self._views.mapToGlobal(self._views.rect().topRight())
            self._pair.offer(self._ready.document, self._title.siblings, at, page=self.page, place=self._place)

    # -- notes --------------------------------------------------------------------------------------------------

    def _label(self, page: int) -> str:
        labels = self._labels()
        return labels[page - 1] if 1 <= page <= len(labels) else str(page)

    def _on_note_opened(self, document: Document, note: Note) -> None:
        """Show a note on its page, its words in view."""
        self._show_tab(Tab.PAGE)
        self._note_wanted = note
        self.show_place(Place(document.id, note.page))
        self.take_keys()

    def _quoted(self, selected: str) -> Quoted | None:
        """Return what would be quoted: what is selected, else the sentence of the current hit, or of the place."""
        if self._ready is None or self._place is None:
            return None
        page, index = self._walk.current or (self._place.page if self._place.quote else self.page, None)
        if selected:
            page = self._views.selected_page()
        document, country, label = self._ready.document, self._ready.country, self._label(page)
        return Quoted(document, country, page=page, index=index, lighting=self._lighting(), selected=selected, label=label)
