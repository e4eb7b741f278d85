"""The reader: shows a place in a document, walks its hits, and quotes it. The window holds one.

A document comes in two steps. Away from the window's thread the archive opens it; only when its pages can be laid out does it take the
place of the one before, title and all, so that the reader never shows half of two. Pages come from a worker, text from the archive, and
the text stands in for pages that are not to be had.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.reader.bars.tool_row import Tab
from archiveviewer.gui.reader.beside import corresponding_page
from archiveviewer.gui.reader.document.attempt import NO_KEY
from archiveviewer.gui.reader.document.passages import Archive
from archiveviewer.gui.reader.reading import ReadingPane
from archiveviewer.gui.reader.views import Views
from archiveviewer.gui.theme import Theme
from archiveviewer.layout.zoom import larger, smaller
from archiveviewer.records import Document, Note, Place

_SECOND_MS = 1500
"""After so long a second process for documents is started: the first should have what the processor gives."""


class ReaderPane(ReadingPane):
    """The right side of the window: the parts of the reader at work with each other."""

    def __init__(self, archive: Archive, theme: Theme, parent: QWidget | None = None, *, in_turns: bool = False) -> None:
        """Make the reader; `in_turns` it is still without its parts, and `make_more` is to be called before anything else."""
        super().__init__(archive, theme, parent)
        if not in_turns:
            self.finish()

    def _make(self) -> Iterator[None]:
        yield from super()._make()
        self._connect_parts()
        self._connect_hits()
        self._connect_commands()
        self._connect_views(self._views)
        self.clear()
        self._archive.warm_viewer()
        QTimer.singleShot(_SECOND_MS, self, self._archive.warm_viewer)

    # -- what the window tells and asks -----------------------------------------------------------------------

    def close_documents(self) -> None:
        """End all work; for the window's end."""
        self._pair.close()
        self.clear()
        self._tasks.close()

    @property
    def place(self) -> Place | None:
        """The place that is shown, with the page that is seen now: to come back to."""
        if self._place is None or self._ready is None or self._ready.document.id != self._place.document:
            return None
        page = self.page or self._place.page
        if page == self._place.page:
            return self._place
        return replace(self._place, page=page, quote="", value="", from_end=False)

    # -- connecting -------------------------------------------------------------------------------------------

    def _connect_parts(self) -> None:
        self._opening.ready.connect(self._on_ready)
        self._opening.failed.connect(self._on_failed)
        self._title.sibling_chosen.connect(self._on_sibling_chosen)
        self._tools.tab_chosen.connect(self._show_tab)
        self._tools.page_typed.connect(self._on_page_typed)
        self._tools.zoom_chosen.connect(self._set_zoom)
        self._banner.chosen.connect(self._on_banner_chosen)
        self._thumbs.page_chosen.connect(self._jump_to)
        self._annotating.changed.connect(self._views.set_notes)
        self._annotating.opened.connect(self._on_note_opened)
        self._annotating.said.connect(self.said)
        self._pair.said.connect(self.said)
        self.outside.said.connect(self.said)
        self._excerpts.said.connect(self.said)
        self._footnotes.said.connect(self.said)
        self._footnotes.place_wanted.connect(self.show_place)

    def _connect_hits(self) -> None:
        self._walk.moved.connect(self._on_moved)
        self._walk.past.connect(self._on_past)
        self._walk.listed.connect(self._on_listed)
        self._finding.changed.connect(self._on_finding_changed)
        self._finding.closed.connect(self._on_finding_closed)
        self._finding.stepped.connect(self._step)
        self._finding.hit_chosen.connect(self._on_moved)
        self._walk.changed.connect(self._on_hits_changed)
        self._walk.counted.connect(self._views.pages.add_estimates)

    def _connect_commands(self) -> None:
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
            (commands.night, self._thumbs.set_night),
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

    def forbid_changes(self, why: str) -> None:
        """Offer nothing that would write or take away notes, as the library may not be written to."""
        for action in self._commands.of_notes():
            action.setEnabled(False)
            action.setToolTip(why)
        self._annotating.view.forbid_changes(why)

    # -- other documents and notes ----------------------------------------------------------------------------

    def _on_sibling_chosen(self, sibling: Document) -> None:
        """Open another language version at the page that corresponds, the words lit as far as they are the same there."""
        if self._ready and self._place:
            page = corresponding_page(self.page or 1, self._views.page_count, sibling.pages)
            self.show_place(Place(sibling.id, page, lights=self._place.lights, query=self._place.query))

    def _on_beside(self) -> None:
        """Offer what can be shown beside this document, or take away what is."""
        if self._pair.is_open:
            self._pair.close()
        elif self._ready:
            at = self._views.mapToGlobal(self._views.rect().topRight())
            self._pair.offer(self._ready.document, self._title.siblings, at, page=self.page, place=self._place)

    def _on_note_opened(self, document: Document, note: Note) -> None:
        """Show a note on its page, its words in view."""
        self._show_tab(Tab.PAGE)
        self._note_wanted = note
        self.show_place(Place(document.id, note.page))
        self.take_keys()

    def _on_refused(self, page: int) -> None:
        if page == self.page:
            self._cautions.say()
