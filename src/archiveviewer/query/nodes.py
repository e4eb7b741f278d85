"""The parts that a question is made of, as typed; nothing here knows the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any form; with `prefix` every word that begins with it."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Quoted words, exactly so; with `prefix` the last one may go on."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """`name:value`, such as `country:KHM`; with `quoted` the value stood in quotes, with `prefix` it is still being typed."""

    name: str
    value: str
    quoted: bool = False
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """What documents must not have."""

    node: Node


@dataclass(frozen=True, slots=True)
class And:
    """All of these; at least two."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of these; at least two."""

    nodes: tuple[Node, ...]


Node: TypeAlias = Word | Phrase | Field | Not | And | Or


@dataclass(frozen=True, slots=True)
class Question:
    """What was typed and how it reads; `node` is None when there is nothing to look for. `notes` say what was cut."""

    text: str
    node: Node | None
    notes: tuple[str, ...] = ()
