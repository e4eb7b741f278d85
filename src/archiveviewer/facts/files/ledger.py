"""The ledger of listed files: which of them are in the library, which are missing, and which may be there but are in doubt.

A listed file and a document of the library are compared by title words, what sort of paper it is, country, year, language and size;
a size counts as equal within the rounding of the printed one. Each document answers for one listed file at most; a file that several
pages list is one listed file. What a person decided about a match stands over all that.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from archiveviewer.facts.files.candidates import Candidates
from archiveviewer.facts.files.likeness import SURE, Here, Wanted, doubts, points, title_points
from archiveviewer.records import Attachment, Document, Kind, ListedAttachment, MatchDecision, MatchDoubt, Source

PRESENT, MISSING, DOUBTFUL = "present", "missing", "doubtful"

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
    chosen = {key: file for key, file in said.chosen.items() if key in wanted}
    found = {key: _Found(files[file]) for key, file in chosen.items()} | _compared(wanted, files, chosen, refused=said.refused)
    decided = said.chosen.keys() | {key for key, _ in said.refused}
    return tuple(_judged(item, source, found.get(key_of(item)), decided=key_of(item) in decided) for item, source in listed)


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


@dataclass(frozen=True, slots=True)
class _Found:
    """The document that a listed file is, or may be: whether it is sure, and why it is not."""

    file: Document
    sure: bool = True
    reasons: tuple[MatchDoubt, ...] = ()

    @classmethod
    def of(cls, file: Document, wanted: Wanted, here: Here) -> _Found:
        """Say what a comparison comes to."""
        against = doubts(wanted, here)
        if points(wanted, here) >= SURE and not against:
            return cls(file)
        weak = MatchDoubt("only_title" if title_points(wanted, here) else "only_size")
        return cls(file, sure=False, reasons=against or (weak,))


def _by_key(listed: Sequence[tuple[Attachment, Source]]) -> dict[Key, _Listed]:
    found: dict[Key, _Listed] = {}
    for item, source in listed:
        key = key_of(item)
        held = found.get(key)
        found[key] = _Listed(held.item if held else item, (held.pages if held else frozenset()) | {source.document})
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


def _compared(
    listed: Mapping[Key, _Listed], files: Sequence[Document], chosen: Mapping[Key, int], *, refused: frozenset[tuple[Key, int]]
) -> dict[Key, _Found]:
    """Return the documents that fit listed files for which none was chosen, each once: the best fitting pairs first."""
    countries = {None, *(one.item.country for one in listed.values())}
    here = {at: Here.of(one) for at, one in enumerate(files) if one.country in countries and one.kind is not Kind.COUNTRY_PAGE}
    wanted = {key: Wanted.of(one.item) for key, one in listed.items() if key not in chosen}
    taken: dict[Key, int] = {}
    used = set(chosen.values())
    for _, key, file in sorted(_pairs(wanted, listed, files, here, refused), key=lambda pair: -pair[0]):
        if key not in taken and file not in used:
            taken[key] = file
            used.add(file)
    return {key: _Found.of(files[file], wanted[key], here[file]) for key, file in taken.items()}


def _pairs(
    wanted: Mapping[Key, Wanted], listed: Mapping[Key, _Listed], files: Sequence[Document], here: Mapping[int, Here],
    refused: frozenset[tuple[Key, int]],
) -> Iterator[tuple[float, Key, int]]:  # fmt: skip
    """Give what may be the same with its points: of each listed file so many that one is left when every other takes one."""
    candidates = Candidates(here)
    numbers = {file.id: at for at, file in enumerate(files) if file.id}
    no: dict[Key, set[int]] = {key: {numbers[page] for page in listed[key].pages if page in numbers} for key in wanted}
    for key, file in refused:
        no.get(key, set()).add(file)
    for key, one in wanted.items():
        for worth, file in candidates.best(one, len(listed), without=frozenset(no[key])):
            yield worth, key, file


def _judged(item: Attachment, source: Source, found: _Found | None, *, decided: bool) -> ListedAttachment:
    if found is None:
        return ListedAttachment(attachment=item, source=source, state=MISSING, decided=decided)
    why = "; ".join(map(_said, found.reasons))
    return ListedAttachment(
        item, source, PRESENT if found.sure else DOUBTFUL, match=found.file.path, why=why, decided=decided, reasons=found.reasons
    )


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
