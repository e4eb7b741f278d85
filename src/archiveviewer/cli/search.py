"""The command search, for one question or a file of them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from archiveviewer.archive.door import Archive
from archiveviewer.cli import shapes
from archiveviewer.cli.exits import Exit
from archiveviewer.cli.library import opened
from archiveviewer.cli.output import Printer, counted
from archiveviewer.records import DocumentHit, SearchAnswer, SearchRequest, Sort, Span, WaysOut
from archiveviewer.text.english import not_searched, reason_words
from archiveviewer.text.paths import shown

_SEVERAL = 2
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def search(options: argparse.Namespace) -> int:
    """Print the documents that answer; 0 also when none do."""
    printer = Printer(as_json=options.json)
    archive = opened(options)
    if options.batch or options.report:
        return _batch(archive, printer, options)
    if options.complete:
        return _complete(archive, printer, " ".join(options.query))
    request = _request(" ".join(options.query), options)
    if options.facets:
        return _facets(archive, printer, request)
    answer = archive.search(request)
    added = shapes.added(answer)
    for hit in answer.hits:
        extra: dict[str, object] = {"added": added}
        if options.explain:
            extra["why"] = shapes.reasons(hit)
        printer.row({**shapes.hit(hit), **extra}, "\n".join([_lines(hit), *(_reasons(hit) if options.explain else ())]))
    for one in answer.also:
        printer.note(f"{one.words}, also: {', '.join(one.terms)}")
    printer.note(_count(answer))
    if not answer.documents and not options.json:
        for line in _ways(archive.ways_out(_request(answer.text, options))):
            printer.note(line)
        covered = archive.coverage()
        printer.note(f"{covered.searched} of {covered.files} files were searched.")
        for line in not_searched(covered):
            printer.note(line)
    return Exit.DONE


def _batch(archive: Archive, printer: Printer, options: argparse.Namespace) -> int:
    from archiveviewer.cli.batch import batch, questions

    asked = list(questions(options.batch)) if options.batch else [("1", " ".join(options.query))]
    return batch(archive, printer, [(name, _request(text, options)) for name, text in asked], report=options.report)


def _facets(archive: Archive, printer: Printer, request: SearchRequest) -> int:
    for found in archive.facets(request):
        more = "at least " if found.at_least else ""
        printer.row(shapes.facet(found), f"{found.field}\t{more}{found.documents}\t{found.name}\t{shown(found.value)}")
    return Exit.DONE


def _complete(archive: Archive, printer: Printer, text: str) -> int:
    for one in archive.completions(text, len(text)):
        held = "" if one.documents is None else f" ({counted(one.documents, 'document')})"
        printer.row(shapes.completion(one), f"{one.shown:24} {one.words}{held}")
    return Exit.DONE


def _count(answer: SearchAnswer) -> str:
    more = "at least " if answer.at_least else ""
    if answer.at_least and not answer.documents:
        return f"No document with all words was found in time; {len(answer.hits)} shown."
    if answer.documents or not answer.hits or answer.wanted < _SEVERAL:
        have = "document has" if answer.documents == 1 else "documents have"
        return f"{more}{answer.documents} {have} all words; {len(answer.hits)} shown."
    words = f"all {_number(answer.wanted)} words" if answer.wanted > _SEVERAL else "both words"
    have = "these have" if len(answer.hits) > 1 else "this one has"
    most = "" if all(len(hit.missing) == answer.wanted - answer.held for hit in answer.hits) else " at most"
    return f"No document has {words}; {have}{most} {_number(answer.held)}."


def _ways(ways: WaysOut) -> Iterator[str]:
    """Give the lines that say what would find something."""
    for word in ways.unknown:
        like = [f"{one.word} ({counted(one.documents, 'document')})" for one in ways.suggestions if one.instead_of == word]
        yield f"“{word}” is in no file that was searched." + (f" Words like it: {', '.join(like)}." if like else "")
    others = (ways.best, *ways.without_filter, ways.without_filters, *ways.without_word)
    for way in dict.fromkeys(way for way in others if way is not None):
        yield f"{way.text}   would find {'at least ' if way.at_least and way.documents else ''}{counted(way.documents, 'document')}"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _request(text: str, options: argparse.Namespace) -> SearchRequest:
    return SearchRequest(
        text=text, sort=Sort(options.sort), limit=options.limit, collapse=options.collapse, languages=options.languages, also=options.also
    )


def _lines(hit: DocumentHit) -> str:
    place = " · ".join(part for part in (hit.country, hit.kind.replace("_", " "), hit.language, hit.date) if part)
    lines = [f"{hit.rank}. {hit.title}  [{place}]", f"   {shown(hit.path)}"]
    if hit.missing:
        lines.append(f"   without: {', '.join(hit.missing)}")
    if hit.siblings:
        lines.append(f"   also in: {', '.join(dict.fromkeys(one.language or '?' for one in hit.siblings))}")
    lines += [f"   the same file: {shown(one.path)}" for one in hit.copies]
    lines += [f"   p. {page.label or page.page}  {_marked(page.snippet, page.marks)}" for page in hit.pages]
    return "\n".join(lines)


def _reasons(hit: DocumentHit) -> Iterator[str]:
    """Give the lines that explain a score: what the words weigh, and what each other reason adds to it."""
    for first, reason in zip((True, *[False] * len(hit.why)), hit.why, strict=False):
        said = reason_words(reason)
        yield f"   {reason.weight:8.3f}  {said}" if first else f"   {reason.weight:+8.0%}  {said}"
    if hit.why:
        yield f"   {hit.score:8.3f}  together"


def _marked(text: str, marks: Sequence[Span]) -> str:
    """Return `text` with its marks in guillemets, which any terminal can show."""
    for start, end in reversed(marks):
        text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return text
