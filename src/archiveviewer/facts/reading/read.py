"""Reads one document: its kind, country and date, and the facts, events and listed files that its pages state.

The rules run over the text of all pages that may hold facts; what they find is then mapped to the page where its evidence begins.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from archiveviewer.facts.reading import attachments, dating, derived, kinds, second_look
from archiveviewer.facts.reading.about import About, about, country, languages_of_names
from archiveviewer.facts.reading.gate import may_hold_facts
from archiveviewer.facts.reading.matching import Found
from archiveviewer.facts.reading.reading import Reading
from archiveviewer.facts.reading.units import Unit, units
from archiveviewer.facts.wording import treaties
from archiveviewer.facts.wording.rules import as_of_patterns, languages
from archiveviewer.facts.wording.triggers import triggers
from archiveviewer.facts.wording.view import View, view
from archiveviewer.records import Attachment, Event, Evidence, Fact, Kind, PageText
from archiveviewer.text import dates, mentions

_HEAD_PAGES = 2
_PLAIN_HEAD = 3000
_PIECES = 300
_LABEL_WORDS = 4
_PLAN = re.compile(
    r"\b(?:deadlines?|until|till|due|will|would|shall|plan\w*|later than|by|target|expect\w*|request\w*|extension|strategy|effect|force"
    r"|délais?|échéances?|jusqu\w*|d'ici|avant|vigueur|prolong\w*|plazos?|hasta|antes|vigor|prórrog\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Findings:
    """What reading one document found. `country` and `date` are None when the document does not say them clearly."""

    kind: Kind
    country: str | None
    date: str | None
    facts: tuple[Fact, ...] = ()
    events: tuple[Event, ...] = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class _Joined:
    """Pages put together: the text, where each page begins in it, and the pages themselves."""

    text: str
    starts: tuple[int, ...]
    pages: tuple[PageText, ...]

    def evidence(self, start: int, end: int) -> Evidence:
        """Return a part of the text as evidence on the page where it begins; what runs on to the next page is clipped."""
        index = bisect_right(self.starts, start) - 1
        page = self.pages[index]
        first = start - self.starts[index]
        last = min(end - self.starts[index], len(page.text))
        while last > first and page.text[last - 1].isspace():
            last -= 1
        return Evidence(page=page.number, span=(first, last), quote=page.text[first:last])


def read(pages: Sequence[PageText], *, paged: bool, title: str, name: str) -> Findings:
    """Return what a document states. `name` is the stem of its file: a weak hint for what it is, and for nothing else."""
    held = tuple(page for page in pages if may_hold_facts(page.text)) if paged else tuple(pages)
    if not held or not (paged or any(may_hold_facts(page.text) for page in pages)):
        return _plain(pages, title=title, name=name)
    whole = _join(pages[:_HEAD_PAGES] if paged else pages, paged=paged)
    subject = about(view(whole.text).text, view(title).text)
    joined = _join(held, paged=paged)
    return _read(joined, head=whole.text, subject=subject, title=title, name=name, paged=paged)


@cache
def load_rules() -> None:
    """Prepare all that documents about mines need, in any language: else each thing is prepared when a document first needs it."""
    mentions.find("Cambodia Камбоджа", ("en", "fr", "es", "pt", "ru", "ar", "zh", "km"))
    treaties.meetings()
    kinds.kind("", "")
    attachments.load()
    triggers()
    for language in languages():
        as_of_patterns(language)


def _plain(pages: Sequence[PageText], *, title: str, name: str) -> Findings:
    """Return what can be said of a document that does not speak of mines: its kind and country by its title."""
    kind = kinds.kind_by_title(title)
    kind = kind if kind is not Kind.OTHER else kinds.kind_by_title(name)
    head = view(pages[0].text[:_PLAIN_HEAD]).text if pages else ""
    named = view(title).text
    return Findings(
        kind=kind,
        country=country("", named, languages_of_names(f"{named}\n{head}")),
        date=dating.stated_date(head) or (dating.title_year(title) if kind in kinds.PAPERS else None),
    )


def _join(pages: Sequence[PageText], *, paged: bool) -> _Joined:
    between = "\n" if paged else ""
    starts: list[int] = []
    position = 0
    for page in pages:
        starts.append(position)
        position += len(page.text) + len(between)
    return _Joined(text=between.join(page.text for page in pages), starts=tuple(starts), pages=tuple(pages))


def _read(joined: _Joined, *, head: str, subject: About, title: str, name: str, paged: bool) -> Findings:
    clean = view(joined.text)
    kind = _kind(head, title, name)
    draft = second_look.is_draft(kind, head, title)
    told = second_look.sound(tuple(Reading(view=clean, about=subject, triggers=triggers()).read()), clean.text, draft=draft)
    found = derived.complete(tuple(told), subject, clean.text)
    pieces = () if paged else tuple(units(clean.text))
    listed = () if paged else tuple(_attachments(joined, clean, pieces, found, subject=subject, kind=kind))
    facts = tuple(_fact(joined, clean, one) for one in found if one.type)
    events = (*(_event(joined, clean, one) for one in found if one.kind), *derived.events_of_attachments(listed, subject.treaty or "apmbc"))
    known_days = dating.Known(facts=facts, events=events, listed=listed, told=_told_days(clean, pieces[:_PIECES], facts))
    return Findings(
        kind=kind,
        country=subject.country,
        date=dating.date_of(kind, view(head).text, title, treaty=subject.treaty or "apmbc", known=known_days, paged=paged),
        facts=facts,
        events=tuple(dict.fromkeys(sorted(events, key=lambda event: event.date))),
        attachments=listed,
    )


def _told_days(clean: View, pieces: Sequence[Unit], facts: Sequence[Fact]) -> Iterator[str]:
    """Yield the days and months that a text tells of as past: no deadline, no plan."""
    deadlines = {fact.value for fact in facts if "deadline" in fact.type}
    for piece in pieces:
        words = clean.text[piece.start : piece.end]
        if len(words.split()) > _LABEL_WORDS and not _PLAN.search(words):
            yield from (day.value for day in dates.find(words) if day.is_whole and not day.is_year and day.value not in deadlines)


def _kind(head: str, title: str, name: str) -> Kind:
    kind = kinds.kind(head, title)
    return kind if kind is not Kind.OTHER else kinds.kind_by_title(name)


def _evidence(joined: _Joined, clean: View, start: int, end: int) -> Evidence:
    return joined.evidence(clean.origin(start), clean.origin(end - 1) + 1)


def _fact(joined: _Joined, clean: View, one: Found) -> Fact:
    return Fact(
        country=one.country,
        type=one.type,
        value=one.value,
        unit=one.unit,
        as_of=one.as_of,
        evidence=_evidence(joined, clean, one.start, one.end),
        rule=one.rule.name,
    )


def _event(joined: _Joined, clean: View, one: Found) -> Event:
    return Event(
        country=one.country,
        treaty=derived.treaty_of(one),
        article=one.rule.article.removeprefix("CCM").strip().partition(".")[0],
        date=one.value,
        kind=one.kind,
        text=one.text,
        evidence=_evidence(joined, clean, one.start, one.end),
    )


def _attachments(
    joined: _Joined, clean: View, pieces: Sequence[Unit], found: Sequence[Found], *, subject: About, kind: Kind
) -> Iterator[Attachment]:
    after = max((one.end for one in found if one.type), default=0)
    for item in attachments.listed(clean.text, pieces, after=after, plain=kind is Kind.COUNTRY_PAGE):
        of = item.country or subject.country
        if of and item.title:
            yield Attachment(
                country=of,
                title=item.title,
                language=item.language,
                size=item.size,
                bytes=attachments.size_in_bytes(item.size) if item.size else None,
                received=item.received,
                family=item.family,
                evidence=_evidence(joined, clean, item.start, item.end),
            )
