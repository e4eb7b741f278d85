"""From an evidence to the place that the reader shows: its page, its sentence, and the value that the sentence gives."""

from __future__ import annotations

from archiveviewer.records import ChainStep, Evidence, Light, Place, Source, StatedEvent, StatedFact


def place(evidence: Evidence | None, source: Source | None, *, value: str = "") -> Place | None:
    """Return where an evidence lies, its words to be lit, or None when nothing was read (computed, reference)."""
    if evidence is None or source is None:
        return None
    lit = (Light(evidence.quote, exact=True),)
    return Place(source.document, evidence.page, lit, evidence.quote, value)


def fact_place(stated: StatedFact) -> Place | None:
    """Return where a fact was read."""
    return place(stated.fact.evidence, stated.source, value=stated.fact.value)


def step_place(step: ChainStep) -> Place | None:
    """Return where a step of a chain was read."""
    return place(step.evidence, step.source, value=step.date)


def event_place(stated: StatedEvent) -> Place | None:
    """Return where an event was read."""
    return place(stated.event.evidence, stated.source, value=stated.event.date)
