"""Names of countries: which country a name means, how it is called, and where a text names one.

The names come from CLDR (`data/countries.csv`), our own additions from `data/aliases.csv`. Niger is not Nigeria: names match as
whole words, the longest first, with or without accents, and "The Kingdom of" or "Republic of" before a name belongs to it.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from archiveviewer import assets
from archiveviewer.records import Span
from archiveviewer.text import cases

LATIN = ("en", "fr", "es", "pt")
"""Languages whose names begin with a capital Latin letter."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A country named in a text: ISO 3166 alpha-3 code and the half-open span of the name."""

    code: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Name:
    code: str
    language: str
    name: str
    shown: bool


@cache
def _names() -> tuple[_Name, ...]:
    return (*_own_names(), *_cldr_names())


def _rows(file: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(io.StringIO(assets.text(file)))


def _own_names() -> Iterator[_Name]:
    for row in _rows("aliases.csv"):
        yield _Name(code=row["code"], language=row["language"], name=row["name"], shown=row["use"] == "shown")


def _cldr_names() -> Iterator[_Name]:
    for row in _rows("countries.csv"):
        for language, name in row.items():
            if name and language not in ("code", "alpha2"):
                yield _Name(code=row["code"], language=language, name=name, shown=True)


@cache
def codes() -> frozenset[str]:
    """Return all alpha-3 codes."""
    return frozenset(row["code"] for row in _rows("countries.csv"))


@cache
def _shown() -> dict[tuple[str, str], str]:
    shown: dict[tuple[str, str], str] = {}
    for name in _names():
        if name.shown:
            shown.setdefault((name.code, name.language), name.name)
    return shown


def name_of(code: str, language: str = "en") -> str:
    """Return how a country is called in a language, in English when that is not known, else the code itself."""
    shown = _shown()
    return shown.get((code, language)) or shown.get((code, "en")) or code


@cache
def _by_code() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for name in _names():
        found.setdefault(name.code, {})[name.name] = None
    return {code: tuple(names) for code, names in found.items()}


def names_of(code: str) -> tuple[str, ...]:
    """Return what a country is called in any language, each name once; nothing when the code is not known."""
    return _by_code().get(code, ())


@cache
def _codes_by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in _names():
        for spelling in _spellings(name.name):
            found.setdefault(_fold(spelling), name.code)
    return found


@cache
def _alpha2() -> dict[str, str]:
    return {row["alpha2"]: row["code"] for row in _rows("countries.csv")}


def code_of(name: str) -> str | None:
    """Return the alpha-3 code for a code or a name in any known language ("khm", "KH", "Kingdom of Cambodia", "Camboya"), or None."""
    bare = name.strip()
    if bare.upper() in codes():
        return bare.upper()
    folded = _fold(bare)
    found = _codes_by_name()
    return found.get(folded) or found.get(_fold(_FORMAL.sub("", bare))) or _alpha2().get(bare)


def _fold(name: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c) or unicodedata.category(c) == "Mc")
    words = re.sub(r"[\s.,'’\-–/()]+", " ", bare.casefold()).strip()
    return words.removeprefix("the ")


def _spellings(name: str) -> tuple[str, ...]:
    """Return a name with the variants that pages print: "and" for "&", "Saint" for "St.", without a note in brackets."""
    plain = re.sub(r"\s*\([^)]*\)", "", name) if not name.startswith("Congo (") else name
    found = [name, plain, plain.replace("&", "and"), plain.replace("St. ", "Saint "), plain.replace("&", "and").replace("St. ", "Saint ")]
    return tuple(dict.fromkeys(found))


_FORMAL = re.compile(
    r"^(?:the\s+)?(?:[A-Z][\w-]+\s+){0,3}(?:Kingdom|Republic|State|Union|Commonwealth|Principality|Sultanate|Emirate|Federation|Government)\s+of\s+(?:the\s+)?"
    r"|^(?:la\s+|el\s+)?(?:République|República|Royaume|Reino|Estado|État)(?:\s+[\w-]+){0,3}\s+(?:de\s+la\s+|du\s+|de\s+|del\s+|d['’])",
    re.IGNORECASE,
)
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
    for name in _names():
        if name.language == language:
            for spelling in _variants(name.name):
                first = _WORD.match(spelling)
                if first:
                    groups.setdefault(first[0].casefold().replace("’", "'"), set()).add(spelling)
    return {first: _pattern(spellings) for first, spellings in groups.items()}


def _variants(name: str) -> Iterator[str]:
    for spelling in _spellings(name):
        yield spelling
        bare = "".join(c for c in unicodedata.normalize("NFKD", spelling) if not unicodedata.combining(c))
        if bare != spelling:
            yield bare


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
    return re.compile(rf"(?:{pattern})(?!\w)") if pattern else None


_LONGEST_CODE = 6
_ELIDED = ("l'", "d'")
"""What French writes before a name without a blank: "L'Algérie"."""
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ](?<!\w.)[\w’']*")
"""A word with a capital letter. It begins with a set of signs, so that all other signs cost next to nothing."""


def mentions(text: str, languages: Sequence[str] = ("en",)) -> tuple[Mention, ...]:
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
            first = first.partition("'")[0]
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
            code = _code_as_written(match[0])
            best = (code, match.end()) if code else best
    return best


@lru_cache(maxsize=4096)
def _code_as_written(name: str) -> str | None:
    return _codes_by_name().get(_fold(name))


def _with_formal(text: str, start: int) -> int:
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
    named = {name.name for name in _names() if name.language == language} - _UNSURE
    for name in sorted(named, key=len, reverse=True):
        code = _codes_by_name().get(_fold(name))
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
