"""An archive made of records alone: what the window asks it is answered as the real one would, from a few documents of Cambodia.

Countries and deadlines come from `SampleArchive`; this adds search, files, folders and problems. Add to it carefully: others build on it.
"""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, cast

from archiveviewer.records import (
    Also,
    ArchiveError,
    Completion,
    Coverage,
    Document,
    DocumentHit,
    Facet,
    FileState,
    Folder,
    Health,
    How,
    Kind,
    Light,
    ListedAttachment,
    Note,
    OutlineItem,
    PageHit,
    PageText,
    Part,
    Problem,
    ProblemCode,
    Reading,
    SavedSearch,
    SearchAnswer,
    SearchRequest,
    Sibling,
    Sort,
    Span,
    Suggestion,
    View,
    Visit,
    Way,
    WaysOut,
)
from gui.countries.sample import SampleArchive

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive

_FIELD = re.compile(r'(-?)(country|kind|lang|year|folder):("[^"]*"|\S+)')
_PART = re.compile(r'-?(?:[a-z]+:)?(?:"[^"]*"|\S+)')
_SPELT = {"destrution": "destruction"}
_WORD = re.compile(r'"([^"]+)"|(\S+)')

_PAGES: dict[int, dict[int, str]] = {
    101: {
        12: "It was granted at the Second Review Conference, Cartagena. The deadline moved to 1 January 2020.",
        13: "Cambodia asks for more time after the deadline of 1 January 2020; table 3 lists each step.",
        31: "The plan for 2018 to 2020, around the deadline of 1 January 2020, is annexed.",
    },
    102: {5: "A first request was granted at the Cartagena Summit; new deadline 1 January 2020."},
    103: {2: "In the analysis the request names 1 January 2020 as the new deadline for clearance of mined areas."},
    104: {1: "Work goes on up to the deadline, 1 January 2020, and after it under the plan."},
    105: {1: "Cambodia has a deadline of 1 January 2020 under Article 5; stockpile destruction is complete."},
    106: {1: "Update: the deadline of 1 January 2020 stands.", 2: "Clearance before the deadline of 1 January 2020 continues."},
    107: {1: "الموعد النهائي لإزالة الألغام في كمبوديا هو ١ كانون الثاني/يناير ٢٠١٠."},
}


def _document(number: int, title: str, kind: Kind, *, name: str, day: str | None, language: str = "en", pages: int = 1) -> Document:
    paged = not name.endswith(".html")
    return Document(
        number,
        f"/archive/Cambodia 2019/{name}",
        "/archive/Cambodia 2019",
        "application/pdf" if paged else "text/html",
        title,
        kind,
        language,
        "KHM",
        day,
        paged,
        pages=pages,
        size=5_900_000,
        sha256=f"{number:064x}",
    )


DOCUMENTS = (
    _document(
        101, "Second extension request", Kind.REQUEST, name="2019 request/Request received 27 March 2019.pdf", day="2019-03-27", pages=96
    ),
    _document(102, "Cambodia, country page", Kind.COUNTRY_PAGE, name="Cambodia.html", day="2019-11", pages=9),
    _document(
        103, "Analysis of the first extension request", Kind.ANALYSIS, name="2009 request/Analysis (English).pdf", day="2009", pages=6
    ),
    _document(104, "Annex 20 to the additional information", Kind.ANNEX, name="2019 request/Annex 20.pdf", day="2019"),
    _document(105, "Mine Action Review: Cambodia", Kind.OTHER, name="Mine Action Review.html", day=None),
    _document(106, "Update on Article 5 implementation", Kind.UPDATE, name="Update.pdf", day="2018-06", pages=2),
    _document(107, "تحليل طلب التمديد الأول", Kind.ANALYSIS, name="2009 request/Analysis (Arabic).pdf", day="2009", language="ar", pages=6),
)

PROBLEMS = (
    Problem.of(ProblemCode.NO_TEXT, path="/archive/Stick/2019 request/Annex 19 to the additional information.pdf", page=1),
    Problem.of(ProblemCode.NO_TEXT, path="/archive/Stick/2019 request/Annex 19 to the additional information.pdf", page=2),
    *(Problem.of(ProblemCode.NO_TEXT, path=f"/archive/Cambodia 2019/2009 request/Scan {number}.pdf", page=1) for number in range(1, 5)),
    Problem.of(
        ProblemCode.DAMAGED,
        path="/archive/Stick/2009 request/Revised request 24 August 2009.pdf",
        reason="The file stops after 2.1 of 5.9 MB.",
    ),
    Problem.of(ProblemCode.PASSWORD, path="/archive/Cambodia 2019/Survivor survey results.pdf"),
    Problem.of(ProblemCode.UNSUPPORTED, path="/archive/Cambodia 2019/Interview notes.wps"),
)


def door(fake: FakeArchive) -> Archive:
    """Return a fake as the archive that panes ask for."""
    return cast("Archive", fake)


class FakeArchive(SampleArchive):
    """Answers as `Archive` does; `slow` is waited for before each search, so that tests can hold an answer back."""

    def __init__(self, *, empty: bool = False, library: Path = Path("/archive/library")) -> None:
        super().__init__(empty=empty)
        self.library = library
        self.requests: list[SearchRequest] = []
        self.remembered: list[str] = []
        self.saved: list[SavedSearch] = []
        self.visited: list[Visit] = []
        self.slow: threading.Event | None = None
        self._empty_library = empty
        self._here = {} if empty else {document.id: document for document in DOCUMENTS}
        self._folders = (
            []
            if empty
            else [
                Folder("/archive/Cambodia 2019", connected=True, files=180, read_at="2026-11-22T10:00:00"),
                Folder("/archive/Stick", connected=True, files=206, read_at=None),
                Folder("/archive/Regional reports", connected=False, files=34, read_at="2026-10-02T10:00:00"),
            ]
        )

    # -- the library --------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Do nothing; there is nothing open."""

    def folders(self) -> tuple[Folder, ...]:
        """Return the folders."""
        return tuple(self._folders)

    def add_folder(self, folder: Path) -> Folder:
        """Remember a folder that need not be there."""
        added = Folder(str(folder), connected=True, files=0, read_at=None)
        self._folders.append(added)
        return added

    def remove_folder(self, folder: str) -> None:
        """Forget a folder."""
        self._folders = [known for known in self._folders if known.path != folder]

    def outdated(self) -> bool:
        """Say that the rules are those that files were read by."""
        return False

    def may_change(self) -> bool:
        """Say that the library may be written to."""
        return True

    def may_index(self) -> bool:
        """Say that nobody else reads."""
        return True

    def coverage(self) -> Coverage:
        """Return the counts of the pictures."""
        if self._empty_library:
            return Coverage(files=0, searched=0, scans=0, unreadable=0, unsupported=0, waiting=0, pages=0, newest=None)
        return Coverage(files=420, searched=412, scans=5, unreadable=2, unsupported=1, waiting=0, pages=9000, newest="2019-11")

    def problems(self) -> tuple[Problem, ...]:
        """Return problems of every group."""
        return () if self._empty_library else PROBLEMS

    def files(self) -> Iterator[FileState]:
        """Yield a row for each document."""
        for document in self._here.values():
            yield FileState(document.path, document.media_type, "indexed", document.pages, 1000, Health.GOOD)

    def check(self) -> tuple[str, ...]:
        """Return that all is well."""
        return ()

    # -- search -------------------------------------------------------------------------------------------------

    def search(self, request: SearchRequest, *, stop: Callable[[], bool] = lambda: False) -> SearchAnswer:
        """Answer from the few pages there are: all words first, then documents that lack some."""
        self.requests.append(request)
        if self.slow is not None:
            while not self.slow.wait(0.01):
                if stop():
                    break
        hits = [hit for document in self._here.values() if (hit := self._hit(document, request))]
        if request.sort is Sort.DATE:
            hits.sort(key=lambda hit: hit.date or "", reverse=True)
        hits.sort(key=lambda hit: len(hit.missing))
        ranked = tuple(replace(hit, rank=rank) for rank, hit in enumerate(hits[: request.limit], 1))
        whole = sum(1 for hit in hits if not hit.missing)
        pages = sum(hit.page_hits for hit in ranked if not hit.missing)
        lights = self.lights(request.text)
        also = tuple(one for one in self._also(request) if not set(one.groups) <= set(request.without))
        if also:
            otherwise = replace(request, text=request.text.replace(also[0].words, f'"{also[0].terms[0]}"'), also=False)
            here = {hit.document for hit in ranked}
            more = [replace(hit, also=True) for hit in self.search(otherwise).hits if hit.document not in here]
            ranked, whole = (*ranked, *more), whole + len(more)
        return SearchAnswer(
            text=request.text,
            hits=ranked,
            documents=whole,
            pages=pages,
            at_least=False,
            parts=_parts(request.text),
            notes=(),
            wanted=len(lights),
            held=max((len(lights) - len(hit.missing) for hit in hits), default=0),
            lights=lights,
            milliseconds=12.5,
            also=also,
        )

    def _also(self, request: SearchRequest) -> tuple[Also, ...]:
        """Return the one word that we know in another language."""
        return (Also("deadline", ("deadlines",), ("الموعد النهائي",)),) if request.also and "deadline" in request.text else ()

    def _hit(self, document: Document, request: SearchRequest) -> DocumentHit | None:
        if not _passes(document, request.text):
            return None
        lights = self.lights(request.text)
        found = {light.words for light in lights if any(_find(text, light) for text in _PAGES[document.id].values())}
        missing = tuple(light.words for light in lights if light.words not in found)
        if lights and not found:
            return None
        hits = tuple(_page_hit(number, text, lights) for number, text in _PAGES[document.id].items())
        pages = tuple(hit for hit in hits if hit.marks or not lights)
        return DocumentHit(
            1,
            document.id,
            document.path,
            document.title,
            document.kind.value,
            document.language,
            document.country,
            document.date,
            score=1.0,
            missing=missing,
            pages=pages[: request.pages_per_document],
            page_hits=len(pages),
            paged=document.paged,
            siblings=tuple(Sibling(one.id, one.language, one.path, one.sha256) for one in self.siblings(document.id) if one != document),
        )

    def completions(self, text: str, caret: int) -> tuple[Completion, ...]:
        """Offer two fields by their names, and the values of one."""
        word = text[:caret].rsplit(" ", 1)[-1]
        head = text[: caret - len(word)]
        if word.startswith("kind:"):
            values = [value for value in ("annex", "analysis") if value.startswith(word.removeprefix("kind:"))]
            return tuple(_completion(head, f"kind:{value} ", value, 1) for value in values)
        return tuple(
            _completion(head, name, f"what {name} is for", None) for name in ("kind:", "country:") if word and name.startswith(word)
        )

    def facets(self, request: SearchRequest, *, stop: Callable[[], bool] = lambda: False) -> tuple[Facet, ...]:  # noqa: ARG002
        """Count what answers by country, kind, language, year and folder."""
        hits = [hit for document in self._here.values() if (hit := self._hit(document, request)) and not hit.missing]
        rows = [
            *(("country", hit.country, "Cambodia") for hit in hits),
            *(("kind", hit.kind, hit.kind) for hit in hits),
            *(("lang", hit.language, hit.language) for hit in hits),
            *(("year", hit.date[:4], hit.date[:4]) for hit in hits if hit.date),
            *(("folder", "/archive/Cambodia 2019/", "Cambodia 2019") for _ in hits),
        ]
        return tuple(Facet(field, value or "", name or "", count) for (field, value, name), count in Counter(rows).most_common())

    def ways_out(self, request: SearchRequest, *, stop: Callable[[], bool] = lambda: False) -> WaysOut:  # noqa: ARG002
        """Return the question spelt better, without its filters, and without one of its words, as far as these find something."""
        fields = [found[0] for found in re.finditer(_FIELD, request.text)]
        words = _FIELD.sub("", request.text).split()
        spelt = [_SPELT.get(word, word) for word in words]
        unknown = tuple(word for word in words if not self._count(word))
        known = [word for word in spelt if self._count(word)]
        suggestions = tuple(
            Suggestion(word, _SPELT[word], self._count(_SPELT[word]), self._way(spelt, fields)) for word in words if word in _SPELT
        )
        lost = tuple(Part(word, Reading(How.ANY_FORM, (word,)), "") for word in spelt if word not in known)
        filters = tuple(Part(field, Reading(How.UNFINISHED, (field,)), "") for field in fields)
        better = self._way(known, fields, lost) if unknown and known else None
        if better is not None and not better.documents:
            better = self._way(known, [], (*lost, *filters))
        bare = self._way(words, [], filters) if fields else None
        rarest = sorted(known, key=self._count)
        without = [
            self._way([word for word in words if word != one], fields, (Part(one, Reading(How.ANY_FORM, (one,)), ""),))
            for one in rarest
            if len(words) > 1
        ]
        found = [way for way in (better, bare, *without) if way is not None and way.documents]
        return WaysOut(
            best=found[0] if found else None,
            unknown=unknown,
            suggestions=suggestions,
            without_word=tuple(way for way in without if way.documents),
            without_filter=(bare,) if bare and bare.documents else (),
        )

    def _way(self, words: Sequence[str], fields: Sequence[str], left_out: tuple[Part, ...] = ()) -> Way:
        text = " ".join((*fields, *words))
        return Way(text, self._count(text), left_out)

    def _count(self, text: str) -> int:
        hits = (self._hit(document, SearchRequest(text)) for document in self._here.values())
        return sum(1 for hit in hits if hit is not None and not hit.missing)

    def attachments(self, country: str | None = None) -> tuple[ListedAttachment, ...]:  # noqa: ARG002 - none is listed
        """Return that no page lists files."""
        return ()

    def hit_pages(self, document: int, text: str, *, also: bool = False, without: tuple[str, ...] = ()) -> tuple[int, ...]:  # noqa: ARG002
        """Return the pages with any of the words."""
        lights = self.lights(text)
        return tuple(number for number, page in _PAGES.get(document, {}).items() if any(_find(page, light) for light in lights))

    def lights(self, text: str) -> tuple[Light, ...]:
        """Return the words and phrases of a question."""
        plain = _FIELD.sub("", text)
        return tuple(Light((phrase or word).rstrip("*"), prefix=True) for phrase, word in _WORD.findall(plain) if not word.startswith("-"))

    def remember_query(self, text: str) -> None:
        """Keep a question."""
        self.remembered.append(text)

    def queries(self) -> tuple[str, ...]:
        """Return the questions, newest first."""
        return tuple(reversed(self.remembered))

    def save_search(self, name: str, query: str, options: str = "") -> SavedSearch:
        """Keep a question under a name. Raises ArchiveError when it is taken."""
        self._free(name)
        self.saved.insert(0, SavedSearch(len(self.saved) + 1, name, query, options))
        return self.saved[0]

    def rename_search(self, saved: int, name: str) -> None:
        """Give a saved search another name. Raises ArchiveError when it is taken."""
        self._free(name)
        self.saved = [replace(one, name=name) if one.id == saved else one for one in self.saved]

    def _free(self, name: str) -> None:
        if any(one.name == name for one in self.saved):
            raise ArchiveError(f"There is a saved search “{name}” already. Choose another name.")

    def delete_search(self, saved: int) -> None:
        """Forget a saved search."""
        self.saved = [one for one in self.saved if one.id != saved]

    def restore_search(self, saved: SavedSearch) -> None:
        """Keep it again."""
        self.saved.append(saved)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """Return the saved searches."""
        return tuple(self.saved)

    def remember_visit(self, visit: Visit) -> None:
        """Keep a page."""
        self.visited.insert(0, visit)

    def visits(self) -> tuple[Visit, ...]:
        """Return the pages, newest first."""
        return tuple(self.visited)

    def documents_named(self, text: str, *, limit: int = 12, stop: Callable[[], bool] = lambda: False) -> tuple[Document, ...]:  # noqa: ARG002
        """Return the documents with the words in their title."""
        words = text.casefold().split()
        return tuple(known for known in self._here.values() if all(word in known.title.casefold() for word in words))[:limit]

    # -- reading ------------------------------------------------------------------------------------------------

    def document(self, document: int) -> Document:
        """Return one of our documents, or one of the countries' sample. Raises ArchiveError."""
        if document in self._here:
            return self._here[document]
        try:
            return super().document(document)
        except KeyError as error:
            raise ArchiveError("This document is no longer in the library. Search again.") from error

    def document_at(self, path: str) -> Document | None:
        """Return the document at a path."""
        return next((found for found in self._here.values() if found.path == path), None) or super().document_at(path)

    def page(self, document: int, page: int) -> PageText:
        """Return the text of a page."""
        return PageText(page, str(page), _PAGES.get(document, {}).get(page, f"Page {page}."))

    def warm_viewer(self) -> None:
        """Do nothing; there is no viewer."""

    def pages(self, document: int) -> Iterator[PageText]:
        """Yield every page."""
        for number in range(1, self.document(document).pages + 1):
            yield self.page(document, number)

    def marks(self, document: int, page: int, lights: Sequence[Light]) -> tuple[Span, ...]:
        """Return where the words stand."""
        return _marks(self.page(document, page).text, lights)

    def recent_documents(self, most: int) -> tuple[Document, ...]:  # noqa: ARG002 - as the archive has it
        """Return none: nothing was read yet."""
        return ()

    def has_changed(self, document: Document) -> bool:  # noqa: ARG002 - as the archive has it
        """Return that no file has changed."""
        return False

    def last_page(self, document: Document) -> int:  # noqa: ARG002 - as the archive has it
        """Return the first page: nothing is remembered."""
        return 1

    def notes(self, document: int | None = None, *, text: str = "") -> tuple[Note, ...]:  # noqa: ARG002 - as the archive has it
        """Return none: nobody has written any."""
        return ()

    def file_at(self, path: str) -> Document | None:
        """Return the document at a path; nothing else may be looked at."""
        return self.document_at(path)

    def viewer(
        self,
        document: Document,
        on_view: Callable[[View], None],  # noqa: ARG002 - as the archive has it
        **_more: object,
    ) -> NoReturn:
        """Say that no file is there; the reader shows the text instead. Raises ArchiveError."""
        name = Path(document.path).name
        raise ArchiveError(f"{name} is not where it was read. Connect its disk; its text is kept.")

    def outline(self, document: int) -> tuple[OutlineItem, ...]:
        """Return a short outline for the request."""
        return (OutlineItem(1, "How the deadline came about", 12), OutlineItem(1, "What comes next", 31)) if document == 101 else ()

    def footnote(self, document: int, number: str) -> None:
        """Return that no document has notes."""

    def siblings(self, document: int) -> tuple[Document, ...]:
        """Return both analyses for either."""
        if document in (103, 107):
            return tuple(self._here[number] for number in (103, 107) if number in self._here)
        return (self.document(document),)


def _completion(head: str, put: str, words: str, documents: int | None) -> Completion:
    return Completion(head + put, len(head + put), put.strip(), words, documents)


def _parts(text: str) -> tuple[Part, ...]:
    """Return a part for each word, phrase and field, with the question without it."""
    made = []
    for found in _PART.finditer(text):
        rest = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}".strip()
        word = found[0]
        how = How.UNFINISHED if ":" in word or word.startswith("-") else How.ANY_FORM
        made.append(Part(word, Reading(how, (word,)), rest))
    return tuple(made)


def _passes(document: Document, text: str) -> bool:
    for minus, field, quoted in _FIELD.findall(text):
        value = quoted.strip('"')
        own = {
            "country": document.country == value,
            "kind": document.kind.value == value,
            "lang": document.language == value,
            "year": (document.date or "").startswith(value),
            "folder": value in document.folder,
        }[field]
        if own == bool(minus):
            return False
    return True


def _find(text: str, light: Light) -> bool:
    return light.words.casefold() in text.casefold()


def _marks(text: str, lights: Sequence[Light]) -> tuple[Span, ...]:
    """Return where words stand; a prefix is marked to the end of its word."""
    spans = [
        found.span()
        for light in lights
        for found in re.finditer(re.escape(light.words) + (r"\w*" if light.prefix else ""), text, re.IGNORECASE)
    ]
    return tuple(sorted(spans))


def _page_hit(number: int, text: str, lights: Sequence[Light]) -> PageHit:
    return PageHit(number, str(number), text, _marks(text, lights))
