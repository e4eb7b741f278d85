"""How well a document of the library fits a file that a page lists.

What is compared is worked out once for each of them, since a country may have hundreds of listed files and thousands of documents.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePath

from archiveviewer.facts.reading import kinds
from archiveviewer.facts.reading.languages import language_in_name
from archiveviewer.records import Attachment, Document, Kind, MatchDoubt

SURE, MAYBE = 6, 4
"""Points from which on a document is a listed file, and from which on it may be."""

_ALL_WORDS, _SAME_SIZE, _SAME_KIND, _SAME_LANGUAGE, _SAME_YEAR, _SAME_COUNTRY = 4, 4, 2, 1, 1, 1
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "by", "de", "del", "des", "du", "en", "et", "for", "in", "la", "le", "les", "no", "of", "on", "or", "pdf", "s",
     "the"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is known of a listed file; `limits` are the fewest and most bytes that its printed size may mean."""

    country: str
    size: str
    limits: tuple[int, int] | None
    language: str | None
    kind: Kind
    words: frozenset[str]
    numbers: frozenset[str]
    years: frozenset[str]

    @classmethod
    def of(cls, listed: Attachment) -> Wanted:
        """Take what a page prints of a file."""
        words = _own_words(listed.title)
        return cls(
            country=listed.country,
            size=listed.size or "",
            limits=_size_limits(listed.size or ""),
            language=listed.language,
            kind=kinds.kind_by_title(listed.title),
            words=words,
            numbers=_numbers(words),
            years=_listed_years(listed),
        )

    @property
    def fewest(self) -> int:
        """How many of its words a title must have to agree: half of them."""
        return (len(self.words) + 1) // 2

    def agrees(self, here: Here) -> bool:
        """Whether the titles have enough words in common."""
        return bool(self.words) and len(self.words & here.words) >= self.fewest


@dataclass(frozen=True, slots=True)
class Here:
    """What is known of a document; one that cannot be read is what its file name says."""

    country: str | None
    size: int
    readable: bool
    language: str | None
    kind: Kind
    words: frozenset[str]
    numbers: frozenset[str]
    years: frozenset[str]

    @classmethod
    def of(cls, file: Document) -> Here:
        """Take what the library knows of a document."""
        name = PurePath(file.path).stem
        named = f"{file.title} {name}"
        words = _words(named)
        return cls(
            country=file.country,
            size=file.size,
            readable=bool(file.pages),
            language=file.language or language_in_name(name),
            kind=Kind(file.kind) if file.pages else kinds.kind_by_title(name),
            words=words,
            numbers=_numbers(words),
            years=frozenset(_YEAR.findall(named) or ([file.date[:4]] if file.date else [])),
        )


def points(wanted: Wanted, here: Here) -> float:
    """Return how much speaks for a document; 0 when it cannot be the listed file."""
    if here.country not in (None, wanted.country):
        return 0.0
    size = _size_agrees(wanted, here)
    if not size and (_language_differs(wanted, here) or _numbers_differ(wanted, here)):
        return 0.0
    titles = title_points(wanted, here)
    if not titles and not size:
        return 0.0
    same_language = wanted.language is not None and wanted.language == here.language
    return (
        titles
        + (_SAME_COUNTRY if here.country else 0)
        + (_SAME_SIZE if size else 0)
        + (0 if wanted.years.isdisjoint(here.years) else _SAME_YEAR)
        + (_SAME_LANGUAGE if same_language else 0)
    )


def doubts(wanted: Wanted, here: Here) -> tuple[MatchDoubt, ...]:
    """Return what speaks against a document that may be the listed file."""
    found = []
    if not here.readable:
        found.append(MatchDoubt("unreadable"))
    if _size_agrees(wanted, here) is False:
        found.append(MatchDoubt("size", wanted.size, shown_size(here.size)))
    if _language_differs(wanted, here):
        found.append(MatchDoubt("language", wanted.language or "", here.language or ""))
    if _numbers_differ(wanted, here):
        found.append(MatchDoubt("number"))
    if wanted.kind in kinds.PAPERS and here.kind in kinds.PAPERS and wanted.kind != here.kind:
        found.append(MatchDoubt("paper", wanted.kind.value, here.kind.value))
    if wanted.years and here.years and wanted.years.isdisjoint(here.years):
        found.append(MatchDoubt("year"))
    return tuple(found)


def title_points(wanted: Wanted, here: Here) -> float:
    """Return up to 4 points for equal title words, and 2 for the same sort of paper."""
    shared = _ALL_WORDS * len(wanted.words & here.words) / len(wanted.words) if wanted.agrees(here) else 0.0
    return shared + (_SAME_KIND if wanted.kind is not Kind.OTHER and wanted.kind == here.kind else 0)


def _language_differs(wanted: Wanted, here: Here) -> bool:
    return bool(wanted.language and here.language) and wanted.language != here.language


def _numbers_differ(wanted: Wanted, here: Here) -> bool:
    """Tell whether both titles have numbers and none in common: Annex 18 is not Annex 19."""
    return bool(wanted.numbers and here.numbers) and wanted.numbers.isdisjoint(here.numbers)


def _size_agrees(wanted: Wanted, here: Here) -> bool | None:
    """Tell whether a file has the printed size, within rounding; None when no size is printed."""
    return wanted.limits[0] <= here.size <= wanted.limits[1] if wanted.limits else None


def _own_words(title: str) -> frozenset[str]:
    """Return the words of a title without the country that it begins with ("Cambodia's ...")."""
    owner = re.match(r"(.{2,40}?)['’]s\b", title)
    return _words(title) - (_words(owner[1]) if owner else frozenset())


def _words(text: str) -> frozenset[str]:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return frozenset(word for word in re.findall(r"[^\W_]+", bare) if word not in _SMALL_WORDS and not _YEAR.fullmatch(word))


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.isdigit())


_YEAR = re.compile(r"(?:19|20)\d\d")


def _listed_years(listed: Attachment) -> frozenset[str]:
    """Return the years of a listed file: received, in its title, or in the name of its family."""
    if listed.received:
        return frozenset((listed.received[:4],))
    return frozenset(_YEAR.findall(listed.title) or _YEAR.findall(listed.family))


_SIZE = re.compile(r"(\d+)(?:[.,](\d+))?\s*([KMG])", re.IGNORECASE)
_POWERS = {"K": 1, "M": 2, "G": 3}


def _size_limits(size: str) -> tuple[int, int] | None:
    """Return the fewest and most bytes that a printed size may mean, whether its KB was 1000 or 1024 bytes."""
    printed = _SIZE.match(size)
    if not printed:
        return None
    unit: float = 10 ** -len(printed[2] or "")
    value = float(f"{printed[1]}.{printed[2] or 0}")
    power = _POWERS[printed[3].upper()]
    return int((value - unit) * 1000**power), int((value + unit) * 1024**power)


def shown_size(size: int) -> str:
    """Return a number of bytes as pages print it: 118 KB, 5.6 MB."""
    return f"{size / 1024**2:.1f} MB" if size >= 1024**2 else f"{max(1, round(size / 1024))} KB"
