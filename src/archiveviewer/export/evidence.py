"""Evidence sheets: questions with what answers each, word for word, and where it stands, as one HTML file or as a table.

The file of each quote is named with its SHA-256, so that somebody else can tell whether they hold the same one. What could not be
searched stands at the end: an answer that is missing may be in there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from archiveviewer.export.tables import csv_text
from archiveviewer.records import Answered, Document, DocumentHit, PageHit, Problem, Searched, Span
from archiveviewer.text.english import understood
from archiveviewer.text.escaping import html
from archiveviewer.text.paths import shown

_COLUMNS = (
    "row", "id", "question", "rank", "quote", "document", "page", "kind", "language", "country", "date", "without",
    "file", "sha256", "remark", "archive of", "sheet made",
)  # fmt: skip

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; border-top: 1px solid #bbb; padding-top: 1rem; }
h3 { font-size: 1rem; margin: 1rem 0 0.25rem; } p, blockquote { margin: 0.25rem 0; } .small { color: #555; font-size: 0.85rem; }
blockquote { border-inline-start: 3px solid #b8860b; padding-inline-start: 0.75rem; } mark { background: #ffe9a8; }
code { font-size: 0.8rem; overflow-wrap: anywhere; } td, th { text-align: start; vertical-align: top; padding: 0.15rem 1rem 0.15rem 0; }
@media print { body { margin: 0; max-width: none; } h2, h3 { break-after: avoid; } blockquote { break-inside: avoid; } }
"""


def evidence_html(head: Searched, answers: Iterable[Answered]) -> Iterator[str]:
    """Give the sheet as one HTML file that loads nothing, piece by piece."""
    yield (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f'<meta name="viewport" content="width=device-width"><title>Evidence sheet</title><style>{_STYLE}</style></head><body>\n'
        f"<h1>Evidence sheet</h1>\n<p>{html(_searched(head))}</p>\n"
        f'<p class="small">{html(_about(head))}</p>\n'
    )
    for one in answers:
        yield from _question(one)
    yield from _unread(head)
    yield "</body></html>\n"


def evidence_csv(head: Searched, answers: Iterable[Answered]) -> Iterator[str]:
    """Give the sheet as a table with a head, piece by piece: a row for each quote, then one for each file that was not searched."""
    yield csv_text(_COLUMNS, ())
    for row in _rows(head, answers):
        yield csv_text(_COLUMNS, [_cells(head, row)]).partition("\r\n")[2]


# -- HTML -------------------------------------------------------------------------------------------------------


def _searched(head: Searched) -> str:
    """Return how much was searched."""
    covered = head.coverage
    newest = f" Its newest document is of {covered.newest}." if covered.newest else ""
    return f"{covered.searched} of {covered.files} files were searched, {covered.pages} pages.{newest}"


def _about(head: Searched) -> str:
    return f"Made on {head.made} from the library {shown(head.library)}."


def _question(one: Answered) -> Iterator[str]:
    yield f"<h2><bdi>{html(shown(one.name))}</bdi> · <bdi>{html(shown(one.question))}</bdi></h2>\n"
    yield f'<p class="small">{html(_remark(one))}</p>\n'
    for hit, document in one.found:
        yield from _document(hit, document)


def _document(hit: DocumentHit, document: Document) -> Iterator[str]:
    about = " · ".join(part for part in (hit.country, hit.kind.replace("_", " "), hit.language, hit.date) if part)
    yield f'<h3><bdi>{html(hit.title)}</bdi> <span class="small">{html(about)}</span></h3>\n'
    if hit.missing:
        yield f'<p class="small">Without: <bdi>{html(", ".join(hit.missing))}</bdi></p>\n'
    for page in hit.pages:
        quote = _marked(page.snippet, page.marks)
        yield f'<blockquote dir="auto">{quote}<div class="small" dir="ltr">{html(_place(hit, page))}</div></blockquote>\n'
    yield f'<p class="small"><bdi>{html(shown(hit.path))}</bdi><br><code>SHA-256 {html(document.sha256)}</code></p>\n'


def _marked(text: str, marks: Sequence[Span]) -> str:
    at, parts = 0, []
    for start, end in marks:
        parts += [html(text[at:start]), f"<mark>{html(text[start:end])}</mark>"]
        at = end
    return "".join((*parts, html(text[at:])))


def _place(hit: DocumentHit, page: PageHit) -> str:
    return f"{'p.' if hit.paged else 'sect.'} {page.label or page.page}"


def _unread(head: Searched) -> Iterator[str]:
    yield f"<h2>What could not be read in full</h2>\n<p>{html(_count(head.problems))}</p>\n"
    if head.problems:
        rows = (
            f"<tr><td><bdi>{html(shown(one.path))}</bdi></td><td>{one.page or ''}</td><td>{html(one.reason)}</td></tr>\n"
            for one in head.problems
        )
        yield "<table><tr><th>File</th><th>Page</th><th>Why</th></tr>\n"
        yield from rows
        yield "</table>\n"


def _count(problems: Sequence[Problem]) -> str:
    if not problems:
        return "Nothing: every file was read in full."
    files = len({problem.path for problem in problems})
    return f"{'1 file' if files == 1 else f'{files} files'}. What is asked for may also stand there."


def _remark(one: Answered) -> str:
    """Return how much answers a question, and how it was understood."""
    if one.answer is None:
        return f"Not answered: {one.fault}"
    count = f"{'at least ' if one.answer.at_least else ''}{one.answer.documents}"
    have = "document has" if one.answer.documents == 1 else "documents have"
    found = (
        f"{count} {have} all words" if one.answer.documents or not one.answer.at_least else "No document with all words was found in time"
    )
    read = understood(one.answer)
    said = f" Understood as: {'; '.join(read)}." if read else ""
    added = ", ".join(term for also in one.answer.also for term in also.terms)
    return f"{found}; {len(one.answer.hits)} shown.{said}{f' Also: {added}.' if added else ''}"


# -- table ------------------------------------------------------------------------------------------------------


def _rows(head: Searched, answers: Iterable[Answered]) -> Iterator[dict[str, str]]:
    for one in answers:
        asked = {"id": one.name, "question": one.question}
        if one.answer is None or not one.answer.hits:
            yield {**asked, "row": "no hits" if one.answer else "not answered", "remark": _remark(one)}
        for hit, document in one.found:
            for page in hit.pages or (None,):
                yield {**asked, **_hit(hit, document), **(_quote(page) if page else {})}
    for problem in head.problems:
        where = str(problem.page) if problem.page else ""
        yield {"row": "not read in full", "file": problem.path, "page": where, "remark": problem.reason}


def _hit(hit: DocumentHit, document: Document) -> dict[str, str]:
    return {
        "row": "answer",
        "rank": str(hit.rank),
        "document": hit.title,
        "kind": hit.kind.replace("_", " "),
        "language": hit.language or "",
        "country": hit.country or "",
        "date": hit.date or "",
        "without": ", ".join(hit.missing),
        "file": hit.path,
        "sha256": document.sha256,
    }


def _quote(page: PageHit) -> dict[str, str]:
    return {"quote": " ".join(page.snippet.split()), "page": page.label or str(page.page)}


def _cells(head: Searched, row: dict[str, str]) -> Sequence[str]:
    whole = {"archive of": head.coverage.newest or "", "sheet made": head.made, **row}
    return [shown(whole.get(column, "")) for column in _COLUMNS]
