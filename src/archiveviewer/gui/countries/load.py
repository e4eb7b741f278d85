"""What Countries asks of the archive; every function runs in a thread."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from archiveviewer.gui.countries.countries_model import Country, country
from archiveviewer.gui.countries.labels import source_label, where_label
from archiveviewer.gui.countries.own import own_language
from archiveviewer.gui.countries.row import Row
from archiveviewer.gui.countries.rows import profile_rows
from archiveviewer.gui.reader.document.citation import Cited, cite
from archiveviewer.records import ArchiveError, Document, Evidence, Place, Profile, Source, StatedEvent, StatedFact

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive


@dataclass(frozen=True, slots=True)
class Shown:
    """A country as it is to be shown: its names, profile and events, where its sources stand, and the rows made of all that."""

    country: str
    name: str
    own_name: str
    profile: Profile
    events: tuple[StatedEvent, ...]
    today: date
    documents: dict[int, Document]
    labels: dict[tuple[int, int], str]
    rows: tuple[Row, ...] = ()
    names: tuple[str, ...] = ()

    def read_in(self, source: Source, page: int) -> str:
        """Return a source and a page in short: "Country page § 5", "Second request p. 12"."""
        document = self.documents.get(source.document)
        paged = document.paged if document is not None else source.path.lower().endswith(".pdf")
        where = where_label(page, self.labels.get((source.document, page), ""), paged=paged)
        return f"{source_label(source.kind, source.title)} {where}"


def load_countries(archive: Archive, language: str) -> tuple[Country, ...]:
    """Return the countries sorted by their name in `language`."""
    rows = []
    for summary in archive.countries():
        name = archive.country_name(summary.country, language)
        rows.append(country(summary, [name, *archive.country_names(summary.country)]))
    return tuple(sorted(rows, key=lambda row: row.name.casefold()))


def load_country(archive: Archive, code: str, *, as_of: date | None, language: str) -> Shown:
    """Return all that is shown of one country."""
    profile = archive.profile(code, as_of=as_of)
    events = archive.timeline(code, as_of=as_of)
    gone = archive.decided(code).hidden
    found = archive.hidden_places(gone) if gone else {}
    places = [*_places(profile, events), *(place for stated in found.values() for place in _place(stated))]
    documents = dict(_documents(archive, {source.document for source, _ in places}))
    labels = dict(_labels(archive, documents, {(source.document, evidence.page) for source, evidence in places}))
    name = archive.country_name(code, language)
    own = own_language(code)
    own_name = archive.country_name(code, own) if own is not None and own != language else ""
    shown = Shown(code, name, own_name if own_name != name else "", profile, events, archive.today(), documents, labels)
    left_out = tuple((one, found.get(one.id)) for one in gone)
    rows = profile_rows(profile, events, read_in=shown.read_in, hidden=left_out)
    return replace(shown, rows=rows, names=(name, *archive.country_names(code)))


def citation(archive: Archive, place: Place, code: str, *, language: str) -> str:
    """Return the sentence at a place with everything needed to find it again, as it goes onto the clipboard."""
    document = archive.document(place.document)
    newest = archive.coverage().newest or ""
    label = archive.page(place.document, place.page).label
    return cite(place.quote, Cited(document, label=label, country=archive.country_name(code, language) if code else "", archive=newest))


def _places(profile: Profile, events: Iterable[StatedEvent]) -> Iterable[tuple[Source, Evidence]]:
    for group in profile.groups:
        for line in group.lines:
            for stated in (*line.current, *line.older):
                yield from _place(stated)
    for event in events:
        if event.source is not None and event.event.evidence is not None:
            yield event.source, event.event.evidence


def _place(stated: StatedFact) -> Iterable[tuple[Source, Evidence]]:
    if stated.source is not None and stated.fact.evidence is not None:
        yield stated.source, stated.fact.evidence


def _documents(archive: Archive, numbers: Iterable[int]) -> Iterable[tuple[int, Document]]:
    for number in numbers:
        with suppress(ArchiveError):  # gone since the facts were read: the source's own title is still shown
            yield number, archive.document(number)


def _labels(archive: Archive, documents: dict[int, Document], pages: Iterable[tuple[int, int]]) -> Iterable[tuple[tuple[int, int], str]]:
    for number, page in pages:
        if number in documents and documents[number].paged:
            with suppress(ArchiveError):
                yield (number, page), archive.page(number, page).label
