"""Writes what full-text tables are asked for a word or phrase; terms are always quoted, so nothing typed can be read as syntax."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from archiveviewer.query.leaf import Leaf, quoted
from archiveviewer.query.vocabulary import Vocabulary
from archiveviewer.records import Light
from archiveviewer.text.terms import QueryTerm, query_stems, query_terms

TITLE = "{title_exact title_stems}"
"""The columns of the table of documents that hold titles."""

_EXACT = "{title_exact exact}"
_EXACT_TITLE = "title_exact"
_CHOICE = re.compile(r"\(((?:NEAR\([^()]*\)|[^()])*)\)")
_KEPT_BEGINNINGS = (2, 3)
"""The lengths of the beginnings that have a table of their own."""
OPEN = '" *'
"""Stands behind the last term of what goes on."""
_BEGINNING = 3
_MOST_PHRASES = 100
"""So many ways in which a phrase goes on can be asked for at once."""
_MOST_NAMED = 200
"""Of more stems that begin as was typed, the beginning is asked for; a large library does not spell out so many."""
_MOST_TERMS = 64
"""Of a longer phrase, as of one written without spaces, only so many terms narrow; the text itself decides."""
_MOST_IN_A_ROW = 12
"""So many of them are asked for in their order: on each page that has all of them SQLite looks for each."""
_TELLING = 3
"""In a large library so many tell nearly as much as all, in a part of the time: the rarest."""
_EVERYWHERE = 0.3
"""What stands on so many of the pages narrows nothing: for each page with the other words, its own place has to be read."""
_PAIR = 0.06
"""A word on fewer of the pages tells enough with one beside it; others need two."""
_FIRST_OF_OTHER_SCRIPTS = "\u0590"
"""Words, as they are written between spaces, not characters or clusters, which are common each for itself."""


def leaf_of(light: Light, languages: Sequence[str], *, shown: str, vocabulary: Vocabulary, in_title: bool = False) -> Leaf | None:
    """Return what to ask for the words of `light`, which are `shown` so; None when they hold nothing to search for."""
    found = query_terms(light.words, languages)
    if not found:
        return None
    open_end = (light.prefix or found[-1].prefix) and len(found) <= _MOST_TERMS
    found = found[:_MOST_TERMS]
    whole_terms = found[:-1] if open_end else found
    parts = [quoted(term.exact) if light.exact else either(map(quoted, _known(term.stems, vocabulary))) for term in whole_terms]
    last = quoted(found[-1].exact) if open_end else ""
    kept = len(found[-1].exact) in _KEPT_BEGINNINGS
    columns = (_EXACT_TITLE if light.exact else TITLE) if in_title else _EXACT if light.exact else ""
    leaf = Leaf(
        light,
        shown,
        documents=_all_in(parts, columns),
        beginning=(f"title : {last}" if in_title else last) if last and kept else "",
        opening=f"{_EXACT_TITLE if in_title else _EXACT} : {last} *" if last and not kept else "",
        whole=len(found) == 1 or (in_title and not light.exact),
        in_title=in_title,
    )
    if in_title:
        return leaf
    leaf = replace(leaf, written="" if light.exact else _all_in([quoted(term.exact) for term in found], _EXACT))
    if open_end:
        pages, sure = _going_on(light.words, found, languages, vocabulary)
        return replace(leaf, pages=pages, sure=sure and not light.exact)
    sure = not light.exact and len(found) <= _MOST_IN_A_ROW
    row, telling = _telling(light.words, found, languages, vocabulary, sure=sure)
    pages = _pages(light.words, found, languages, vocabulary, row)
    return replace(leaf, pages=pages, sure=sure, telling=_all_in([parts[at] for at in telling], columns))


def together(words: Sequence[str], language: str | None, *, distance: int) -> tuple[str, str]:
    """Return what finds the pages in a language where `words` are near each other, and those where they follow one another."""
    row = [term.stems[-1] for term in query_terms(" ".join(words), [language] if language else ())]
    return _near(row, distance=distance), _phrase(row)


def either(parts: Iterable[str]) -> str:
    """Return the condition that any of `parts` holds."""
    found = list(dict.fromkeys(parts))
    return f"({' OR '.join(found)})" if len(found) > 1 else found[0]


def alternatives(expression: str) -> list[str]:
    """Return the phrases of which any answers, or the whole expression where it is no such choice.

    Asked for one by one, a phrase that stands nowhere is sought once; joined by OR, SQLite seeks it again for each span of rows.
    """
    choice = _CHOICE.fullmatch(expression)
    return choice.group(1).split(" OR ") if choice and is_row(expression) else [expression]


def is_row(expression: str) -> bool:
    """Whether `expression` asks for terms that stand in a row, or near each other as in one."""
    return " + " in expression or "NEAR(" in expression


def _all_in(parts: Sequence[str], columns: str) -> str:
    """Return the condition that a document has all of the terms, in any order; nothing when there are none."""
    if not parts:
        return ""
    together = f"({' AND '.join(dict.fromkeys(parts))})"
    return f"{columns} : {together}" if columns else together


def _going_on(words: str, found: Sequence[QueryTerm], languages: Sequence[str], vocabulary: Vocabulary) -> tuple[str, bool]:
    """Return what finds the pages with words of which the last may go on, and whether all of those pages have them."""
    if len(found) > 1:
        return _begun(words, found[-1].exact, languages, vocabulary), False
    return _beginning(found[-1], languages, vocabulary)


def _telling(
    words: str, found: Sequence[QueryTerm], languages: Sequence[str], vocabulary: Vocabulary, *, sure: bool
) -> tuple[Sequence[int], Sequence[int]]:
    """Return the places of terms by which pages are asked for, and of those by which documents are: where it takes long, the rarest."""
    if sure or vocabulary.small or len(found) == 1 or not _are_words(found):
        return range(min(len(found), _MOST_IN_A_ROW)), range(len(found))
    return _rarest(_variants(words, languages, vocabulary), vocabulary)


def _pages(words: str, found: Sequence[QueryTerm], languages: Sequence[str], vocabulary: Vocabulary, row: Sequence[int]) -> str:
    """Return what finds the pages with all terms in a row, or those `row` of them as near each other as they are there."""
    if len(found) == 1:
        return either(map(quoted, _known(found[0].stems, vocabulary)))
    between = row[-1] - row[0] - 1
    join = _phrase if between == len(row) - 2 else partial(_near, distance=between)
    return either(join([stems[at] for at in row]) for stems in _variants(words, languages, vocabulary))


def _are_words(found: Sequence[QueryTerm]) -> bool:
    return max(max(term.exact) for term in found) < _FIRST_OF_OTHER_SCRIPTS


def _rarest(variants: Sequence[Sequence[str]], vocabulary: Vocabulary) -> tuple[Sequence[int], Sequence[int]]:
    """Return the places of terms that tell a row, the rarest or else some that follow one another, and of those that narrow documents."""
    common = [vocabulary.commonness(set(stems)) for stems in zip(*variants, strict=True)][:_MOST_IN_A_ROW]
    rarest = sorted(range(len(common)), key=common.__getitem__)[:_TELLING]
    telling = [at for at in rarest if common[at] < _EVERYWHERE]
    if len(telling) > 1:
        return sorted(telling), telling
    length = 2 if common[rarest[0]] < _PAIR else len(rarest)
    first = min(range(len(common) - length + 1), key=lambda at: sum(common[at : at + length]))
    return range(first, first + length), telling or rarest


def _begun(words: str, last: str, languages: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return what finds the pages with a phrase whose last word is only begun; those with what comes before it where too many go on so."""
    heads = _held([row[:-1][1 - _MOST_IN_A_ROW :] for row in _rows(words, languages)], vocabulary)
    spelled = vocabulary.beginning(last)
    if spelled is not None and len(heads) * len(spelled) <= _MOST_PHRASES:
        ends = dict.fromkeys(stem for one in spelled or [last] for stem in query_stems(one, languages))
        if len(heads) * len(ends) <= _MOST_PHRASES:
            return either(_phrase((*head, end)) for head in heads for end in ends)
    if vocabulary.small and len(last) >= _BEGINNING:
        # A stem may be shorter than what was typed of its word, so only its first letters are asked for.
        begun, short = last[:_BEGINNING], last[: _BEGINNING - 1]
        return either(one for head in heads for one in (_phrase((*head, begun)) + OPEN[1:], _phrase((*head, short))))
    return either(map(_phrase, heads))


def _known(stems: Sequence[str], vocabulary: Vocabulary) -> Sequence[str]:
    """Return the stems that the library has, as each that is asked for takes time; the first when it has none."""
    return list(vocabulary.known(stems)) or stems[:1]


def _variants(words: str, languages: Sequence[str], vocabulary: Vocabulary) -> Sequence[tuple[str, ...]]:
    """Return the stems of `words` in each language, as far as the library has them: a phrase stands on a page of one language."""
    return _held(_rows(words, languages), vocabulary)


def _rows(words: str, languages: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the terms of `words` as written, and their stems in each language."""
    as_written = tuple(term.exact for term in query_terms(words, ()))
    return [as_written, *(tuple(term.stems[-1] for term in query_terms(words, [language])) for language in languages)]


def _held(rows: Sequence[tuple[str, ...]], vocabulary: Vocabulary) -> Sequence[tuple[str, ...]]:
    """Return those rows of which the library has all terms, each once; the first when there are none."""
    known = set(vocabulary.known({term for row in rows for term in row}))
    return [row for row in dict.fromkeys(rows) if known.issuperset(row)] or rows[:1]


def _beginning(term: QueryTerm, languages: Sequence[str], vocabulary: Vocabulary) -> tuple[str, bool]:
    """Return what finds the pages with words that begin with `term`, and whether all of those pages have one."""
    spelled = vocabulary.beginning(term.exact)
    if spelled is None:
        return "", False
    stems = dict.fromkeys(stem for one in spelled for stem in _stems(one, tuple(languages)))
    if not stems:
        return "", False
    others = [stem for stem in stems if not stem.startswith(term.exact)]
    if len(stems) > _MOST_NAMED:
        return either([f"{quoted(term.exact)} *", *map(quoted, others)]), not others
    return either(map(quoted, stems)), not others


@lru_cache(maxsize=20_000)
def _stems(term: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the stems of a term; with the next letter typed, most are asked for again."""
    return query_stems(term, languages)


def _phrase(row: Iterable[str]) -> str:
    return " + ".join(map(quoted, row))


def _near(row: Iterable[str], *, distance: int) -> str:
    return f"NEAR({' '.join(map(quoted, row))}, {distance})"
