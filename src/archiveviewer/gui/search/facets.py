"""The values that filters offer for a question, in words, each with how many documents have it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.kinds import kind_word, language_name
from archiveviewer.gui.search.question import Filter, Question
from archiveviewer.records import Facet, SearchRequest

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive

translate = QCoreApplication.translate
FIELDS = ("country", "kind", "lang", "year", "folder")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a field, with how many documents have it; with `at_least` they were not all counted."""

    filter: Filter
    count: int
    at_least: bool = False


def field_word(field: str) -> str:
    """Return what a field is called."""
    return {
        "country": translate("search", "Country"),
        "kind": translate("search", "Kind"),
        "lang": translate("search", "Language"),
        "year": translate("search", "Year"),
        "folder": translate("search", "Folder"),
    }[field]


def choices(archive: Archive, question: Question, field: str, stop: Callable[[], bool]) -> tuple[Choice, ...]:
    """Return the values that `field` has among what the question finds without its own filter; runs in a thread."""
    asked = question.without(field)
    query = asked.query if asked.worth_asking else ""
    request = SearchRequest(query, typing=bool(query) and asked.being_typed, also=asked.also, without=asked.also_not)
    found = archive.facets(request, stop=stop)
    return tuple(_choice(archive, facet) for facet in found if facet.field == field)


def _choice(archive: Archive, facet: Facet) -> Choice:
    return Choice(Filter(facet.field, facet.value, label_of(archive, facet)), facet.documents, facet.at_least)


def label_of(archive: Archive, facet: Facet) -> str:
    """Return a value in the language of the interface."""
    match facet.field:
        case "country":
            return archive.country_name(facet.value)
        case "kind":
            return kind_word(facet.value) or translate("search", "other documents")
        case "lang":
            return language_name(facet.value)
        case _:
            return facet.name
