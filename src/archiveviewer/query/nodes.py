"""The parts that a question is made of, as typed; nothing here knows the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from archiveviewer.query.tokens import QUOTES
from archiveviewer.records import Remark


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


@dataclass(frozen=True, slots=True)
class Near:
    """Words or phrases, or alternatives of such, near each other: on one page, best in one sentence; at least two."""

    nodes: tuple[Word | Phrase | Or, ...]


Node: TypeAlias = Word | Phrase | Field | Not | And | Or | Near


def apart(one: str, other: str) -> str:
    """Return two pieces of a question one after the other, also where with a single space they would be one number."""
    return f"{one}  {other}" if one[-1:].isdigit() and other[:1].isdigit() else f"{one} {other}"


@dataclass(frozen=True, slots=True)
class Piece:
    """One of the parts that must all hold, and where it was typed: in several places when other parts stand in between."""

    node: Node
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What was typed and how it reads; without `pieces` there is nothing to look for. `notes` say what was cut."""

    text: str
    pieces: tuple[Piece, ...]
    notes: tuple[Remark, ...] = ()

    @property
    def node(self) -> Node | None:
        """All pieces in one."""
        nodes = tuple(piece.node for piece in self.pieces)
        return And(nodes) if len(nodes) > 1 else nodes[0] if nodes else None

    def typed(self, piece: Piece) -> str:
        """Return what was typed for a piece."""
        return " ".join(self.text[start:end].strip() for start, end in piece.spans)

    def without(self, *pieces: Piece) -> str:
        """Return the text without some of the pieces, as a person would write it; empty when nothing is left to look for."""
        if len(pieces) == len(self.pieces):
            return ""
        text, last = self.text, len(self.text)
        for start, stop in sorted((span for piece in pieces for span in piece.spans), reverse=True):
            end = min(stop, last)
            head, tail = text[:start].rstrip(), text[end:].lstrip()
            if text[end - 1] in QUOTES and text[end : end + 1] == "-":  # a dash behind a quote parts words; alone it would negate
                tail = tail.lstrip("-").lstrip()
            bare = not head or not tail or head.endswith("(") or tail.startswith(")")
            text, last = f"{head}{tail}" if bare else apart(head, tail), len(head)
        return text.strip()
