"""Plans a question once more with words of the trade that mean the same, in all languages of the library.

What has the words as typed comes first and is found by the plan as it was; the wider one adds what only says it otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from archiveviewer.query import synonyms, unspaced
from archiveviewer.query.leaf import Leaf
from archiveviewer.query.leaves import AllOf, AnyOf, Plan
from archiveviewer.query.nodes import Piece, Word
from archiveviewer.query.parser import parse
from archiveviewer.query.plan import Planned, PlannedPiece, plan
from archiveviewer.query.terms import leaf_of
from archiveviewer.query.vocabulary import Vocabulary
from archiveviewer.records import Also, How, Light, Reading, SearchRequest

_MOST = 24
"""Expressions that are asked for beside those of a question: each costs time."""


@dataclass(frozen=True, slots=True)
class Wider:
    """The wider plan, and what was added to it."""

    planned: Planned
    also: tuple[Also, ...]


def plans_of(request: SearchRequest, languages: Sequence[str], *, vocabulary: Vocabulary) -> tuple[Planned, Wider | None]:
    """Return the plan of a question as it was typed, and the wider one where it is asked for and anything is to be added."""
    planned = plan(parse(request.text, typing=request.typing), languages, vocabulary=vocabulary)
    return planned, _wider(planned, request, languages, vocabulary)


def _wider(planned: Planned, request: SearchRequest, languages: Sequence[str], vocabulary: Vocabulary) -> Wider | None:
    """Return the wider plan; None when nothing is to be added, as the question or the library has no such words."""
    if not request.also:
        return None
    found, inner = _found(planned, request)
    add = _Adding(languages, vocabulary, _MOST // max(1, len(found) + sum(map(len, inner.values()))))
    added = [(one, others) for one in found if (others := add.others(one))]
    parted = {at: made for at, held in inner.items() if (made := add.parted(planned.pieces[at], held)) is not None}
    if not added and not parted:
        return None
    also = {at: said for at, (_, said) in parted.items()} | {one.start: (_said(one, others),) for one, others in added}
    pieces = tuple(_pieces(planned, added, {at: made for at, (made, _) in parted.items()}, vocabulary))
    return Wider(replace(planned, pieces=pieces), tuple(one for at in sorted(also) for one in also[at]))


def _found(planned: Planned, request: SearchRequest) -> tuple[list[synonyms.Meant], dict[int, list[synonyms.Meant]]]:
    """Return the expressions of the trade that are whole words, and by the place of other words those inside; none of what is left out."""
    typing = request.typing and not request.text.rstrip().endswith("*")
    nodes = [one.piece.node for one in planned.pieces]
    whole = list(synonyms.meant(nodes, typing=typing))
    taken = {at for one in whole for at in range(one.start, one.end)}
    inner: dict[int, list[synonyms.Meant]] = {}
    for at, node in enumerate(nodes):
        if isinstance(node, Word) and at not in taken and (not node.prefix or (typing and at == len(nodes) - 1)):
            inner[at] = [one for one in unspaced.inside(node.text) if _left(one, request.without)]
    return [one for one in whole if _left(one, request.without)], inner


def _left(one: synonyms.Meant, without: Collection[str]) -> bool:
    return any(group.name not in without for group in one.groups)


@dataclass(frozen=True, slots=True)
class _Adding:
    """What is added to a question in a library of these languages: to each expression at most so many others."""

    languages: Sequence[str]
    vocabulary: Vocabulary
    most: int

    def others(self, one: synonyms.Meant) -> tuple[synonyms.Term, ...]:
        """Return what to look for beside an expression."""
        known = self.vocabulary.known(synonyms.stems(one, self.languages))
        return synonyms.others(one, self.languages, known=known, most=self.most)

    def parted(self, piece: PlannedPiece, held: Sequence[synonyms.Meant]) -> tuple[tuple[PlannedPiece, ...], tuple[Also, ...]] | None:
        """Return a word as its parts, each in any other words, and what was added; None when nothing was.

        What has the word as typed has all of the parts, so nothing that it finds is lost.
        """
        node = piece.piece.node
        added = [(one, others) for one in held if (others := self.others(one))]
        if not added or not isinstance(node, Word):
            return None
        plans = [_either([*self._own(one.words), *_leaves(others, self.vocabulary)], one.words) for one, others in added]
        for rest, is_end in unspaced.rests(node.text, [one for one, _ in added]):
            plans.extend(self._own(rest, prefix=node.prefix and is_end))
        return tuple(replace(piece, plan=plan) for plan in plans), tuple(_said(one, others) for one, others in added)

    def _own(self, words: str, *, prefix: bool = False) -> list[Plan]:
        """Return what to look for as it was typed."""
        leaf = _leaf(words, self.languages, self.vocabulary, prefix=prefix)
        return [leaf] if leaf is not None else []


def _said(one: synonyms.Meant, others: Sequence[synonyms.Term]) -> Also:
    return Also(one.words, tuple(group.name for group in one.groups), tuple(dict.fromkeys(term.words for term in others)))


def _pieces(
    planned: Planned,
    added: Sequence[tuple[synonyms.Meant, Sequence[synonyms.Term]]],
    parted: Mapping[int, Sequence[PlannedPiece]],
    vocabulary: Vocabulary,
) -> Iterator[PlannedPiece]:
    """Give the pieces, those that are one expression made one, which holds where any of the others does, and the parts of others."""
    starts = {one.start: (one, others) for one, others in added}
    at = 0
    while at < len(planned.pieces):
        if at in starts:
            one, others = starts[at]
            yield _one_of(planned.pieces[at : one.end], one.words, _leaves(others, vocabulary))
            at = one.end
        else:
            yield from parted.get(at, planned.pieces[at : at + 1])
            at += 1


def _one_of(own: Sequence[PlannedPiece], words: str, leaves: Sequence[Leaf]) -> PlannedPiece:
    """Return pieces that are one expression as one, which holds where these do or any of what means the same."""
    plans = [piece.plan for piece in own if piece.plan is not None]
    direct = [AllOf(tuple(plans))] if len(plans) > 1 else plans
    piece = Piece(own[0].piece.node, tuple(span for each in own for span in each.piece.spans))
    return PlannedPiece(piece, Reading(How.ALL, inner=tuple(piece.reading for piece in own)), _either([*direct, *leaves], words))


def _either(plans: Sequence[Plan], said: str) -> Plan:
    return AnyOf(tuple(plans), said=said) if len(plans) > 1 else plans[0]


def _leaves(others: Sequence[synonyms.Term], vocabulary: Vocabulary) -> list[Leaf]:
    """Return what to look for, each in the forms that its language has."""
    return [leaf for term in others if (leaf := _leaf(term.words, [term.language], vocabulary)) is not None]


def _leaf(words: str, languages: Sequence[str], vocabulary: Vocabulary, *, prefix: bool = False) -> Leaf | None:
    """Return what to look for, in any of its forms alike: nobody typed one of them."""
    leaf = leaf_of(Light(words, prefix=prefix), languages, shown=words, vocabulary=vocabulary)
    return replace(leaf, written="") if leaf is not None else None
