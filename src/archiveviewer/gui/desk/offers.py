"""What one archive offers to who looks for something by a few letters.

The palette and the empty search field ask here. Whatever takes time is done in a thread, and only the newest question is answered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from archiveviewer.gui.commands import Command, Heading, Offer
from archiveviewer.gui.desk.navigator import Navigator
from archiveviewer.gui.desk.saved_searches import SavedSearches
from archiveviewer.gui.desk.visits import by_day, command_of, day_of, day_word
from archiveviewer.gui.frame import Frame
from archiveviewer.gui.kinds import document_word, file_icon
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.gui.widgets.rows import joined
from archiveviewer.records import ArchiveError, Document, Place, SavedSearch, Visit
from archiveviewer.text.escaping import isolate
from archiveviewer.text.paths import shown

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive
    from archiveviewer.gui.palette import Palette
    from archiveviewer.gui.search.named import Known

_LATIN = 0x250
_QUERIES, _SAVED, _VISITS = 8, 5, 6
"""So many of each stand below the empty search field."""


class Offers(QObject):
    """Belongs to one desk."""

    def __init__(self, archive: Archive, navigator: Navigator, saved: SavedSearches, frame: Frame, tasks: Tasks) -> None:
        super().__init__(navigator)
        self._archive, self._navigator = archive, navigator
        self._saved, self._frame, self._tasks = saved, frame, tasks
        self._naming, self._reading = Latest(self._tasks), Latest(self._tasks)

    def close(self) -> None:
        """End the work in threads."""
        self._naming.stop()
        self._reading.stop()

    # -- the palette --------------------------------------------------------------------------------------------

    def commands(self) -> list[Command]:
        """Return what the palette offers at once beside actions: countries and saved searches."""
        countries = self._navigator.workspace.search.known_countries()
        return [*map(self._country_command, countries), *self._saved.commands()]

    def _country_command(self, country: Known) -> Command:
        show = partial(self._navigator.show_country, country.code)
        return Command(country.name, self.tr("country"), show, "globe", (*country.names, country.code))

    def serve(self, palette: Palette) -> None:
        """Answer what is typed into a palette until it is closed."""
        palette.asked.connect(partial(self._on_asked, palette))
        palette.destroyed.connect(self._naming.stop)

    def _on_asked(self, palette: Palette, text: str) -> None:
        archive = self._archive
        if text.startswith("#"):
            self._naming.run(lambda _: archive.visits(), lambda found: self._show_visits(palette, text, found), lambda _: None)
        elif len(text.strip()) > 1 or any(ord(char) >= _LATIN for char in text):
            self._naming.run(
                lambda stop: archive.documents_named(text, stop=stop),
                lambda found: palette.show_more(text, (*self._document_commands(found), self._search_command(text))),
                lambda _: None,
            )
        else:
            self._naming.stop()

    def _show_visits(self, palette: Palette, text: str, found: Sequence[Visit]) -> None:
        palette.show_more(text, by_day(found, text[1:], self._archive.today(), self._open_visit))

    def _document_commands(self, documents: Sequence[Document]) -> Iterator[Command]:
        for document, name in zip(documents, told_apart(documents), strict=True):
            hint = joined(name, document_word(document.kind.value, document.path), (document.date or "")[:4])
            yield Command(document.title, hint, partial(self._navigator.open_place, Place(document.id)), file_icon(document.path))

    def _search_command(self, text: str) -> Command:
        """Return the way on for who looked for words of a text where only names are found."""
        words = text.strip()
        title = self.tr("Search the archive for “{words}”").format(words=isolate(words))
        return Command(title, "", partial(self._ask_again, words), "search")

    # -- below the empty search field ---------------------------------------------------------------------------

    def show_history(self) -> None:
        """Offer saved searches, the last questions and the last pages below the search field."""
        archive = self._archive
        self._reading.run(lambda _: (archive.saved_searches(), archive.queries(), archive.visits()), self._on_history, lambda _: None)

    def _on_history(self, found: tuple[Sequence[SavedSearch], Sequence[str], Sequence[Visit]]) -> None:
        saved, queries, visits = found
        self._saved.saved = tuple(saved)
        field, today = self._frame.top.field, self._archive.today()
        groups: tuple[tuple[str, list[Command]], ...] = (
            (self.tr("Saved searches"), [self._saved.command(one) for one in saved[:_SAVED]]),
            (
                self.tr("Asked before"),
                [Command(text, "", partial(self._ask_again, text), "search") for text in queries[:_QUERIES]],
            ),
            (
                self.tr("Looked at"),
                [command_of(visit, self._open_visit, hint=day_word(day_of(visit), today)) for visit in visits[:_VISITS]],
            ),
        )
        offers: list[Offer] = []
        for heading, commands in groups:
            offers += [Heading(heading), *commands] if commands else []
        field.show_history(offers)

    def _ask_again(self, text: str) -> None:
        """Ask words of before, in the way in which one asks now, without filters."""
        self._navigator.ask(replace(self._navigator.workspace.search.question.without_filters(), text=text))

    # -- pages looked at ----------------------------------------------------------------------------------------

    def _open_visit(self, visit: Visit) -> None:
        self._tasks.run(lambda: _place_of(self._archive, visit), self._on_found, self._on_error)

    def _on_found(self, place: Place | None) -> None:
        if place is None:
            self._frame.footer.say(self.tr("This document is no longer in the library."))
        else:
            self._navigator.open_place(place)

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, ArchiveError):
            raise error
        self._frame.footer.say(str(error))


def _place_of(archive: Archive, visit: Visit) -> Place | None:
    """Return the place of a visit with the number that its document has now; runs in a thread."""
    document = archive.document_at(visit.path)
    if document is None:
        return None
    lights = archive.lights(visit.query) if visit.query else ()
    return Place(document.id, min(visit.page, max(1, document.pages)), lights, query=visit.query)


def told_apart(documents: Sequence[Document]) -> list[str]:
    """Return what tells each document from others of the same title: nothing, its file, or its folder and file."""
    titles = Counter(document.title for document in documents)
    files = Counter((document.title, PurePath(document.path).name) for document in documents)
    names = []
    for document in documents:
        path = PurePath(document.path)
        alone, alone_by_file = titles[document.title] == 1, files[document.title, path.name] == 1
        names.append("" if alone else shown(path.name if alone_by_file else str(PurePath(path.parent.name, path.name))))
    return names
