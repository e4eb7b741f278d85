"""What stays of the facts and events of a library when those are left out that a person called wrong.

A hidden fact is known again by what it says, its sentence, and its document. With it go the same deadline said a second time as the one
that stands, and the event that the fact is; a second sentence that says the same stays, for that is another source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from archiveviewer.facts.reading.derived import kind_of_event
from archiveviewer.records import Evidence, HiddenFact, StatedEvent, StatedFact

Digest = Callable[[int], str]
"""Gives the content hash of a document by its number."""


def hidden_form(stated: StatedFact, digest: str) -> HiddenFact | None:
    """Return a fact as one to hide; None for one that no document states."""
    fact, source = stated.fact, stated.source
    if source is None or fact.evidence is None:
        return None
    quote = _squeezed(fact.evidence.quote)
    return HiddenFact(fact.country, fact.type, fact.value, quote, source.path, digest, source.title, fact.evidence.page)


def without_hidden(
    facts: Sequence[StatedFact], events: Sequence[StatedEvent], hidden: Sequence[HiddenFact], *, digest: Digest
) -> tuple[tuple[StatedFact, ...], tuple[StatedEvent, ...]]:
    """Return the facts and events that are not hidden, in their order."""
    if not hidden:
        return tuple(facts), tuple(events)
    by_key: dict[tuple[str, str, str], list[HiddenFact]] = {}
    for one in hidden:
        by_key.setdefault((one.country, _kin(one.type), one.value), []).append(one)
    gone = [stated for stated in facts if _is_hidden(stated, by_key, digest)]
    lost = set(map(id, gone))
    events_gone = {id(event) for event in events if any(_is_event_of(event, fact) for fact in gone)}
    return tuple(one for one in facts if id(one) not in lost), tuple(one for one in events if id(one) not in events_gone)


def still_stated(hidden: Iterable[HiddenFact], facts: Sequence[StatedFact], *, digest: Digest) -> dict[int, StatedFact]:
    """Return for each hidden fact, by its `id`, where it stands in the library now; those that stand nowhere any more are left out."""
    found: dict[int, StatedFact] = {}
    for one in hidden:
        wanted = {(one.country, _kin(one.type), one.value): [one]}
        stated = next((fact for fact in facts if fact.fact.type == one.type and _is_hidden(fact, wanted, digest)), None)
        if stated is not None:
            found[one.id] = stated
    return found


def _is_hidden(stated: StatedFact, by_key: dict[tuple[str, str, str], list[HiddenFact]], digest: Digest) -> bool:
    fact = stated.fact
    candidates = by_key.get((fact.country, _kin(fact.type), fact.value), [])
    return any(_same_sentence(one, fact.evidence) and _same_document(one, stated, digest) for one in candidates)


def _same_sentence(hidden: HiddenFact, evidence: Evidence | None) -> bool:
    """Compare sentences; a newer rule may take in a little more or less of one."""
    if evidence is None:
        return False
    quote = _squeezed(evidence.quote)
    return quote in hidden.quote or hidden.quote in quote


def _same_document(hidden: HiddenFact, stated: StatedFact, digest: Digest) -> bool:
    source = stated.source
    return source is not None and (source.path == hidden.path or (bool(hidden.sha256) and digest(source.document) == hidden.sha256))


def _is_event_of(event: StatedEvent, gone: StatedFact) -> bool:
    """Tell whether an event is what a hidden fact says: of its kind, from its words."""
    mine, his = gone.fact.evidence, event.event.evidence
    if mine is None or his is None or gone.source is None or event.source is None or gone.source.document != event.source.document:
        return False
    kind = kind_of_event(_kin(gone.fact.type))
    return event.event.country == gone.fact.country and event.event.kind == kind and (his.page, his.span) == (mine.page, mine.span)


def _kin(type: str) -> str:
    """Return what a type says apart from that it is the latest: a deadline that stands is also a deadline that was set."""
    return type.removesuffix("_current")


def _squeezed(text: str) -> str:
    return " ".join(text.split())
