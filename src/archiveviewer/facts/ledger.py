"""The ledger of listed files: which of them are in the library, which are missing, and which may be there but are in doubt.

A listed file and a document of the library are compared by title words, what sort of paper it is, country, year, language and size;
a size counts as equal within the rounding of the printed one. Each document answers for one listed file at most; a file that several
pages list is one listed file. What a person decided about a match stands over all that.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from archiveviewer.facts import kinds
from archiveviewer.facts.languages import language_in_name
from archiveviewer.records import Attachment, Document, Kind, ListedAttachment, MatchDecision, MatchDoubt, Source

PRESENT, MISSING, DOUBTFUL = "present", "missing", "doubtful"

_SURE, _MAYBE = 6, 4
_ALL_WORDS, _SAME_SIZE, _SAME_KIND, _SAME_LANGUAGE, _SAME_YEAR, _SAME_COUNTRY = 4, 4, 2, 1, 1, 1
_HALF = 0.5
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "by",
        "de",
        "del",
        "des",
        "du",
        "en",
        "et",
        "for",
        "in",
        "la",
        "le",
        "les",
        "no",
        "of",
        "on",
        "or",
        "pdf",
        "s",
        "the",
    ]
)
_PAPERS = frozenset((Kind.REQUEST, Kind.REVISED_REQUEST, Kind.ADDITIONAL_INFORMATION, Kind.ANALYSIS, Kind.DECISION, Kind.ANNEX))


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How well a document fits a listed file: points, and what speaks against it."""

    points: float
    against: tuple[MatchDoubt, ...]
    titles: float = 0.0


_SURE_BY_HAND = _Likeness(points=_SURE, against=())

Key = tuple[str, str, str | None, str, str]
"""What a listing prints of a file, folded: country, title, language, size, family."""


def match(
    attachments: Iterable[tuple[Attachment, Source]], documents: Iterable[Document], decisions: Sequence[MatchDecision] = ()
) -> tuple[ListedAttachment, ...]:
    """Return the listed files, each with whether it is in the library."""
    listed = tuple(attachments)
    files = tuple(documents)
    wanted = _by_key(listed)
    said = _Said.of(decisions, files)
    taken: dict[Key, tuple[_Likeness, Document]] = {key: (_SURE_BY_HAND, files[file]) for key, file in said.chosen.items() if key in wanted}
    used = {file for key, file in said.chosen.items() if key in wanted}
    for likeness, key, file in sorted(_pairs(wanted, files, refused=said.refused), key=lambda pair: -pair[0].points):
        if key not in taken and file not in used:
            taken[key] = (likeness, files[file])
            used.add(file)
    decided = said.chosen.keys() | {key for key, _ in said.refused}
    return tuple(_judged(item, source, taken.get(key_of(item)), decided=key_of(item) in decided) for item, source in listed)


def key_of(listed: Attachment | MatchDecision) -> Key:
    """Return by what a listed file is known, whichever page lists it."""
    return (listed.country, _folded(listed.title), listed.language, _folded(listed.size or "").replace(" ", ""), _folded(listed.family))


def each_once(listed: Iterable[ListedAttachment]) -> tuple[ListedAttachment, ...]:
    """Return each listed file once, with the newest of the pages that list it."""
    found: dict[Key, ListedAttachment] = {}
    for one in listed:
        held = found.setdefault(key_of(one.attachment), one)
        if (one.source.date or "") > (held.source.date or ""):
            found[key_of(one.attachment)] = one
    return tuple(found.values())


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


@dataclass(frozen=True, slots=True)
class _Listed:
    """A listed file with all pages that list it, by their numbers."""

    item: Attachment
    pages: frozenset[int]


def _by_key(listed: Sequence[tuple[Attachment, Source]]) -> dict[Key, _Listed]:
    found: dict[Key, _Listed] = {}
    for item, source in listed:
        held = found.get(key_of(item))
        found[key_of(item)] = _Listed(held.item if held else item, (held.pages if held else frozenset()) | {source.document})
    return found


@dataclass(frozen=True, slots=True)
class _Said:
    """What a person decided: the file chosen for a listed file, and files refused for one."""

    chosen: dict[Key, int]
    refused: frozenset[tuple[Key, int]]

    @classmethod
    def of(cls, decisions: Sequence[MatchDecision], files: Sequence[Document]) -> _Said:
        """Find the files of the decisions, by their content, else by their place; the last word about a listed file stands."""
        if not decisions:
            return cls({}, frozenset())
        by_content = {file.sha256: index for index, file in enumerate(files) if file.sha256}
        by_path = {file.path: index for index, file in enumerate(files)}
        found = [(one, by_content.get(one.sha256, by_path.get(one.path))) for one in decisions]
        chosen: dict[Key, int] = {}
        refused: set[tuple[Key, int]] = set()
        for one, file in found:
            key = key_of(one)
            if file is None:
                continue
            if one.is_it:
                chosen[key] = file
                refused.discard((key, file))
            else:
                refused.add((key, file))
                if chosen.get(key) == file:
                    del chosen[key]
        return cls(chosen=chosen, refused=frozenset(refused))


def _pairs(
    wanted: dict[Key, _Listed], files: Sequence[Document], *, refused: frozenset[tuple[Key, int]]
) -> Iterable[tuple[_Likeness, Key, int]]:
    candidates = _Candidates.of(files)
    for key, listed in wanted.items():
        for index in sorted(candidates.near(listed.item)):
            apart = files[index].id in listed.pages or (key, index) in refused or files[index].kind is Kind.COUNTRY_PAGE
            likeness = None if apart else _likeness(listed.item, files[index])
            if likeness and likeness.points >= _MAYBE:
                yield likeness, key, index


@dataclass(frozen=True, slots=True)
class _Candidates:
    """Documents by country, and those of no country by size and by word, so that not every pair is compared."""

    by_country: dict[str | None, list[int]]
    by_size: list[tuple[int, int]]
    by_word: dict[str, list[int]]

    @classmethod
    def of(cls, files: Sequence[Document]) -> _Candidates:
        """Sort documents into the groups."""
        by_country: dict[str | None, list[int]] = {}
        by_word: dict[str, list[int]] = {}
        for index, file in enumerate(files):
            by_country.setdefault(file.country, []).append(index)
            for word in _file_words(file) if file.country is None else ():
                by_word.setdefault(word, []).append(index)
        sizes = sorted((files[index].size, index) for index in by_country.get(None, ()))
        return cls(by_country=by_country, by_size=sizes, by_word=by_word)

    def near(self, attachment: Attachment) -> set[int]:
        """Return the documents that a listed file may be."""
        found = set(self.by_country.get(attachment.country, ()))
        limits = _size_limits(attachment)
        if limits:
            first, last = (bisect_left(self.by_size, (size, 0)) for size in (limits[0], limits[1] + 1))
            found.update(index for _, index in self.by_size[first:last])
        wanted = _own_words(attachment.title)
        shared = Counter(index for word in wanted for index in self.by_word.get(word, ()))
        found.update(index for index, count in shared.items() if count >= _HALF * len(wanted))
        return found


def _judged(attachment: Attachment, source: Source, found: tuple[_Likeness, Document] | None, *, decided: bool) -> ListedAttachment:
    if found is None:
        return ListedAttachment(attachment=attachment, source=source, state=MISSING, decided=decided)
    likeness, file = found
    sure = likeness.points >= _SURE and not likeness.against
    weak = (MatchDoubt("only_title" if likeness.titles else "only_size"),)
    reasons = () if sure else likeness.against or weak
    state, why = (PRESENT if sure else DOUBTFUL), "; ".join(map(_said, reasons))
    return ListedAttachment(attachment, source, state, match=file.path, why=why, decided=decided, reasons=reasons)


_SENTENCES = {
    "unreadable": "the file here cannot be read",
    "size": "the size differs: {listed} listed, {here} here",
    "language": "the language differs: {listed} listed, {here} here",
    "number": "the number in the title differs",
    "paper": "it is another sort of paper: {here}",
    "year": "the year differs",
    "only_title": "only a part of the title agrees",
    "only_size": "only the size agrees",
}


def _said(reason: MatchDoubt) -> str:
    return _SENTENCES[reason.code].format(listed=reason.listed, here=reason.here.replace("_", " "))


def _likeness(attachment: Attachment, file: Document) -> _Likeness | None:
    """Compare a listed file with a document; None when they cannot be the same."""
    if file.country not in (None, attachment.country):
        return None
    against: list[MatchDoubt] = []
    points = float(_SAME_COUNTRY if file.country else 0)
    if not file.pages:
        against.append(MatchDoubt("unreadable"))
    titles = _title_points(attachment, file)
    size = _size_agrees(attachment, file)
    if size is False:
        against.append(MatchDoubt("size", attachment.size or "", shown_size(file.size)))
    language = file.language or language_in_name(PurePath(file.path).stem)
    if attachment.language and language and attachment.language != language:
        if not size:
            return None
        against.append(MatchDoubt("language", attachment.language, language))
    if _numbers_differ(attachment, file):
        if not size:
            return None
        against.append(MatchDoubt("number"))
    sort = kinds.kind_by_title(attachment.title)
    if sort in _PAPERS and _kind(file) in _PAPERS and sort != _kind(file):
        against.append(MatchDoubt("paper", sort.value, _kind(file).value))
    year = _years(attachment) & _file_years(file)
    if _years(attachment) and _file_years(file) and not year:
        against.append(MatchDoubt("year"))
    points += titles + (_SAME_SIZE if size else 0) + (_SAME_YEAR if year else 0)
    points += _SAME_LANGUAGE if attachment.language and attachment.language == language else 0
    return _Likeness(points=points, against=tuple(against), titles=titles) if titles or size else None


def _numbers_differ(attachment: Attachment, file: Document) -> bool:
    """Tell whether both titles have numbers and none in common: Annex 18 is not Annex 19."""
    mine, here = ({word for word in words if word.isdigit()} for words in (_own_words(attachment.title), _file_words(file)))
    return bool(mine and here) and not mine & here


def _title_points(attachment: Attachment, file: Document) -> float:
    """Return up to 4 points for equal title words, and 2 for the same sort of paper."""
    wanted = _own_words(attachment.title)
    shared = len(wanted & _file_words(file)) / len(wanted) if wanted else 0.0
    sort = kinds.kind_by_title(attachment.title)
    same = sort is not Kind.OTHER and sort == _kind(file)
    return (_ALL_WORDS * shared if shared >= _HALF else 0) + (_SAME_KIND if same else 0)


def _kind(file: Document) -> Kind:
    """Return what a document is; one that cannot be read is what its file name says."""
    return kinds.kind_by_title(PurePath(file.path).stem) if not file.pages else Kind(file.kind)


@cache
def _own_words(title: str) -> frozenset[str]:
    """Return the words of a title without the country that it begins with ("Cambodia's ...")."""
    owner = re.match(r"(.{2,40}?)['’]s\b", title)
    return _words(title) - (_words(owner[1]) if owner else frozenset())


def _file_words(file: Document) -> frozenset[str]:
    return _words(f"{file.title} {PurePath(file.path).stem}")


@cache
def _words(text: str) -> frozenset[str]:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return frozenset(word for word in re.findall(r"[^\W_]+", bare) if word not in _SMALL_WORDS and not _YEAR.fullmatch(word))


_YEAR = re.compile(r"(?:19|20)\d\d")


def _years(attachment: Attachment) -> set[str]:
    """Return the years of a listed file: received, in its title, or in the name of its family."""
    if attachment.received:
        return {attachment.received[:4]}
    return set(_YEAR.findall(attachment.title)) or set(_YEAR.findall(attachment.family))


@cache
def _file_years(file: Document) -> frozenset[str]:
    named = _YEAR.findall(f"{file.title} {PurePath(file.path).stem}")
    return frozenset(named or ([file.date[:4]] if file.date else []))


_SIZE = re.compile(r"(\d+)(?:[.,](\d+))?\s*([KMG])", re.IGNORECASE)
_POWERS = {"K": 1, "M": 2, "G": 3}


def _size_agrees(attachment: Attachment, file: Document) -> bool | None:
    """Tell whether a file has the printed size, within rounding; None when no size is printed."""
    limits = _size_limits(attachment)
    return limits[0] <= file.size <= limits[1] if limits else None


def _size_limits(attachment: Attachment) -> tuple[int, int] | None:
    """Return the fewest and most bytes that a printed size may mean, whether its KB was 1000 or 1024 bytes."""
    printed = _SIZE.match(attachment.size or "")
    if not printed:
        return None
    unit: float = 10 ** -len(printed[2] or "")
    value = float(f"{printed[1]}.{printed[2] or 0}")
    power = _POWERS[printed[3].upper()]
    return int((value - unit) * 1000**power), int((value + unit) * 1024**power)


def shown_size(size: int) -> str:
    """Return a number of bytes as pages print it: 118 KB, 5.6 MB."""
    return f"{size / 1024**2:.1f} MB" if size >= 1024**2 else f"{max(1, round(size / 1024))} KB"
