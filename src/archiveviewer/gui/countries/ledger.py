"""The files that a country's pages list, as families by languages: what is here, in doubt, missing, or not listed at all. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from archiveviewer.records import ListedAttachment

LANGUAGES: tuple[str | None, ...] = ("ar", "zh", "en", "fr", "ru", "es", None)
"""The columns that are always there; other languages that occur stand before the last, which is for files without one."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is listed in one language: `mark` is here, doubt, missing, part (some are here) or none (not listed)."""

    language: str | None
    files: tuple[ListedAttachment, ...] = ()

    @property
    def here(self) -> int:
        """How many of the files are in the library."""
        return sum(listed.state == "present" for listed in self.files)

    @property
    def mark(self) -> str:
        """The sign of the cell."""
        if not self.files:
            return "none"
        states = {listed.state for listed in self.files}
        if states == {"present"}:
            return "here"
        if states == {"missing"}:
            return "missing"
        return "doubt" if states == {"doubtful"} else "part"


@dataclass(frozen=True, slots=True)
class Line:
    """A listed document in all its languages, or, with `titles`, a whole family."""

    title: str
    received: str | None
    cells: tuple[Cell, ...]
    titles: tuple[Line, ...] = ()

    @property
    def files(self) -> tuple[ListedAttachment, ...]:
        """All files of the line, in the order of the columns."""
        return tuple(listed for cell in self.cells for listed in cell.files)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Families as lines, languages as columns."""

    languages: tuple[str | None, ...]
    families: tuple[Line, ...]

    @property
    def listed(self) -> int:
        """How many files are listed."""
        return sum(len(family.files) for family in self.families)

    @property
    def missing(self) -> tuple[ListedAttachment, ...]:
        """The files that are listed and not here."""
        return tuple(listed for family in self.families for listed in family.files if listed.state == "missing")


def ledger(files: Sequence[ListedAttachment]) -> Ledger:
    """Return the ledger of the files, families and titles in the order in which they are listed."""
    others = sorted({listed.attachment.language for listed in files} - set(LANGUAGES), key=str)
    languages = (*LANGUAGES[:-1], *others, None)
    families = _grouped(files, lambda listed: listed.attachment.family)
    return Ledger(languages, tuple(_family(name, found, languages) for name, found in families.items()))


def _grouped(files: Iterable[ListedAttachment], key: Callable[[ListedAttachment], str]) -> dict[str, list[ListedAttachment]]:
    groups: dict[str, list[ListedAttachment]] = {}
    for listed in files:
        groups.setdefault(key(listed), []).append(listed)
    return groups


def _family(name: str, files: list[ListedAttachment], languages: tuple[str | None, ...]) -> Line:
    titles = _grouped(files, lambda listed: " ".join(listed.attachment.title.split()))
    lines = tuple(_line(title, found, languages) for title, found in titles.items())
    return Line(name, None, _cells(files, languages), lines)


def _line(title: str, files: list[ListedAttachment], languages: tuple[str | None, ...]) -> Line:
    received = next((listed.attachment.received for listed in files if listed.attachment.received), None)
    return Line(title, received, _cells(files, languages))


def _cells(files: list[ListedAttachment], languages: tuple[str | None, ...]) -> tuple[Cell, ...]:
    return tuple(Cell(language, tuple(item for item in files if item.attachment.language == language)) for language in languages)
