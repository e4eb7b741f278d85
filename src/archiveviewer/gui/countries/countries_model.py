"""The countries as a model: those that the archive speaks of, and behind a head those that only the reference list knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from archiveviewer.gui.chain.words import state_sentence
from archiveviewer.gui.dates import long_date, short_date
from archiveviewer.gui.search.named import fold
from archiveviewer.gui.widgets.nodes import Node, NodeModel
from archiveviewer.records import CountrySummary


@dataclass(frozen=True, slots=True)
class Country:
    """A row of the list: its summary, its name, and all its names folded for the filter."""

    summary: CountrySummary
    name: str
    folded: str

    @property
    def here(self) -> bool:
        """Whether the archive itself speaks of the country."""
        return self.summary.documents > 0 or self.summary.facts > 0


def country(summary: CountrySummary, names: Sequence[str]) -> Country:
    """Return the row of a country whose first name is the one shown."""
    return Country(summary, names[0], "\n".join({fold(name) for name in (*names, summary.country)}))


def found(countries: Sequence[Country], words: str) -> tuple[Country, ...]:
    """Return the countries with a name that has the words, those that begin with them first."""
    wanted = fold(words)
    if not wanted:
        return tuple(countries)
    hits = [item for item in countries if wanted in item.folded]
    return tuple(sorted(hits, key=lambda item: not any(name.startswith(wanted) for name in item.folded.split("\n"))))


class CountriesModel(NodeModel):
    """The countries of the archive; behind a head those that only the reference list knows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            ("",), say=self._text, sentence=self._spoken, tip=lambda item, _: item.name if isinstance(item, Country) else "", parent=parent
        )
        self._countries: tuple[Country, ...] = ()
        self._words = ""

    def set_countries(self, countries: Sequence[Country]) -> None:
        """Take other countries."""
        self._countries = tuple(countries)
        self._fill()

    def set_words(self, words: str) -> None:
        """Show the countries that have the words in a name."""
        self._words = words
        self._fill()

    def _fill(self) -> None:
        shown = found(self._countries, self._words)
        nodes = [Node(item) for item in shown if item.here]
        others = [Node(item) for item in shown if not item.here]
        self.show([*nodes, *([Node(self.tr("Others"), others)] if others else [])], (self.tr("Country"),))

    @property
    def countries(self) -> tuple[Country, ...]:
        """All countries, whatever the filter is."""
        return self._countries

    @property
    def here(self) -> int:
        """How many countries the archive speaks of."""
        return sum(item.here for item in self._countries)

    def _text(self, item: object, column: int) -> str:  # noqa: ARG002 - there is one column
        return item.name if isinstance(item, Country) else str(item)

    def known(self, item: Country) -> tuple[str, ...]:
        """Return what is known of a country, the most telling first: newest source, facts, documents."""
        if not item.here:
            return (self.tr("reference list only"),)
        summary = item.summary
        newest = self.tr("newest source {date}").format(date=short_date(summary.newest_source[:7])) if summary.newest_source else ""
        facts = self.tr("1 fact") if summary.facts == 1 else self.tr("%Ln facts", "", summary.facts)
        documents = self.tr("1 document") if summary.documents == 1 else self.tr("%Ln documents", "", summary.documents)
        return tuple(part for part in (newest, facts if summary.facts else "", documents if summary.documents else "") if part)

    def _spoken(self, item: object, column: int) -> str:
        if not isinstance(item, Country):
            return self.tr("Others, reference list only")
        summary = item.summary
        deadline = self.tr("clearance deadline {date}").format(date=long_date(summary.deadline)) if summary.deadline else ""
        parts = (self._text(item, column), state_sentence(summary.state).lower(), deadline, *self.known(item))
        return ", ".join(part for part in parts if part)
