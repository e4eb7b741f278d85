"""Where a text names a country.

Niger is not Nigeria: names match as whole words, the longest first, with or without accents, and "The Kingdom of" or "Republic of"
before a name belongs to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from archiveviewer.records import Span
from archiveviewer.text import cases
from archiveviewer.text.names import all_names, code_as_written, spellings

LATIN = ("en", "fr", "es", "pt")
"""Languages whose names begin with a capital Latin letter."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A country named in a text: ISO 3166 alpha-3 code and the half-open span of the name."""

    code: str
    span: Span


_BEFORE = re.compile(
    r"(?:\b[Tt]he\s+)?(?:\b[A-Z][a-z]+\s+){0,2}\b(?:Kingdom|Republic|State|Union|Commonwealth|Principality|Sultanate|Federation)\s+of\s+(?:[Tt]he\s+)?$"
    r"|\b[Tt]he\s+$"
)
_GAP = r"[\s'’‑\-–]+"
_WORD = re.compile(r"[^\W\d_][\w'’]*")


@cache
def _by_first_word(language: str) -> dict[str, str]:
    """Return, for the first word of each name in a language (casefolded), a pattern of all names that begin with it, longest first."""
    groups: dict[str, set[str]] = {}
    for name in _as_written(language):
        for spelling in _variants(name):
            first = _WORD.match(spelling)
            if first:
                groups.setdefault(first[0].casefold().replace("’", "'"), set()).add(spelling)
    return {first: _pattern(spellings) for first, spellings in groups.items()}


def _as_written(language: str) -> Iterator[str]:
    """Yield the names in a language, and those of others that have the same letters but for accents: Perú and Sénégal in English."""
    own = {(name.code, name.name.casefold()) for name in all_names() if name.language == language}
    for name in all_names():
        if name.language == language or (language in LATIN and name.language in LATIN and (name.code, _bare(name.name).casefold()) in own):
            yield name.name


def _variants(name: str) -> Iterator[str]:
    for spelling in spellings(name):
        yield spelling
        bare = _bare(spelling)
        if bare != spelling:
            yield bare


def _bare(spelling: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", spelling) if not unicodedata.combining(c))


def _pattern(spellings: Iterable[str]) -> str:
    ordered = sorted(spellings, key=len, reverse=True)
    return "|".join(_one(spelling) for spelling in ordered)


def _one(spelling: str) -> str:
    parts = [re.escape(part) for part in re.split(r"[\s'’\-–]+", spelling) if part]
    pattern = _GAP.join(parts)
    return pattern if _is_short_code(spelling) else f"(?i:{pattern})"


def _is_short_code(spelling: str) -> bool:
    """Tell whether a name is letters that must be written exactly so: US, DRC, BiH, U.K."""
    capitals = sum(letter.isupper() for letter in spelling)
    return len(spelling) <= _LONGEST_CODE and capitals > 1 and " " not in spelling


@cache
def _compiled(language: str, first: str) -> re.Pattern[str] | None:
    pattern = _by_first_word(language).get(first)
    return re.compile(rf"(?:{pattern})(?:(?!\w)|(?={_GLUED}))") if pattern else None


_GLUED = r"(?:signed|ratified|acceded)\b"
"""What saved pages print behind the name of a country without a blank: "The Republic of Sloveniasigned the Convention"."""
_LONGEST_CODE = 6
_FORMER = "former "
"""Part of a name, and written small: "for the former Yugoslav Republic of Macedonia"."""
_ELIDED = ("l'", "d'")
"""What French writes before a name without a blank: "L'Algérie"."""
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ](?<!\w.)[\w’']*")
"""A word with a capital letter. It begins with a set of signs, so that all other signs cost next to nothing."""


def find(text: str, languages: Sequence[str] = ("en",)) -> tuple[Mention, ...]:
    """Return the countries that a text names, in order, without overlaps. Names of `languages` only; English ones by default."""
    found: list[Mention] = []
    latin = [language for language in languages if language in LATIN]
    if latin:
        found.extend(_latin_mentions(text, latin))
    for language in languages:
        if language not in LATIN:
            found.extend(_other_mentions(text, language))
    return tuple(sorted(found, key=lambda mention: mention.span)) if len(languages) > 1 else tuple(found)


def _latin_mentions(text: str, languages: Sequence[str]) -> Iterator[Mention]:
    end = 0
    known = _first_words(tuple(languages))
    for word in _CAPITAL.finditer(text):
        start = word.start()
        if start < end:
            continue
        first = word[0].lower().replace("’", "'")
        if first.startswith(_ELIDED):
            start, first = start + 2, first[2:]
        if first not in known:
            first = re.sub(_GLUED, "", first.partition("'")[0])
        best = _longest_at(text, start, first, languages) if first in known else None
        if best:
            code, end = best
            yield Mention(code=code, span=(_with_formal(text, start), end))


@cache
def _first_words(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(first for language in languages for first in _by_first_word(language))


def _longest_at(text: str, start: int, first: str, languages: Sequence[str]) -> tuple[str, int] | None:
    best: tuple[str, int] | None = None
    for language in languages:
        pattern = _compiled(language, first)
        match = pattern.match(text, start) if pattern else None
        if match and (best is None or match.end() > best[1]):
            code = code_as_written(match[0])
            best = (code, match.end()) if code else best
    return best


def _with_formal(text: str, start: int) -> int:
    if text[max(0, start - len(_FORMER)) : start].lower() == _FORMER:
        start -= len(_FORMER)
    if text[max(0, start - 4) : start].rstrip()[-3:].lower().lstrip() not in ("the", "of"):
        return start
    before = _BEFORE.search(text, max(0, start - 60), start)
    return before.start() if before else start


def _other_mentions(text: str, language: str) -> Iterator[Mention]:
    """Yield the countries named in a script without capital Latin letters."""
    end = 0
    known = _spelled(language)
    for start in _places(text, language, known):
        if start < end:
            continue
        for spelling in known.get(text[start : start + _KEY], ()):
            match = _spelling(spelling.pattern).match(text, start)
            if match:
                end = match.end()
                yield Mention(code=spelling.code, span=(start, end))
                break


_KEY = 2
"""As many letters of a name never change."""
_UNSURE = frozenset(("مالي", "قطر", "Того"))
"""Names that are everyday words as well (financial, diameter, of that)."""


@dataclass(frozen=True, slots=True)
class _Spelling:
    code: str
    pattern: str


@cache
def _spelling(pattern: str) -> re.Pattern[str]:
    """Return a pattern compiled when a text first has the letters that it begins with: most names are never met."""
    return re.compile(pattern)


@cache
def _spelled(language: str) -> dict[str, tuple[_Spelling, ...]]:
    """Return the names in a language as patterns of all their written forms, longest first, by their first letters."""
    found: dict[str, list[_Spelling]] = {}
    named = {name.name for name in all_names() if name.language == language} - _UNSURE
    for name in sorted(named, key=len, reverse=True):
        code = code_as_written(name)
        for form in _forms(name, language) if code else ():
            edge = _EDGE.get(language, "")
            found.setdefault(form[0], []).append(_Spelling(code=code or "", pattern=form[1] + edge))
    return {first: tuple(spellings) for first, spellings in found.items()}


_EDGE = {"ru": r"(?![^\W\d_])", "ar": r"(?![\u0621-\u064a])", "km": r"(?![\u17b6-\u17d3])"}


def _forms(name: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the first letters and the pattern of each form of a name. Arabic writes "to" and "the" in one: للأردن."""
    if language == "ru":
        yield name[:_KEY], r"[\s-]+".join(cases.of(word) for word in re.split(r"[\s-]+", name))
        return
    yield name[:_KEY], re.escape(name)
    if language == "ar" and name.startswith("ال"):
        yield "لل", re.escape("لل" + name[2:])


_RUNS = {
    "ru": re.compile(r"(?<![^\W\d_])[\u0410-\u042f\u0401](?=\w)"),
    "ar": re.compile(r"(?<![\u0621-\u064a])[وف]?[بلك]?(?=[\u0621-\u064a])"),
    "zh": re.compile(r"[\u4e00-\u9fff]{2,}"),
    "km": re.compile(r"[\u1780-\u17d3]{2,}"),
}
"""Where names may begin: at capital letters, at words, anywhere where blanks do not part words."""


def _places(text: str, language: str, known: Mapping[str, object]) -> Iterator[int]:
    runs = _RUNS.get(language)
    if runs is None:
        return
    for run in runs.finditer(text):
        if language in ("ru", "ar"):
            yield from range(run.start(), max(run.end(), run.start() + 1) + (language == "ar"))
        else:
            yield from (place for place in range(run.start(), run.end() - 1) if text[place : place + _KEY] in known)
