"""Tells which documents are one text in several languages, or copies of one another.

Never by guess. Language versions lie in one folder under names that differ by a word or code of the language alone, which their
text must bear out; or they carry the same symbol of the United Nations. In both cases country, kind, year and length must fit. A
family has one text for each language: what would bring in a second one stays apart. Copies are equal byte for byte.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from archiveviewer.facts.reading.languages import language_names, language_of_word
from archiveviewer.records import Identity, Kind

_APART = re.compile(r"[\s_\-.,;()\[\]{}+&'\u2019\u2013\u2014]+")
_UNITED_NATIONS = {"a": "ar", "c": "zh", "e": "en", "f": "fr", "r": "ru", "s": "es"}
_VERSION = frozenset(("version", "versi\u00f3n", "vers\u00e3o"))
_LEAST_NUMBERS = 2
"""A single letter is a language only behind a symbol, which has at least so many numbers: `MSP.14_2015_WP.1_E`."""
_MORE_PAGES, _TIMES_THE_PAGES = 2, 1.5
_MOST_ALIKE = 60
"""What so many documents share does not tell which of them belong together."""


def families(documents: Iterable[Identity]) -> dict[int, int]:
    """Return for each document the number of its family, which is that of its oldest member."""
    known = sorted(documents, key=lambda one: one.id)
    groups = {one.id: _Group.of(one) for one in known}
    for alike in (*_by_name(known), *_by_symbol(known)):
        for at, one in enumerate(alike):
            for other in alike[:at]:
                _join(groups, one.id, other.id, as_copies=False)
    for same in _copies(known):
        for other in same[1:]:
            _join(groups, same[0].id, other.id, as_copies=True)
    return {id: min(group.members) for id, group in groups.items()}


# -- what speaks for it -----------------------------------------------------------------------------------------


def _by_name(documents: Sequence[Identity]) -> Iterator[Sequence[Identity]]:
    """Give the documents whose paths are the same but for the language; one of them may leave it out."""
    marked: dict[tuple[str, ...], list[Identity]] = defaultdict(list)
    plain: dict[tuple[str, ...], list[Identity]] = defaultdict(list)
    for one in documents:
        key, has_mark = _bare(one)
        (marked if has_mark else plain)[key].append(one)
    for key, group in marked.items():
        beside = plain.get(key, [])
        alike = [*group, *(beside if len(beside) == 1 else [])]
        if len(alike) <= _MOST_ALIKE:
            yield alike


def _bare(one: Identity) -> tuple[tuple[str, ...], bool]:
    """Return the path without the word of the language, and whether there was one; a name that is nothing else keeps it."""
    *folders, name = one.path.replace("\\", "/").split("/")
    stem = _words(name.rpartition(".")[0] or name)
    mark = _mark(stem, one.language)
    bare = tuple(word for at, word in enumerate(stem) if at != mark and word not in _VERSION)
    marked = mark is not None and bool(bare)
    for at, folder in enumerate(folders):
        words = _words(folder)
        if len(words) == 1 and one.language and language_of_word(words[0]) == one.language:
            folders[at], marked = "*", True
    return (*folders, *(bare or stem)), marked


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in _APART.split(unicodedata.normalize("NFC", name).casefold()) if word)


def _mark(words: tuple[str, ...], language: str | None) -> int | None:
    """Return where a name says the language of the text; of a text whose language is not known, in which it is."""
    for at in reversed(range(len(words))):
        named = language_of_word(words[at]) or _letter(words, at)
        if named and named == (language or _named(words, at)):
            return at
    return None


def _named(words: Sequence[str], at: int) -> str | None:
    """Return the language that a name says without the help of a text: by its whole name, or by a code at the end."""
    word = words[at]
    return language_of_word(word) if word in language_names() or at == len(words) - 1 else None


def _letter(words: Sequence[str], at: int) -> str | None:
    """Return the language for which the United Nations put a letter behind a symbol."""
    numbers = sum(any(char.isdigit() for char in word) for word in words)
    return _UNITED_NATIONS.get(words[at]) if at == len(words) - 1 and numbers >= _LEAST_NUMBERS else None


def _language(one: Identity) -> str | None:
    """Return the language of a text; of one that cannot be read, that which its name says."""
    if one.language:
        return one.language
    words = _words(one.path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0])
    mark = _mark(words, None)
    return language_of_word(words[mark]) if mark is not None else None


def _by_symbol(documents: Sequence[Identity]) -> Iterator[Sequence[Identity]]:
    """Give the documents that carry the same symbol."""
    return (same for same in _same((one.symbol, one) for one in documents) if len(same) <= _MOST_ALIKE)


def _copies(documents: Sequence[Identity]) -> Iterator[Sequence[Identity]]:
    """Give the documents that are the same byte for byte."""
    return _same((one.sha256, one) for one in documents)


def _same(pairs: Iterable[tuple[str | None, Identity]]) -> Iterator[Sequence[Identity]]:
    groups: dict[str, list[Identity]] = defaultdict(list)
    for key, one in pairs:
        if key:
            groups[key].append(one)
    return (group for group in groups.values() if len(group) > 1)


# -- what speaks against it -------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Group:
    """Documents that are one text, and what they have in common. `texts` has the bytes that stand for each language."""

    members: list[int]
    texts: dict[str, str]
    countries: set[str]
    kinds: set[Kind]
    years: set[str]
    paged: set[bool]
    least: int
    most: int

    @classmethod
    def of(cls, one: Identity) -> _Group:
        """Return the group of a single document."""
        return cls(
            members=[one.id],
            texts={_language(one) or "": one.sha256},
            countries={one.country} if one.country else set(),
            kinds={one.kind} - {Kind.OTHER},
            years={one.date[:4]} if one.date else set(),
            paged={one.paged},
            least=one.pages,
            most=one.pages,
        )

    def fits(self, other: _Group, *, as_copies: bool) -> bool:
        """Whether both can be one text: no language has two, and nothing that is known of them differs."""
        if any(other.texts.get(language, sha256) != sha256 for language, sha256 in self.texts.items()):
            return False
        if as_copies:
            return True
        most, least = max(self.most, other.most), min(self.least, other.least)
        long = most > least + _MORE_PAGES and most > least * _TIMES_THE_PAGES
        alike = ((self.countries, other.countries), (self.kinds, other.kinds), (self.years, other.years), (self.paged, other.paged))
        return "" not in (*self.texts, *other.texts) and not long and all(len(one | two) <= 1 for one, two in alike)

    def take(self, other: _Group) -> None:
        """Take in the documents of another group."""
        self.members += other.members
        self.texts |= other.texts
        self.countries |= other.countries
        self.kinds |= other.kinds
        self.years |= other.years
        self.paged |= other.paged
        self.least, self.most = min(self.least, other.least), max(self.most, other.most)


def _join(groups: dict[int, _Group], one: int, other: int, *, as_copies: bool) -> None:
    """Make one group of those of two documents, where they fit."""
    first, second = groups[one], groups[other]
    if first is second or not first.fits(second, as_copies=as_copies):
        return
    first.take(second)
    for id in second.members:
        groups[id] = first
