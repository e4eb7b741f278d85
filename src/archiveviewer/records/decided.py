"""What a person decided about what the program read: facts called wrong, and files matched with the listings by hand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HiddenFact:
    """A fact that a person called wrong for this library. `id` is 0 until it is kept.

    `quote` is its sentence in single spaces, `path`, `sha256`, `title` and `page` say in which document it stood: the fact is known
    again by its document (same content, or same place) and its sentence, however often the index is made new.
    """

    country: str
    type: str
    value: str
    quote: str
    path: str
    sha256: str
    title: str
    page: int
    hidden_at: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class MatchDecision:
    """A person's word about a listed file: with `is_it` the file at `path` is it, without, that file is not. `id` is 0 until kept.

    The listed file is known by what the listing prints of it, the file by its content, else by its place.
    """

    country: str
    title: str
    language: str | None
    size: str | None
    family: str
    path: str
    sha256: str
    is_it: bool
    decided_at: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Decided:
    """All that a person decided about one country, or about all."""

    hidden: tuple[HiddenFact, ...] = ()
    matches: tuple[MatchDecision, ...] = ()
