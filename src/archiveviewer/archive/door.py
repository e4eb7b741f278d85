"""`Archive`: what the command line and the window call, and all that they call.

Every method may be called from any thread: each thread reads through a connection of its own. Nothing here touches Qt or loads
PyMuPDF, and the modules that write are imported only when something is written, so that a window starts without them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from archiveviewer.index.reader import Reader
from archiveviewer.pages.viewer import PATIENT_SECONDS, SECONDS, Handed, Viewer, Viewers
from archiveviewer.query import lights as query_lights
from archiveviewer.query import search as query_search
from archiveviewer.records import (
    ArchiveError,
    Chain,
    Completion,
    CountrySummary,
    Coverage,
    Decided,
    Document,
    Facet,
    FileState,
    Folder,
    Footnote,
    HiddenFact,
    IndexSummary,
    Light,
    ListedAttachment,
    MatchDecision,
    Merged,
    Note,
    OutlineItem,
    PageText,
    Problem,
    Profile,
    Progress,
    SavedSearch,
    SearchAnswer,
    Searched,
    SearchRequest,
    Span,
    StatedEvent,
    StatedFact,
    View,
    Visit,
    WaysOut,
)
from archiveviewer.settings import Limits, absolute
from archiveviewer.text.paths import shown
from archiveviewer.text.spans import find


def _never() -> bool:
    return False


class Archive:
    """One library: its folders, its index, and what can be asked of it."""

    def __init__(self, library: Path, *, today: Callable[[], date] = date.today) -> None:
        """Take the library in folder `library` as it is; use `open` to have it made when it is not there."""
        self.library = library
        self.today = today
        self._readers: dict[int, Reader] = {}
        self._viewers = Viewers()
        self._guard = threading.Lock()

    @classmethod
    def open(cls, library: Path, *, today: Callable[[], date] = date.today, renew: bool = False) -> Archive:
        """Return the library in folder `library`, made new when it is not there. Raises ArchiveError.

        With `renew`, for who is about to index, an index that only an older version of the program could read is made new.
        """
        if renew or not _has_index(library):
            _make(library)
        archive = cls(library, today=today)
        archive._reader.coverage()
        return archive

    @property
    def _reader(self) -> Reader:
        """The read connection of this thread."""
        me = threading.get_ident()
        with self._guard:
            reader = self._readers.get(me)
            if reader is None:
                reader = self._readers[me] = Reader(self.library)
        return reader

    def close(self) -> None:
        """Close every connection and document; answers under way end with an error in their own thread."""
        self._viewers.close()
        with self._guard:
            readers, self._readers = self._readers, {}
        for reader in readers.values():
            with suppress(ArchiveError):
                reader.close()

    # -- the library --------------------------------------------------------------------------------------------

    def folders(self) -> tuple[Folder, ...]:
        """Return the folders of the library, in the order in which they were added."""
        from archiveviewer.index.store import folders

        return folders(self.library)

    def add_folder(self, folder: Path) -> Folder:
        """Remember `folder` as part of the library; `index` reads it. Raises ArchiveError when it is not a folder."""
        from archiveviewer.index.store import LibraryStore

        if not folder.is_dir():
            raise ArchiveError(f"{folder} is not a folder. Choose the folder that holds the documents.")
        with LibraryStore(self.library) as store:
            return store.add_folder(absolute(folder))

    def remove_folder(self, folder: str) -> None:
        """Forget `folder` and what was read from it; the files themselves are not touched."""
        from archiveviewer.index.store import LibraryStore
        from archiveviewer.index.writer import Writer

        with Writer(self.library) as writer, LibraryStore(self.library) as store:
            store.remove_folder(folder)
            writer.remove_folder(folder)

    def index(
        self,
        folders: Sequence[Path] = (),
        *,
        on_progress: Callable[[Progress], None] = lambda _: None,
        stop: Callable[[], bool] = _never,
        limits: Limits | None = None,
    ) -> IndexSummary:
        """Read what is new or changed in `folders` (those of the library when none are named). Raises ArchiveError."""
        from archiveviewer.archive.indexing import index
        from archiveviewer.index.store import LibraryStore
        from archiveviewer.index.writer import Writer

        with Writer(self.library) as writer, LibraryStore(self.library) as store:
            _check_folders(folders, [folder.path for folder in store.folders()], self.library)
            for folder in folders:
                store.add_folder(absolute(folder))
            chosen = [Path(absolute(folder)) for folder in folders] or [Path(folder.path) for folder in store.folders()]
            if not chosen:
                raise ArchiveError("This library has no folders yet. Name the folder to be read.")
            own = (absolute(self.library),)
            summary = index(writer, chosen, on_progress=on_progress, stop=stop, limits=limits or Limits(), skip=own)
            for folder in chosen:
                if not stop() and folder.exists():
                    store.note_read(str(folder))
            if not _has_index(self.library):
                raise ArchiveError(f"The library in {self.library} was removed while it was written to. Nothing of this run is kept.")
        return summary

    def coverage(self) -> Coverage:
        """Return how much of the library can be searched."""
        return self._reader.coverage()

    def problems(self) -> tuple[Problem, ...]:
        """Return every file and page that could not be read in full, sorted by path."""
        return self._reader.problems()

    def files(self) -> Iterator[FileState]:
        """Yield the state of every file, sorted by path."""
        return self._reader.files()

    def check(self) -> tuple[str, ...]:
        """Return what is wrong with the databases and stored texts, in plain words; nothing when all is well."""
        from archiveviewer.index.store import check as check_store

        return self._reader.check() + check_store(self.library)

    # -- search -------------------------------------------------------------------------------------------------

    def search(self, request: SearchRequest, *, stop: Callable[[], bool] = _never) -> SearchAnswer:
        """Answer a question; `stop` is asked now and then and ends the search early."""
        return query_search.search(self._reader, request, stop=stop)

    def facets(self, request: SearchRequest, *, stop: Callable[[], bool] = _never) -> tuple[Facet, ...]:
        """Count all documents that answer by country, kind, language, year and folder; of an empty question, the whole library."""
        from archiveviewer.query.facets import facets

        return facets(self._reader, request, stop=stop)

    def searched(self) -> Searched:
        """Return what an evidence sheet says of the library: how much of it can be searched today."""
        return Searched(str(self.library), self.today().isoformat(), self.coverage(), self.problems())

    def ways_out(self, request: SearchRequest, *, stop: Callable[[], bool] = _never) -> WaysOut:
        """Return what would find something in place of a question that found nothing or little, each way with a count.

        It looks through all words of the library and counts several questions, for a second at most (50,000 pages: a fifth). So it
        is not part of the answer: show that first, then ask for this.
        """
        from archiveviewer.query.ways import ways_out

        return ways_out(self._reader, request.text, stop=stop)

    def completions(self, text: str, caret: int) -> tuple[Completion, ...]:
        """Return how the question `text` may go on at `caret`: fields with what they are for, or values with their documents.

        Names of fields cost nothing; values are counted in the index (50,000 pages: some milliseconds).
        """
        from archiveviewer.query.completing import completions

        return completions(self._reader, text, caret)

    def hit_pages(self, document: int, text: str, *, also: bool = False, without: tuple[str, ...] = ()) -> tuple[int, ...]:
        """Return all pages of `document` that answer the question `text`, in order; `also` and `without` as in a SearchRequest."""
        return query_search.pages_of(self._reader, document, text, also=also, without=without)

    def documents_named(self, text: str, *, limit: int = 12, stop: Callable[[], bool] = _never) -> tuple[Document, ...]:
        """Return documents that have all words of `text`, or words that begin so, in their title or the name of their file."""
        from archiveviewer.query.naming import documents_named

        return documents_named(self._reader, text, limit=limit, stop=stop)

    def lights(self, text: str) -> tuple[Light, ...]:
        """Return what the question `text` lights in a page."""
        return query_lights.lights(text)

    # -- reading ------------------------------------------------------------------------------------------------

    def document(self, document: int) -> Document:
        """Return a document of the library, or a PDF that could not be read but may be looked at, which then has 0 pages.

        Raises ArchiveError when it is no longer there.
        """
        return self._reader.document(document)

    def document_at(self, path: str) -> Document | None:
        """Return the document at `path`, or None."""
        return self._reader.by_path(path)

    def file_at(self, path: str) -> Document | None:
        """Return the document at `path`, or a PDF there that could not be read but may be looked at; None when there is neither."""
        return self._reader.by_path(path) or self._reader.file_by_path(path)

    def recent_documents(self, most: int) -> tuple[Document, ...]:
        """Return the documents that were read lately and are still here, the last one first."""
        paths = dict.fromkeys(visit.path for visit in self.visits())
        found = (self.document_at(path) for path in paths)
        return tuple(islice((document for document in found if document), most))

    def last_page(self, document: int) -> int:
        """Return the page of a document that was read last, 1 when it never was."""
        path = self.document(document).path
        return next((visit.page for visit in self.visits() if visit.path == path), 1)

    def page(self, document: int, page: int) -> PageText:
        """Return the text of a page. Raises ArchiveError when there is no such page."""
        return self._reader.page(document, page)

    def pages(self, document: int) -> Iterator[PageText]:
        """Yield the text of every page of a document."""
        return self._reader.pages(document)

    def footnote(self, document: int, number: str) -> Footnote | None:
        """Return the note that a number in square brackets points to in a document; None when it has no such note."""
        from archiveviewer.text.footnotes import note

        return note(self._reader.pages(document), number)

    def outline(self, document: int) -> tuple[OutlineItem, ...]:
        """Return the outline of a document; empty when it has none."""
        return self._reader.outline(document)

    def marks(self, document: int, page: int, lights: Sequence[Light]) -> tuple[Span, ...]:
        """Return where `lights` stand in the text of a page."""
        language = self._reader.page_language(document, page)
        return find(self.page(document, page).text, language, lights, languages=self._reader.languages())

    def warm_viewer(self) -> None:
        """Start a render worker ahead of need, so that the first document opens at once; returns without waiting."""
        self._viewers.warm()

    def viewer(
        self, document: int, on_view: Callable[[View], None], *, password: str = "", patient: bool = False, beside: bool = False
    ) -> Viewer:
        """Return a viewer with the file of `document` open; `on_view` is called on the viewer's own thread.

        The password is kept in memory while the document is open, and nowhere else. With `patient` it may take long;
        `beside` others it gives way to none but another such. Raises ArchiveError when the file is not where it was read.
        """
        known = self.document(document)
        try:
            data = Path(known.path).read_bytes()
        except OSError as error:
            raise ArchiveError(f"{Path(known.path).name} is not where it was read. Connect its disk; its text is kept.") from error
        seconds = PATIENT_SECONDS if patient else SECONDS
        handed = Handed(data, known.language, self._reader.languages(), password=password, seconds=seconds)
        return self._viewers.open(handed, on_view, beside=beside)

    # -- countries ----------------------------------------------------------------------------------------------

    def siblings(self, document: int) -> tuple[Document, ...]:
        """Return the language versions of a document, itself among them, sorted by language; of copies only one."""
        family = self._reader.relatives([document]).get(document, ())
        texts = {one.sha256: one.document for one in sorted(family, key=lambda one: one.document == document)}
        return tuple(sorted(self._reader.documents(texts.values() or [document]), key=lambda one: (one.language or "", one.path)))

    def countries(self) -> tuple[CountrySummary, ...]:
        """Return the countries of the archive, and those of which only the reference list knows (no documents, no facts), by code."""
        from archiveviewer.archive.countries import summaries

        return summaries(self._reader, as_of=self.today(), decided=self.decided())

    def profile(self, country: str, *, as_of: date | None = None) -> Profile:
        """Return what the archive says about `country` (ISO 3166 alpha-3) as seen on the day `as_of`."""
        from archiveviewer.archive.countries import profile

        return profile(self._reader, country, as_of=as_of or self.today(), decided=self.decided(country))

    def chains(self, *, as_of: date | None = None) -> tuple[Chain, ...]:
        """Return the deadline chains of every country, of all articles of both conventions, as seen on the day `as_of`."""
        from archiveviewer.archive.countries import chains

        return chains(self._reader, None, as_of=as_of or self.today(), decided=self.decided())

    def facts(self, country: str | None = None, *, reference: bool = False) -> tuple[StatedFact, ...]:
        """Return the stated facts of one country or of all; with `reference` also those of the register, without a source."""
        from archiveviewer.archive.countries import facts

        return facts(self._reader, country, reference=reference, decided=self.decided(country))

    def timeline(self, country: str | None = None, *, as_of: date | None = None, reference: bool = False) -> tuple[StatedEvent, ...]:
        """Return what is dated and was known on the day `as_of`, sorted by date, with the states of the deadlines on that day."""
        from archiveviewer.archive.countries import timeline

        day, decided = as_of or self.today(), self.decided(country)
        return timeline(self._reader, country, as_of=day, reference=reference, decided=decided)

    def due(self, rows: Sequence[StatedEvent], *, months: int, as_of: date | None = None) -> tuple[StatedEvent, ...]:
        """Return those of `rows` that are deadlines which stand and run out within `months` months after the day `as_of`."""
        from archiveviewer.archive.countries import due

        return due(self._reader, rows, months=months, as_of=as_of or self.today(), decided=self.decided())

    def attachments(self, country: str | None = None) -> tuple[ListedAttachment, ...]:
        """Return the files that pages list, each with whether it is here; one that several pages list stands there for each of them."""
        from archiveviewer.archive.countries import attachments

        return attachments(self._reader, country, decided=self.decided(country))

    def missing(self, country: str | None = None) -> tuple[ListedAttachment, ...]:
        """Return the shopping list: each listed file that is not here once, by country and family."""
        from archiveviewer.archive.countries import missing

        return missing(self._reader, country, decided=self.decided(country))

    def ahead_of_clock(self) -> str | None:
        """Return the date of the newest document when the computer's day is before it, so that the day cannot be right; else None."""
        from archiveviewer.archive.countries import ahead_of

        return ahead_of(self._reader, self.today())

    def country_name(self, code: str, language: str = "en") -> str:
        """Return the name of a country in a language; the code itself when it is not known."""
        from archiveviewer.text.names import name_of

        return name_of(code, language)

    def country_names(self, code: str) -> tuple[str, ...]:
        """Return what a country is called, in all languages that are known."""
        from archiveviewer.text.names import names_of

        return names_of(code)

    # -- what a person decided ----------------------------------------------------------------------------------

    def decided(self, country: str | None = None) -> Decided:
        """Return what a person decided about one country or all: facts called wrong and files matched by hand, oldest first."""
        from archiveviewer.index.store import decisions

        return decisions(self.library, country)

    def hide_fact(self, stated: StatedFact) -> HiddenFact:
        """Leave a fact out from now on, for a person calls it wrong. Raises ArchiveError for one that no document states."""
        from archiveviewer.archive.decisions import hide

        return hide(self._reader, self.library, stated)

    def show_fact(self, hidden: HiddenFact) -> None:
        """Take back that a fact was called wrong."""
        from archiveviewer.index.store import LibraryStore

        with LibraryStore(self.library) as store:
            store.show_fact(hidden.id)

    def hidden_places(self, hidden: Sequence[HiddenFact]) -> dict[int, StatedFact]:
        """Return where each hidden fact stands in the library now, by its `id`; those that stand nowhere any more are left out."""
        from archiveviewer.archive.decisions import places

        return places(self._reader, hidden)

    def decide_match(self, listed: ListedAttachment, path: str, *, is_it: bool) -> MatchDecision:
        """Keep that the file at `path` is the listed one, or that it is not. Raises ArchiveError when the library has no such file."""
        from archiveviewer.archive.decisions import decide

        return decide(self._reader, self.library, listed.attachment, path, is_it=is_it)

    def forget_match(self, decision: MatchDecision) -> None:
        """Take back a word about a listed file; an earlier one stands again."""
        from archiveviewer.index.store import LibraryStore

        with LibraryStore(self.library) as store:
            store.forget_match(decision.id)

    def match_decisions(self, listed: ListedAttachment) -> tuple[MatchDecision, ...]:
        """Return what a person said about a listed file, oldest first."""
        from archiveviewer.facts.ledger import key_of

        country = listed.attachment.country
        return tuple(one for one in self.decided(country).matches if key_of(one) == key_of(listed.attachment))

    # -- what a person did --------------------------------------------------------------------------------------

    def remember_query(self, text: str) -> None:
        """Keep a question for the list of recent ones."""
        from archiveviewer.index.store import LibraryStore

        with LibraryStore(self.library) as store:
            store.remember_query(text)

    def queries(self) -> tuple[str, ...]:
        """Return the questions asked before, newest first."""
        from archiveviewer.index.store import queries

        return queries(self.library)

    def save_search(self, name: str, query: str, options: str = "") -> SavedSearch:
        """Keep a question under a name; `options` says how the window asks it. Raises ArchiveError when the name is taken or empty."""
        from archiveviewer.index.store import LibraryStore

        with LibraryStore(self.library) as store:
            return store.save_search(name, query, options)

    def rename_search(self, saved: int, name: str) -> None:
        """Give a saved search another name. Raises ArchiveError when that is taken or empty."""
        from archiveviewer.index.store import LibraryStore

        with LibraryStore(self.library) as store:
            store.rename_search(saved, name)

    def delete_search(self, saved: int) -> None:
        """Forget a saved search; `restore_search` brings it back."""
        from archiveviewer.index.store import LibraryStore

        with LibraryStore(self.library) as store:
            store.delete_search(saved)

    def restore_search(self, saved: SavedSearch) -> None:
        """Keep a saved search again that was deleted. Raises ArchiveError when its name has been taken since."""
        from archiveviewer.index.store import LibraryStore

        with LibraryStore(self.library) as store:
            store.restore_search(saved)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """Return the searches that have a name, the newest first."""
        from archiveviewer.index.store import saved_searches

        return saved_searches(self.library)

    def remember_visit(self, visit: Visit) -> None:
        """Keep a page as the one visited last; without a time it is now."""
        from archiveviewer.index.store import LibraryStore

        with LibraryStore(self.library) as store:
            store.remember_visit(visit)

    def visits(self) -> tuple[Visit, ...]:
        """Return the pages that were visited, the last one first."""
        from archiveviewer.index.store import visits

        return visits(self.library)

    # -- notes --------------------------------------------------------------------------------------------------

    def notes(self, document: int | None = None, *, text: str = "") -> tuple[Note, ...]:
        """Return the notes on one document or on all, in the order of documents and pages; with `text` those that hold all its words.

        A note belongs to every document with the same content, wherever it lies now.
        """
        from archiveviewer.index.store import notes

        found = notes(self.library)
        if document is not None:
            sha256 = self.document(document).sha256
            found = tuple(note for note in found if note.sha256 == sha256)
        lights = [Light(word, prefix=True) for word in text.split()]
        languages = self._reader.languages() if lights else ()
        return tuple(note for note in found if all(_holds(_words(note), light, languages) for light in lights))

    def keep_note(self, note: Note) -> Note:
        """Keep a new note, or one that has changed; a deleted one can be kept again. Return it as it is kept."""
        from archiveviewer.index.store import LibraryStore

        with LibraryStore(self.library) as store:
            return store.keep_note(note)

    def document_of(self, note: Note) -> Document | None:
        """Return the document that a note is on, wherever it lies now; None when it is not in the library."""
        return self._reader.by_content(note.sha256, note.path)

    def export_notes(self, notes: Sequence[Note] | None = None, *, markdown: bool = False) -> str:
        """Return notes as Markdown, or as a table that another library can merge; those of all documents when none are given."""
        from archiveviewer.export import notes as export
        from archiveviewer.index.store import notes as kept

        if markdown:
            return export.as_markdown(self.notes() if notes is None else notes)
        return export.as_csv(kept(self.library, everything=True) if notes is None else notes)

    def merge_notes(self, table: str) -> Merged:
        """Take the notes of another library from the table that it exported; one's own are never lost."""
        from archiveviewer.export.notes import read_csv
        from archiveviewer.index.store import LibraryStore

        found, refused = read_csv(table)
        with LibraryStore(self.library) as store:
            return replace(store.merge_notes(found), refused=refused)


def _holds(text: str, light: Light, languages: Sequence[str]) -> bool:
    """Tell whether a text holds a word, in any form that it has in one of the languages."""
    return any(find(text, language, [light], languages=languages) for language in (None, *languages))


def _words(note: Note) -> str:
    """Return all that a note is searched in."""
    return "\n".join((note.text, note.quote, note.title))


def _has_index(library: Path) -> bool:
    """Whether an index is there; an empty file, as a full disk or a cut connection leaves it, is none."""
    try:
        return (library / "index.db").stat().st_size > 0
    except OSError:
        return False


def _check_folders(folders: Sequence[Path], known: Sequence[str], library: Path) -> None:
    """Raise ArchiveError for a folder that cannot be meant; one of the library may be away, when its disk is."""
    for folder in folders:
        name = shown(str(folder))
        if not (folder.is_dir() or folder.is_file()) and absolute(folder) not in known:
            raise ArchiveError(f"There is no folder {name}. Check how it is written, and that its disk is connected.")
        if folder.is_dir() and folder.samefile(library):
            raise ArchiveError(f"{name} is the library's own folder. Keep the library (--library) apart from the documents.")


def _make(library: Path) -> None:
    """Make an empty library. Raises ArchiveError."""
    from archiveviewer.index.store import LibraryStore
    from archiveviewer.index.writer import Writer

    try:
        library.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(f"A library cannot be made in {library}: {error.strerror}. Choose another folder.") from error
    with Writer(library), LibraryStore(library):
        pass
