"""The date of a document itself: when it was updated, received, decided; never a deadline, never what it only looks forward to.

A page of the web shows no date of its own as a rule: then it is the newest day that it tells of as past, since it cannot be older.
A paper of a request says when it was handed in, its meeting, or the year in its title; when it says nothing of it, it has no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archiveviewer.facts.reading import derived, kinds
from archiveviewer.facts.wording import treaties
from archiveviewer.records import Attachment, Event, Fact, Kind
from archiveviewer.records.facts import BROKEN
from archiveviewer.text import dates

_HEAD, _TOP, _LINES, _LINE = 2700, 900, 6, 60
_LABEL = re.compile(r"deadline|due|until|expir|force|échéance|délai|vigueur|plazo|vigor|срок|موعد|期限", re.IGNORECASE)
_UPDATED = re.compile(
    r"^\W*(?:last updated|updated on|updated?|date of submission|(?:received|submitted|handed in)(?: on)?|dated?"
    r"|dernière mise à jour|reçue?s? le|présentée?s? le|última actualización|recibid[oa]s? el|presentad[oa]s? el"
    r"|обновлено|получен[оа]?|представлен[оа]?)\b\s*:?\s*(?:\w+day,?\s*)?([^\n]{4,30})",
    re.IGNORECASE | re.MULTILINE,
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_FIRST_YEAR, _LAST_YEAR = 1990, 2099


@dataclass(frozen=True, slots=True)
class Known:
    """What reading a document has found that may tell its date. `told` are days that it speaks of as past."""

    facts: Sequence[Fact]
    events: Sequence[Event]
    listed: Sequence[Attachment]
    told: Iterable[str]


def date_of(kind: Kind, head: str, title: str, *, treaty: str, known: Known, paged: bool) -> str | None:
    """Return the date of a document that speaks of the treaties."""
    stated = stated_date(head)
    if kind in kinds.PAPERS:
        return stated or _of_paper(kind, head, title, treaty=treaty, known=known)
    if stated or paged:
        return stated or title_year(title)
    return derived.newest(known.facts, known.events, known.listed, told=known.told)


def _of_paper(kind: Kind, head: str, title: str, *, treaty: str, known: Known) -> str | None:
    year = title_year(title)
    day = _meeting_day(head[:_TOP], treaty) if kind is Kind.DECISION else _handed_in(kind, known, year)
    return day if day and (year is None or day.startswith(year)) else year


def _meeting_day(head: str, treaty: str) -> str | None:
    """Return the last day of the first meeting that a decision names."""
    named = treaties.meeting_words().search(re.sub(r"\s+", " ", head.replace("\u2019", "'")))
    meeting = treaties.meeting(treaty, treaties.meeting_code(named)) if named else None
    return meeting.last_day.isoformat() if meeting else None


def _handed_in(kind: Kind, known: Known, year: str | None) -> str | None:
    """Return the day on which a request says that it was handed in, in the year of its title when that has one."""
    if kind is Kind.REQUEST:
        days = [fact.value for fact in known.facts if fact.type == "apmbc.art5.request_submitted"]
    elif kind is Kind.REVISED_REQUEST:
        days = [event.date for event in known.events if event.kind == "revised_request"]
    else:
        days = []
    return max((day for day in days if day[:1].isdigit() and day.startswith(year or "")), default=None)


def title_year(title: str) -> str | None:
    """Return the one year that a title names, in whatever digits, or None."""
    years = {int(found[0]) for found in _YEAR.finditer(title)}
    likely = {year for year in years if _FIRST_YEAR <= year <= _LAST_YEAR}
    return str(likely.pop()) if len(likely) == 1 else None


def stated_date(text: str) -> str | None:
    """Return the day that a document says it was updated, received or made: "Last updated: ...", or a first line that is a date."""
    head = text[:_HEAD]
    for said in _UPDATED.finditer(head):
        day = next((mention for mention in dates.find(said[1]) if mention.is_whole), None)
        if day and day.span[0] == 0:
            return day.value
    lines = [line for line in head.splitlines() if line.strip()][: _LINES + 1]
    for before, line, behind in zip(["", *lines], lines[:_LINES], [*lines[1:], ""], strict=False):
        alone = _day_alone(line) if not _LABEL.search(before) else None
        if alone and not _day_alone(behind):  # two on end are cells of a table
            return alone
        if alone:
            return None
    return None


def _day_alone(line: str) -> str | None:
    """Return the day or month that a line is and nothing else."""
    day = dates.parse(line) if len(line) < _LINE else None
    return day if day and len(day) > len("2019") and not day.startswith(BROKEN) else None
