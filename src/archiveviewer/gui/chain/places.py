"""From an evidence to the place that the reader shows: its page, its sentence, and the value as the sentence prints it."""

from __future__ import annotations

import re

from archiveviewer.records import ChainStep, Evidence, Light, Place, Source, StatedEvent, StatedFact
from archiveviewer.text import dates

_PRINTED_NUMBER = re.compile(r"\d(?:[\d,.'’ \u00a0\u2009\u202f]*\d)?")
_BROKEN = ("INVALID:", "INCOMPLETE:")


def place(evidence: Evidence | None, source: Source | None, *, value: str = "") -> Place | None:
    """Return where an evidence lies, its words to be lit, or None when nothing was read (computed, reference)."""
    if evidence is None or source is None:
        return None
    lit = (Light(evidence.quote, exact=True),)
    return Place(source.document, evidence.page, lit, evidence.quote, printed(evidence.quote, value))


def fact_place(stated: StatedFact) -> Place | None:
    """Return where a fact was read."""
    return place(stated.fact.evidence, stated.source, value=stated.fact.value)


def step_place(step: ChainStep) -> Place | None:
    """Return where a step of a chain was read."""
    return place(step.evidence, step.source, value=step.date)


def event_place(stated: StatedEvent) -> Place | None:
    """Return where an event was read."""
    return place(stated.event.evidence, stated.source, value=stated.event.date)


def printed(quote: str, value: str) -> str:
    """Return the part of a quote that prints a value ("31 December 2025" for 2025-12-31), or nothing when it is not plain to see."""
    for prefix in _BROKEN:
        value = value.removeprefix(prefix)
    if value and value in quote:
        return value
    return _printed_date(quote, value) or _printed_number(quote, value)


def _printed_date(quote: str, value: str) -> str:
    found = dates.find(quote) if value[:4].isdigit() else ()
    exact = [mention for mention in found if mention.value == value]
    within = [mention for mention in found if mention.value.startswith(f"{value}-")]
    mention = next(iter(exact or within), None)
    return quote[slice(*mention.span)] if mention else ""


def _printed_number(quote: str, value: str) -> str:
    if not re.fullmatch(r"\d+(\.\d+)?", value):
        return ""
    whole, _, decimals = value.partition(".")
    for found in _PRINTED_NUMBER.finditer(quote):
        digits = re.sub(r"\D", "", found[0])
        if digits == whole + decimals and (not decimals or re.search(rf"[.,]\s?{decimals}$", found[0])):
            return found[0]
    return ""
