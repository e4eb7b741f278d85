"""Names of countries: which country a name means, and how it is called.

The names come from CLDR (`data/countries.csv`), our own additions from `data/aliases.csv`.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from archiveviewer import assets


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a country in a language; `shown` says that the country is called so, and not only known by it."""

    code: str
    language: str
    name: str
    shown: bool


@cache
def all_names() -> tuple[Name, ...]:
    """Return all names that are known, our own first."""
    return (*_own_names(), *_cldr_names())


def _rows(file: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(io.StringIO(assets.text(file)))


def _own_names() -> Iterator[Name]:
    for row in _rows("aliases.csv"):
        yield Name(code=row["code"], language=row["language"], name=row["name"], shown=row["use"] == "shown")


def _cldr_names() -> Iterator[Name]:
    for row in _rows("countries.csv"):
        for language, name in row.items():
            if name and language not in ("code", "alpha2"):
                yield Name(code=row["code"], language=language, name=name, shown=True)


@cache
def codes() -> frozenset[str]:
    """Return all alpha-3 codes."""
    return frozenset(row["code"] for row in _rows("countries.csv"))


@cache
def _shown() -> dict[tuple[str, str], str]:
    shown: dict[tuple[str, str], str] = {}
    for name in all_names():
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
    for name in all_names():
        found.setdefault(name.code, {})[name.name] = None
    return {code: tuple(names) for code, names in found.items()}


def names_of(code: str) -> tuple[str, ...]:
    """Return what a country is called in any language, each name once; nothing when the code is not known."""
    return _by_code().get(code, ())


@cache
def _codes_by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in all_names():
        for spelling in spellings(name.name):
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
    return code_as_written(bare) or code_as_written(_FORMAL.sub("", bare)) or _alpha2().get(bare)


@lru_cache(maxsize=4096)
def code_as_written(name: str) -> str | None:
    """Return the alpha-3 code for a name in any known language without what formal ones have before it, or None."""
    return _codes_by_name().get(_fold(name))


def _fold(name: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c) or unicodedata.category(c) == "Mc")
    words = re.sub(r"[\s.,'’\-–/()]+", " ", bare.casefold()).strip()
    return words.removeprefix("the ")


def spellings(name: str) -> tuple[str, ...]:
    """Return a name with the variants that pages print: "and" for "&", "Saint" for "St.", without a note in brackets."""
    plain = re.sub(r"\s*\([^)]*\)", "", name) if not name.startswith("Congo (") else name
    found = [name, plain, plain.replace("&", "and"), plain.replace("St. ", "Saint "), plain.replace("&", "and").replace("St. ", "Saint ")]
    return tuple(dict.fromkeys(found))


_FORMAL = re.compile(
    r"^(?:the\s+)?(?:[A-Z][\w-]+\s+){0,3}(?:Kingdom|Republic|State|Union|Commonwealth|Principality|Sultanate|Emirate|Federation|Government)\s+of\s+(?:the\s+)?"
    r"|^(?:la\s+|el\s+)?(?:République|República|Royaume|Reino|Estado|État)(?:\s+[\w-]+){0,3}\s+(?:de\s+la\s+|du\s+|de\s+|del\s+|d['’])",
    re.IGNORECASE,
)
