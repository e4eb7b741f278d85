"""Plans a question: turns its nodes into what the full-text tables are asked, and tells how each piece was read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from archiveviewer.query.fields import filter_of
from archiveviewer.query.leaves import AllOf, AnyOf, Beside, Plan, Without, is_words
from archiveviewer.query.nodes import And, Field, Near, Node, Not, Or, Phrase, Piece, Question, Word
from archiveviewer.query.printer import printed
from archiveviewer.query.terms import leaf_of
from archiveviewer.query.vocabulary import NoVocabulary, Vocabulary
from archiveviewer.records import How, Light, Part, Reading

_Read: TypeAlias = tuple[Reading, Plan | None]
"""How a node was read, and what to look for; None when there is nothing in it."""


@dataclass(frozen=True, slots=True)
class PlannedPiece:
    """A piece of the question, how it was understood, and its plan; None when it holds nothing to look for."""

    piece: Piece
    reading: Reading
    plan: Plan | None


@dataclass(frozen=True, slots=True)
class Planned:
    """A whole question, planned piece by piece."""

    question: Question
    pieces: tuple[PlannedPiece, ...]

    @property
    def parts(self) -> tuple[Plan, ...]:
        """All that must hold."""
        return tuple(one.plan for one in self.pieces if one.plan is not None)

    @property
    def root(self) -> Plan | None:
        """All parts in one; None when there is nothing to look for."""
        parts = self.parts
        return AllOf(parts) if len(parts) > 1 else parts[0] if parts else None

    @property
    def understood(self) -> tuple[Part, ...]:
        """How each piece was understood."""
        return tuple(map(self.part, self.pieces))

    def part(self, one: PlannedPiece) -> Part:
        """Return how a piece was understood, as it is told."""
        return Part(self.question.typed(one.piece), one.reading, self.question.without(one.piece))

    @property
    def wanted(self) -> tuple[Plan, ...]:
        """The parts that are words: what a document may also lack, when few have all."""
        return tuple(part for part in self.parts if is_words(part))

    @property
    def required(self) -> tuple[Plan, ...]:
        """The parts that no document may fail: fields, exclusions, and what mixes them with words."""
        return tuple(part for part in self.parts if not is_words(part))


def plan(question: Question, languages: Sequence[str], *, vocabulary: Vocabulary | None = None) -> Planned:
    """Plan `question` for a library in `languages`; `vocabulary` knows its terms."""
    planner = _Planner(languages, vocabulary or NoVocabulary())
    return Planned(question, tuple(map(planner.piece, question.pieces)))


class _Planner:
    """Plans node by node, and tells how each was read."""

    def __init__(self, languages: Sequence[str], vocabulary: Vocabulary) -> None:
        self._languages = languages
        self._vocabulary = vocabulary

    def piece(self, piece: Piece) -> PlannedPiece:
        """Plan one piece of the question."""
        return PlannedPiece(piece, *self._node(piece.node))

    def _node(self, node: Node) -> _Read:
        match node:
            case Word() | Phrase():
                return self._leaf(node)
            case Field():
                return self._field(node)
            case Not(inner):
                reading, planned = self._node(inner)
                return Reading(How.WITHOUT, inner=(reading,)), Without(planned) if planned is not None else None
            case And(nodes):
                return self._several(nodes, AllOf, How.ALL)
            case Or(nodes):
                return self._several(nodes, AnyOf, How.ANY)
            case Near(nodes):
                return self._several(nodes, Beside, How.NEAR)

    def _several(self, nodes: Sequence[Node], make: Callable[[Any], Plan], how: How) -> _Read:
        read = [self._node(node) for node in nodes]
        reading = Reading(how, inner=tuple(one for one, _ in read))
        plans = tuple(planned for _, planned in read if planned is not None)
        if len(plans) < 2:  # noqa: PLR2004 - one alone needs no joining
            return reading, plans[0] if plans else None
        return reading, make(plans)

    def _field(self, node: Field) -> _Read:
        if node.name == "title":
            reading, planned = self._leaf(_words_of(node), in_title=True)
            return Reading(How.IN_TITLE, inner=(reading,)), planned
        found = filter_of(node)
        if found is not None:
            return found.reading, found
        if node.prefix:
            return Reading(How.UNFINISHED, (printed(node),)), None
        reading, planned = self._leaf(_words_of(node))
        return Reading(How.UNKNOWN, (node.name, node.value), (reading,)), planned

    def _leaf(self, node: Word | Phrase, *, in_title: bool = False) -> _Read:
        light = Light(node.text, exact=isinstance(node, Phrase), prefix=node.prefix)
        shown = f"title:{printed(node)}" if in_title else printed(node)
        leaf = leaf_of(light, self._languages, shown=shown, vocabulary=self._vocabulary, in_title=in_title)
        return (_read_as(node), leaf) if leaf is not None else (Reading(How.NOTHING, (printed(node),)), None)


def _words_of(node: Field) -> Word | Phrase:
    return Phrase(node.value) if node.quoted else Word(node.value.rstrip("*"), prefix=node.prefix or node.value.endswith("*"))


def _read_as(node: Word | Phrase) -> Reading:
    if isinstance(node, Phrase):
        return Reading(How.EXACTLY_AND_ON if node.prefix else How.EXACTLY, (node.text,))
    return Reading(How.BEGINNING if node.prefix else How.ANY_FORM, (node.text,))
