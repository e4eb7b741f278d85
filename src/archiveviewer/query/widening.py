"""Plans a question once more with words of the trade that mean the same, in all languages of the library.

What has the words as typed comes first and is found by the plan as it was; the wider one adds what only says it otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from archiveviewer.query import synonyms, terms
from archiveviewer.query.nodes import Piece
from archiveviewer.query.plan import AllOf, AnyOf, Leaf, Plan, Planned, PlannedPiece
from archiveviewer.records import Also, How, Light, Reading, SearchRequest

_MOST = 24
"""Expressions that are asked for beside those of a question: each costs time."""


@dataclass(frozen=True, slots=True)
class Wider:
    """The wider plan, and what was added to it."""

    planned: Planned
    also: tuple[Also, ...]


def wider(planned: Planned, request: SearchRequest, languages: Sequence[str], *, vocabulary: terms.Vocabulary) -> Wider | None:
    """Return the wider plan; None when nothing is to be added, as the question or the library has no such words."""
    if not request.also:
        return None
    typing = request.typing and not request.text.rstrip().endswith("*")
    found = [one for one in synonyms.meant([one.piece.node for one in planned.pieces], typing=typing) if _left(one, request.without)]
    added = [(one, others) for one in found if (others := _others(one, languages, vocabulary, most=_MOST // len(found)))]
    if not added:
        return None
    pieces = tuple(_pieces(planned, added, vocabulary))
    return Wider(replace(planned, pieces=pieces), tuple(_said(one, others) for one, others in added))


def _left(one: synonyms.Meant, without: Collection[str]) -> bool:
    return any(group.name not in without for group in one.groups)


def _others(one: synonyms.Meant, languages: Sequence[str], vocabulary: terms.Vocabulary, *, most: int) -> tuple[synonyms.Term, ...]:
    known = vocabulary.known(synonyms.stems(one, languages))
    return synonyms.others(one, languages, known=known, most=most)


def _said(one: synonyms.Meant, others: Sequence[synonyms.Term]) -> Also:
    return Also(one.words, tuple(group.name for group in one.groups), tuple(dict.fromkeys(term.words for term in others)))


def _pieces(
    planned: Planned, added: Sequence[tuple[synonyms.Meant, Sequence[synonyms.Term]]], vocabulary: terms.Vocabulary
) -> Iterator[PlannedPiece]:
    """Give the pieces, those that are one expression made one, which holds where any of the others does."""
    at = 0
    for one, others in added:
        yield from planned.pieces[at : one.start]
        own = planned.pieces[one.start : one.end]
        plans = [piece.plan for piece in own if piece.plan is not None]
        direct = [AllOf(tuple(plans))] if len(plans) > 1 else plans
        leaves = [leaf for term in others if (leaf := _leaf(term, vocabulary)) is not None]
        piece = Piece(own[0].piece.node, tuple(span for each in own for span in each.piece.spans))
        yield PlannedPiece(piece, Reading(How.ALL, inner=tuple(piece.reading for piece in own)), _either([*direct, *leaves], one.words))
        at = one.end
    yield from planned.pieces[at:]


def _either(plans: Sequence[Plan], said: str) -> Plan:
    return AnyOf(tuple(plans), said=said) if len(plans) > 1 else plans[0]


def _leaf(term: synonyms.Term, vocabulary: terms.Vocabulary) -> Leaf | None:
    """Return what to look for, in the forms that the language of the expression has."""
    found = terms.asked(term.words, [term.language], exact=False, prefix=False, vocabulary=vocabulary)
    if found is None:
        return None
    return Leaf(
        Light(term.words), term.words, found.documents, beginning=found.beginning, opening=found.opening, pages=found.pages,
        whole=found.whole, sure=found.sure,
    )  # fmt: skip
