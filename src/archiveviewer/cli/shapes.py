"""The JSON shapes of the command line, stable for scripts."""

from __future__ import annotations

from collections.abc import Mapping

from archiveviewer.records import (
    Completion,
    DocumentHit,
    Evidence,
    Facet,
    FileState,
    Footnote,
    HiddenFact,
    IndexSummary,
    ListedAttachment,
    Note,
    PageText,
    Problem,
    Progress,
    SearchAnswer,
    Source,
    StatedEvent,
    StatedFact,
)
from archiveviewer.text.english import reason_words
from archiveviewer.text.paths import shown

Shape = Mapping[str, object]


def progress(step: Progress) -> Shape:
    """Return a step of an indexing run."""
    return {"stage": step.stage, "done": step.done, "total": step.total, "current": step.current}


def summary(done: IndexSummary) -> Shape:
    """Return the outcome of an indexing run."""
    return {
        "files": done.files,
        "indexed": done.indexed,
        "unchanged": done.unchanged,
        "failed": done.failed,
        "pages": done.pages,
        "seconds": done.seconds,
    }


def hit(found: DocumentHit) -> Shape:
    """Return a document that answers, with its pages."""
    return {
        "rank": found.rank,
        "document": found.document,
        "path": shown(found.path),
        "title": found.title,
        "kind": found.kind,
        "language": found.language,
        "country": found.country,
        "score": round(found.score, 4),
        "missing": list(found.missing),
        "pages": [
            {"page": page.page, "label": page.label, "snippet": page.snippet, "marks": [list(mark) for mark in page.marks]}
            for page in found.pages
        ],
        "siblings": [{"document": one.document, "language": one.language, "path": shown(one.path)} for one in found.siblings],
        "copies": [{"document": one.document, "path": shown(one.path)} for one in found.copies],
        "also": found.also,
    }


def added(answer: SearchAnswer) -> list[Shape]:
    """Return which words were looked for beside those of the question, as they mean the same."""
    return [{"words": one.words, "groups": list(one.groups), "terms": list(one.terms)} for one in answer.also]


def facet(found: Facet) -> Shape:
    """Return how many documents that answer have one value of a field."""
    return {
        "field": found.field,
        "value": shown(found.value),
        "name": shown(found.name),
        "documents": found.documents,
        "at_least": found.at_least,
    }


def reasons(found: DocumentHit) -> list[Shape]:
    """Return why a document stands where it stands."""
    return [{"words": reason_words(reason), "weight": round(reason.weight, 4)} for reason in found.why]


def completion(found: Completion) -> Shape:
    """Return how a question may go on."""
    return {"text": found.text, "shown": found.shown, "words": found.words, "documents": found.documents}


def page(path: str, text: PageText) -> Shape:
    """Return the text of a page."""
    return {"path": shown(path), "page": text.number, "label": text.label, "text": text.text, "health": text.health}


def footnote(path: str, note: Footnote) -> Shape:
    """Return the note that a number in a text points to."""
    return {"path": shown(path), "number": note.number, "page": note.page, "span": list(note.span), "text": note.text}


def file(state: FileState) -> Shape:
    """Return the state of a file."""
    return {
        "path": shown(state.path),
        "media_type": state.media_type,
        "state": state.state,
        "pages": state.pages,
        "chars": state.chars,
        "health": state.health,
    }


def problem(found: Problem) -> Shape:
    """Return what could not be read, why, and what to do."""
    return {"path": shown(found.path), "page": found.page, "code": found.code, "reason": found.reason, "next": found.next}


def fact(stated: StatedFact) -> Shape:
    """Return a fact with its evidence."""
    found = stated.fact
    return {
        "country": found.country,
        "type": found.type,
        "value": found.value,
        "unit": found.unit,
        "as_of": found.as_of,
        **_place(stated.source, found.evidence),
        "rule": found.rule,
        "computed": found.computed,
    }


def hidden(gone: HiddenFact) -> Shape:
    """Return a fact that was called wrong."""
    return {
        "number": gone.id,
        "country": gone.country,
        "type": gone.type,
        "value": gone.value,
        "path": shown(gone.path),
        "page": gone.page,
        "quote": gone.quote,
        "hidden_at": gone.hidden_at,
    }


def event(stated: StatedEvent) -> Shape:
    """Return an event with the state of its deadline."""
    found = stated.event
    return {
        "country": found.country,
        "treaty": found.treaty,
        "article": found.article,
        "date": found.date,
        "kind": found.kind,
        "text": found.text,
        "state": stated.state,
        "computed": found.computed,
        **_place(stated.source, found.evidence),
    }


def attachment(listed: ListedAttachment) -> Shape:
    """Return a listed file and whether it is here."""
    found = listed.attachment
    return {
        "country": found.country,
        "title": found.title,
        "language": found.language,
        "size": found.size,
        "bytes": found.bytes,
        "received": found.received,
        "family": found.family,
        "state": listed.state,
        "match": shown(listed.match) if listed.match else None,
        **_place(listed.source, found.evidence),
    }


def _place(source: Source | None, evidence: Evidence | None) -> dict[str, object]:
    return {
        "path": shown(source.path) if source else None,
        "page": evidence.page if evidence else None,
        "span": list(evidence.span) if evidence else None,
        "quote": evidence.quote if evidence else None,
    }


def note(note: Note) -> Shape:
    """Return a highlight, a note or a bookmark."""
    return {
        "path": shown(note.path),
        "sha256": note.sha256,
        "title": note.title,
        "page": note.page,
        "label": note.label,
        "kind": note.kind.value,
        "colour": note.colour.value,
        "quote": note.quote,
        "text": note.text,
        "made": note.made_at,
        "changed": note.changed_at,
    }
