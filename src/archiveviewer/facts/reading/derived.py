"""What follows from what the rules found: one fact for each thing said, the deadline that stands, and the dated events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from archiveviewer.facts.reading.about import About
from archiveviewer.facts.reading.matching import Found
from archiveviewer.facts.reading.standing import standing
from archiveviewer.facts.wording import treaties
from archiveviewer.records import Attachment, Event, Fact
from archiveviewer.records.facts import BROKEN, INCOMPLETE
from archiveviewer.text import dates

_KINDS = {
    "apmbc.signature": ("signature", "signed"),
    "apmbc.ratification": ("ratification", "ratified"),
    "apmbc.accession": ("accession", "acceded"),
    "apmbc.succession": ("succession", "succeeded"),
    "apmbc.entry_into_force": ("entry_into_force", "in force"),
    "apmbc.withdrawal_submitted": ("withdrawal", "withdrawal submitted"),
    "apmbc.withdrawal_effective": ("withdrawal", "withdrawal in effect"),
    "apmbc.art5.deadline": ("art5_deadline", "clearance deadline"),
    "apmbc.art5.request_submitted": ("art5_request_submitted", "extension request submitted"),
    "apmbc.art5.request_granted": ("request_granted", "extension granted"),
    "apmbc.art5.completion": ("art5_completion", "clearance completed"),
    "apmbc.art7.initial_report": ("art7_report", "initial transparency report"),
    "apmbc.art7.latest_report": ("art7_report", "transparency report"),
    "ccm.signature": ("ccm_signature", "signed"),
    "ccm.ratification": ("ccm_ratification", "ratified"),
    "ccm.accession": ("ccm_accession", "acceded"),
    "ccm.entry_into_force": ("ccm_entry_into_force", "in force"),
    "ccm.withdrawal_effective": ("ccm_withdrawal", "withdrawal in effect"),
    "ccm.art7.initial_report": ("ccm_art7_report", "initial transparency report"),
    "ccm.art7.latest_report": ("ccm_art7_report", "transparency report"),
}

_NEXT = 8
"""A sentence begins so near behind the one before."""
_WHOLE = frozenset(("apmbc.art5.deadline", "apmbc.art5.request_submitted"))
"""A day without its year says nothing of these."""
_DECLARED = "completion_declared"
_COMPLETED = {"apmbc": "apmbc.art5.completion", "ccm": "ccm.art4.completion"}
_JOINING, _IN_FORCE = (".ratification", ".accession"), ".entry_into_force"
YEARLY = frozenset(("casualties.year",))
"""Figures of a year: the same figure of another year is another fact."""


def kind_of_event(type: str) -> str:
    """Return the kind of the event that a fact of a type is; empty for one that is none."""
    return _KINDS.get(type, ("", ""))[0]


def treaty_of(one: Found) -> str:
    """Return the treaty of an event: the one its fact names, else the one its sentence is about."""
    if one.type or one.rule.article.startswith("CCM"):
        return one.type.partition(".")[0] or "ccm"
    return (one.treaty or "apmbc").partition(".")[0]


def complete(found: Sequence[Found], subject: About, text: str) -> tuple[Found, ...]:
    """Return each thing said once, with the deadline that stands and the events that the dated facts are."""
    usable = [one for one in found if not (one.type in _WHOLE and one.value.startswith(INCOMPLETE))]
    once = tuple(_once(_without_undone(sorted((*usable, *_declared(usable)), key=lambda one: (one.place, one.end))), text))
    return (*once, *standing(once, subject, text), *_events(once))


def _declared(found: Sequence[Found]) -> Iterator[Found]:
    """Yield the completions that are known by nothing but their declaration."""
    known = {(one.country, one.type) for one in found}
    for one in found:
        type = _COMPLETED.get(one.treaty or "", "") if one.kind == _DECLARED and _ISO.fullmatch(one.value) else ""
        if type and (one.country, type) not in known:
            yield replace(one, type=type, kind="", text="")


def _once(found: Sequence[Found], text: str) -> Iterator[Found]:
    """Yield each thing said where it is said first; a deadline where its meeting is named, a status where it is told best."""
    kept: dict[tuple[str, ...], Found] = {}
    for one in found:
        said = (one.country, one.type, one.kind, one.value, (one.as_of or "") if one.type in YEARLY else "")
        held = kept.setdefault(said, one)
        if (held.as_of is None and one.as_of and one.type == "apmbc.art5.deadline") or _tells(one, text) > _tells(held, text):
            kept[said] = one
    yield from kept.values()


def _tells(one: Found, text: str) -> int:
    """Return how well a status is told: in so many words, best in a whole sentence or in a table, or by the day when it began.

    It follows from a ratification too, but that is poor evidence of it, and a title is.
    """
    if not one.type.endswith(".status"):
        return 0
    if one.named:
        return 2 + (one.rule.quote != "sentence" or _STOP.search(text, max(one.start, one.end - _TAIL), one.end) is not None)
    return int(any(give.type.endswith((_IN_FORCE, ".succession")) for give in one.rule.gives))


_TAIL = 12
_STOP = re.compile(r"""[.!?]["')\]”’]*(?:\[\d+\]|\d{1,3})?\s*$""")
"""How a sentence ends, with the number of a note."""


def _without_undone(found: Sequence[Found]) -> list[Found]:
    """Leave out what another fact undoes: a state that has withdrawn is no longer a party, mines kept at first are not those kept now.

    Words that ask for a deadline give the deadline itself where the next sentence grants it. A treaty that was in force before a state
    joined it was so for others.
    """
    first = {(one.country, one.value, one.start) for one in found if one.type == "apmbc.art3.retained_initial"}
    found = [one for one in found if one.type != "apmbc.art3.retained" or (one.country, one.value, one.start) not in first]
    joined = {(one.country, one.treaty): one.value for one in found if one.type.endswith(_JOINING) and _ISO.fullmatch(one.value)}
    found = [
        one
        for one in found
        if not (one.type.endswith(_IN_FORCE) and one.value < joined.get((one.country, one.treaty), "")[: len(one.value)])
    ]
    withdrawn = {(one.country, one.type) for one in found if one.value == "withdrawn"}
    found = [one for one in found if not (one.value == "state_party" and (one.country, one.type) in withdrawn)]
    found = [_granted_next(one, found) for one in found]
    granted = {(one.country, one.value, one.start) for one in found if one.type == "apmbc.art5.deadline"}
    return [one for one in found if one.type != "apmbc.art5.deadline_requested" or (one.country, one.value, one.start) not in granted]


def _granted_next(asked: Found, found: Sequence[Found]) -> Found:
    """Return a deadline asked for as one that was set, where the next sentence grants the request and gives no other deadline."""
    if asked.type != "apmbc.art5.deadline_requested":
        return asked
    behind = [one for one in found if one.country == asked.country and 0 <= one.start - asked.end < _NEXT]
    decision = next((one for one in behind if one.type == "apmbc.art5.request_granted"), None)
    if decision is None or any(one.type == "apmbc.art5.deadline" and one.start == decision.start for one in behind):
        return asked
    return replace(asked, type="apmbc.art5.deadline", as_of=decision.value)


def _events(found: Sequence[Found]) -> Iterator[Found]:
    for one in found:
        kind, text = _KINDS.get(one.type, ("", ""))
        day = _day(one) if kind else None
        if day:
            yield replace(one, type="", kind=kind, text=text, value=day, unit=None, as_of=None, treaty=one.type.partition(".")[0])


def _day(one: Found) -> str | None:
    """Return the day of an event; a decision has the last day of its meeting."""
    if one.type == "apmbc.art5.request_granted":
        meeting = treaties.meeting("apmbc", one.value)
        return meeting.last_day.isoformat() if meeting else None
    return None if one.value.startswith(BROKEN) else one.value


def events_of_attachments(listed: Sequence[Attachment], treaty: str) -> Iterator[Event]:
    """Yield the events that received dates of listed request papers are, and the months that titles of other papers end in."""
    for item in listed:
        received = item.received or _day_of_title(item.title)
        kind, text = _received(item.title.casefold()) if received else ("", "")
        if received and kind and not received.startswith(BROKEN):
            yield Event(country=item.country, treaty="apmbc", article="5", date=received, kind=kind, text=text, evidence=item.evidence)
        elif item.received is None:
            yield from _published(item, treaty)


def _day_of_title(title: str) -> str | None:
    """Return the day that the title of a step of a request ends in: "Revised request - 4 August 2022"."""
    ending = _STEP.search(title)
    return dates.parse(ending["day"]) if ending else None


_STEP = re.compile(r"\b(?:request|information|work plan)(?: [-–—] | \(|, )(?P<day>\d{1,2} [^\W\d_]+ \d{4})\)?$", re.IGNORECASE)


def _received(title: str) -> tuple[str, str]:
    """Return the kind and the words of the event that a paper was received; empty for a paper that is no step of a request."""
    if "revised" in title:
        return "revised_request", "revised request received"
    if "information" in title:
        return "additional_information", "additional information received"
    if "request" in title:
        return "art5_request_submitted", "extension request received"
    return ("work_plan", "work plan received") if "work plan" in title else ("", "")


def _published(item: Attachment, treaty: str) -> Iterator[Event]:
    """Yield that a paper is of the months that its title ends in: "Update on victim assistance, June 2018 and November 2018"."""
    ending = _MONTHS.search(item.title)
    for day in dates.find(ending[0]) if ending else ():
        if day.is_whole and not day.is_year:
            said = item.title
            yield Event(
                country=item.country, treaty=treaty, article="", date=day.value, kind="publication", text=said, evidence=item.evidence
            )


_MONTHS = re.compile(r", (?:\d{1,2} )?[^\W\d_]+ \d{4}(?:(?:,| and|, and) (?:\d{1,2} )?[^\W\d_]+ \d{4})*$")
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")
_DONE = (".completed", ".completion", ".initial_report", ".latest_report")
_PLANS = ("art5_deadline", "art4_deadline", "ccm_art4_deadline", "art7_due", "work_plan_due")


def newest(facts: Sequence[Fact], events: Sequence[Event], listed: Sequence[Attachment], *, told: Iterable[str] = ()) -> str | None:
    """Return the newest day that a document speaks of as past (`told` are further such days): it cannot be older than that."""
    days = [event.date for event in events if event.kind not in _PLANS and not event.kind.endswith(("entry_into_force", "withdrawal"))]
    days += [fact.as_of for fact in facts if fact.as_of]
    days += [fact.value for fact in facts if fact.type.endswith(_DONE)]
    days += [item.received for item in listed if item.received]
    days += [mention.value for item in listed for mention in dates.find(item.title) if not mention.is_year]
    days += told
    whole = [day for day in days if _ISO.fullmatch(day)]
    return max(whole, default=None)
