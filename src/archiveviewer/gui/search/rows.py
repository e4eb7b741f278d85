"""The rows that an answer is shown as: notes, documents, the pages folded below them, and the end of the list."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.dates import long_date
from archiveviewer.gui.kinds import counted, document_word, language_name, number, page_word, pages_word
from archiveviewer.gui.language import locale
from archiveviewer.gui.search.question import Match, Order, Question
from archiveviewer.gui.search.words import reason_words
from archiveviewer.records import Coverage, DocumentHit, PageHit, SearchAnswer
from archiveviewer.text.escaping import isolate

translate = QCoreApplication.translate
UNFOLDED = 4
"""So many documents show their pages at first."""


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country that the question names, with its deadline; `state` is that of its chain, `sentence` what is said about it."""

    code: str
    name: str
    state: str
    sentence: str


@dataclass(frozen=True, slots=True)
class WayRow:
    """A better question than the one asked, and how many documents it finds."""

    question: Question
    title: str
    detail: str
    count: str


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A sentence between documents, such as which words the following ones lack."""

    text: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document that answers."""

    hit: DocumentHit


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page that answers, below its document."""

    hit: DocumentHit
    page: PageHit


@dataclass(frozen=True, slots=True)
class MoreRow:
    """There are more documents than are listed."""

    text: str


@dataclass(frozen=True, slots=True)
class EndRow:
    """The end of the list: how many files could not be searched, and the word that shows them."""

    text: str
    link: str


Row = CountryRow | WayRow | NoteRow | DocumentRow | PageRow | MoreRow | EndRow


def listed(answer: SearchAnswer, question: Question) -> tuple[DocumentHit, ...]:
    """Return the documents in the order, and with the words, that the question asks for; their pages as they follow each other."""
    hits = [_read_on(hit) for hit in answer.hits if _is_wanted(hit, question)]
    if question.order is Order.TITLE:
        hits.sort(key=lambda hit: hit.title.casefold())
    return tuple(hits)


def _is_wanted(hit: DocumentHit, question: Question) -> bool:
    return question.match is not Match.ALL or not hit.missing


def _read_on(hit: DocumentHit) -> DocumentHit:
    """Return a document with its pages as they follow each other."""
    pages = tuple(sorted(hit.pages, key=lambda page: page.page))
    return hit if pages == hit.pages else replace(hit, pages=pages)


def has_more(answer: SearchAnswer, limit: int) -> bool:
    """Whether there may be more rows than the `limit` that were asked for. Language versions share a row, so counts do not tell."""
    return sum(1 for hit in answer.hits if not hit.missing) >= limit and len(answer.hits) < answer.documents


def rows(answer: SearchAnswer, question: Question, coverage: Coverage, *, limit: int) -> tuple[Row, ...]:
    """Return the rows of the top level, in order; `limit` is how many were asked for."""
    hits = listed(answer, question)
    made: list[Row] = []
    if question.order is not Order.TITLE:
        made += _grouped(answer, hits)
    else:
        made += [DocumentRow(hit) for hit in hits]
    if has_more(answer, limit):
        made.append(MoreRow(translate("search", "Show more")))
    elif made:
        if answer.at_least:
            made.append(MoreRow(translate("search", "The best found in time. Look longer for more")))
        made.append(end_row(coverage, partial=answer.at_least))
    return tuple(made)


def _grouped(answer: SearchAnswer, hits: Sequence[DocumentHit]) -> Iterator[Row]:
    """Yield documents with a note before the first of those that say it in other words, and of those that lack words."""
    lacking = [hit for hit in hits if hit.missing]
    otherwise = [hit for hit in hits if hit.also and not hit.missing]
    for hit in hits:
        if otherwise and hit is otherwise[0]:
            yield NoteRow(translate("search", "These say it in other words, or in another language."))
        if lacking and hit is lacking[0]:
            counts = {answer.wanted - len(other.missing) for other in lacking}
            yield NoteRow(some_words(answer.wanted, counts, some_have_all=answer.documents > 0))
        yield DocumentRow(hit)


def some_words(words: int, had: Collection[int], *, some_have_all: bool) -> str:
    """Return "No document has all three words. These have two of them." or its form after documents that have all."""
    numbers = {
        1: translate("search", "one"),
        2: translate("search", "two"),
        3: translate("search", "three"),
        4: translate("search", "four"),
        5: translate("search", "five"),
    }
    count = next(iter(had)) if len(had) == 1 else 0
    some = translate("search", "These have {count} of them.").format(count=numbers.get(count, translate("search", "some")))
    if some_have_all:
        return translate("search", "The next lack a word.") if count == words - 1 else translate("search", "The next lack some words.")
    if words == 2:  # noqa: PLR2004 - the one number that has a word of its own
        return translate("search", "No document has both words. These have one of them.")
    whole = translate("search", "No document has all {count} words.").format(count=numbers.get(words, "")).replace("  ", " ")
    return f"{whole} {some}"


def lacked(hit: DocumentHit) -> str:
    """Return "without “destrution”" for a document that lacks words of the question."""
    words = ", ".join(isolate(translate("search", "“{word}”").format(word=word.strip('"*'))) for word in hit.missing)
    return translate("search", "without {words}").format(words=words) if words else ""


def unsearched(coverage: Coverage) -> int:
    """Return how many files could not be searched, or not yet; one that waits to be read again could, as it was before."""
    return coverage.files - coverage.searched


def end_row(coverage: Coverage, *, partial: bool = False) -> EndRow:
    """Return the last row: what could not be searched, after the word that this is the end, unless time ran out before it."""
    end = "" if partial else translate("search", "End of results.")
    count = unsearched(coverage)
    if count:
        left = translate("search", "Not searched: {some} of {all}.").format(some=number(count), all=counted(coverage.files, "file"))
    else:
        form = translate("search", "All {files} can be searched.") if partial else translate("search", "All {files} were searched.")
        left = form.format(files=counted(coverage.files, "file"))
    return EndRow(f"{end} {left}".strip(), translate("search", "Show them") if count else "")


def reasons(hit: DocumentHit) -> tuple[str, ...]:
    """Return why a document stands where it stands: what its words weigh, and what each other reason adds to that, as a share."""
    if not hit.why:
        return ()
    words, *more = hit.why
    first = translate("search", "{reason}: {weight}").format(reason=reason_words(words), weight=locale().toString(words.weight, "f", 2))
    return (first, *(f"{isolate(reason_words(reason))}: {isolate(f'{reason.weight:+.0%}')}" for reason in more))


def second_line(hit: DocumentHit) -> tuple[str, ...]:
    """Return kind and date of a document, how many copies there are, and which words it lacks."""
    day = _day(hit.date)
    missing = lacked(hit)
    return tuple(part for part in (document_word(hit.kind, hit.path), day, _copies(len(hit.copies)), missing) if part)


def _copies(count: int) -> str:
    if not count:
        return ""
    return translate("search", "1 copy") if count == 1 else translate("search", "%Ln copies", "", count)


@lru_cache(maxsize=2000)
def _day(day: str | None) -> str:
    return long_date(day) if day else translate("search", "no date on it")


def hits_word(hit: DocumentHit) -> str:
    """Return how many pages of a document answer."""
    return pages_word(hit.page_hits, paged=hit.paged, at_least=hit.at_least)


def page_text(page: PageHit) -> str:
    """Return the words of a page around those that were found; of a page without text, as where a title has the words, that it has none."""
    return page.snippet or translate("search", "no text on this page")


def sentence(row: Row, country: str = "") -> str:
    """Return a row as one sentence, for those who hear the window."""
    match row:
        case DocumentRow(hit):
            language = language_name(hit.language) if hit.language else ""
            others = ", ".join(language_name(one.language) for one in hit.siblings if one.language)
            also = translate("search", "also in {languages}").format(languages=others) if others else ""
            return ", ".join(part for part in (hit.title, country, *second_line(hit), language, also, hits_word(hit)) if part)
        case PageRow(hit, page):
            return f"{page_word(page.label, paged=hit.paged)}: {page_text(page)}"
        case CountryRow(name=name, sentence=said):
            return f"{name}: {said}"
        case WayRow(title=title, detail=detail, count=count):
            return ", ".join(part for part in (title, detail, count) if part)
        case EndRow(text, link):
            return f"{text} {link}".strip()
        case NoteRow(text) | MoreRow(text):
            return text


def count_line(answer: SearchAnswer, question: Question, *, limit: int) -> str:
    """Return "6 documents · 9 pages", as far as they were counted."""
    some = any(_is_wanted(hit, question) for hit in answer.hits)
    if answer.at_least and not answer.documents and not some:
        return translate("search", "Not finished")
    documents = counted(answer.documents, "document")
    if answer.at_least and answer.documents:
        documents = translate("search", "At least {documents}").format(documents=documents)
    if has_more(answer, limit):
        return translate("search", "{documents} · the first {some} listed").format(documents=documents, some=number(len(answer.hits)))
    if answer.documents == 0 and some:
        return translate("search", "{documents} with all words").format(documents=documents)
    paged = any(hit.paged for hit in answer.hits)  # all of them are listed
    pages = pages_word(answer.pages, paged=paged, at_least=answer.pages_at_least)
    return f"{documents} · {pages}" if answer.documents and answer.pages else documents
