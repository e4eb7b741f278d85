"""Counts what a question finds by country, kind, language, year and folder, for the menus of the filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.kinds import kind_word, language_name
from archiveviewer.gui.search.question import Filter, Question
from archiveviewer.records import DocumentHit, Folder, SearchRequest

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive

translate = QCoreApplication.translate
FIELDS = ("country", "kind", "lang", "year", "folder")
_MOST = 1000
_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Facet:
    """A value of a field, with how many documents have it."""

    filter: Filter
    count: int


def field_word(field: str) -> str:
    """Return what a field is called."""
    return {
        "country": translate("search", "Country"),
        "kind": translate("search", "Kind"),
        "lang": translate("search", "Language"),
        "year": translate("search", "Year"),
        "folder": translate("search", "Folder"),
    }[field]


def facets(archive: Archive, question: Question, field: str, stop: Callable[[], bool]) -> tuple[Facet, ...]:
    """Return the values that `field` has among what the question finds without its own filter; the commonest first, years newest first."""
    asked = question.without(field)
    if not asked.worth_asking:
        return _of_all(archive, field)
    request = SearchRequest(asked.query, limit=_MOST, typing=asked.being_typed, pages_per_document=0, seconds=_SECONDS)
    hits = [hit for hit in archive.search(request, stop=stop).hits if not hit.missing]
    counts = Counter(value for hit in hits if (value := value_of(hit, field, archive.folders())))
    return _sorted(field, counts, archive)


def _of_all(archive: Archive, field: str) -> tuple[Facet, ...]:
    """Return the values of the whole library, as far as it can say them at once."""
    if field == "country":
        return _sorted(field, Counter({row.country: row.documents for row in archive.countries() if row.documents}), archive)
    if field == "folder":
        return _sorted(field, Counter({folder.path: folder.files for folder in archive.folders()}), archive)
    return ()


def _sorted(field: str, counts: Counter[str], archive: Archive) -> tuple[Facet, ...]:
    made = [Facet(Filter(field, value, label_of(archive, field, value)), count) for value, count in counts.items()]
    if field == "year":
        return tuple(sorted(made, key=lambda facet: facet.filter.value, reverse=True))
    return tuple(sorted(made, key=lambda facet: (-facet.count, facet.filter.label)))


def value_of(hit: DocumentHit, field: str, folders: Sequence[Folder]) -> str:
    """Return the value of a document's field; empty when it has none."""
    if field == "folder":
        return next((folder.path for folder in folders if inside(hit.path, folder.path)), "")
    return {"country": hit.country, "kind": hit.kind, "lang": hit.language, "year": (hit.date or "")[:4]}[field] or ""


def inside(path: str, folder: str) -> bool:
    """Whether a file lies in a folder or below it."""
    bare = folder.rstrip("/\\")
    return path.startswith((f"{bare}/", f"{bare}\\"))


def label_of(archive: Archive, field: str, value: str) -> str:
    """Return a value in words."""
    match field:
        case "country":
            return archive.country_name(value)
        case "kind":
            return kind_word(value) or translate("search", "other documents")
        case "lang":
            return language_name(value)
        case "folder":
            return PurePath(value).name or value
        case _:
            return value
