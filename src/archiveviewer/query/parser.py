"""Reads a question: words, "phrases", -not, OR, brackets, word*, `near ~ by`, and fields such as country:KHM.

Words stand for all of them; OR joins its two neighbours, so `mines Laos OR Cambodia` is mines and one of the two. So does `~`, before
OR does: it takes words, phrases and alternatives of them, and what else stands beside it is looked for anywhere. What is not closed
is closed at the end, what closes nothing is passed over. A question is cut at 512 characters and 32 terms, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archiveviewer.query.nodes import And, Field, Near, Node, Not, Or, Phrase, Piece, Question, Word
from archiveviewer.query.tokens import FIELDS, Sign, Token, tokens
from archiveviewer.records import LeftOut, Remark

MOST_CHARACTERS = 512
MOST_TERMS = 32
MOST_BRACKETS = 20

_FIRST_WITHOUT_SPACES = "\u0900"
"""From here on lie scripts in which one letter can be a word or its beginning; before it nearly all documents have such a word."""
_TERMS = (Sign.WORD, Sign.QUOTE, Sign.FIELD)


def parse(text: str, *, typing: bool = False) -> Question:
    """Return how `text` reads; with `typing` its last word is still being typed, and counts as a prefix from two letters on."""
    notes = []
    if len(text) > MOST_CHARACTERS:
        notes.append(Remark(LeftOut.CHARACTERS, (str(MOST_CHARACTERS),)))
        typing = False
    found = list(tokens(text[:MOST_CHARACTERS]))
    kept = _first_terms(found)
    if len(kept) < len(found):
        notes.append(Remark(LeftOut.TERMS, (str(MOST_TERMS),)))
        typing = False
    parser = _Parser(kept, typing=typing)
    pieces = _flat(parser.read())
    return Question(text, pieces, notes=(*notes, *parser.notes))


def _first_terms(found: list[Token]) -> list[Token]:
    terms = 0
    for at, token in enumerate(found):
        terms += token.sign in _TERMS
        if terms > MOST_TERMS:
            return found[:at]
    return found


@dataclass(frozen=True, slots=True)
class _Read:
    """A node, where it was typed, and, for several that must all hold, each of them."""

    node: Node
    start: int
    end: int
    inner: tuple[Piece, ...] = ()


class _Parser:
    """Goes through the tokens once."""

    def __init__(self, found: list[Token], *, typing: bool) -> None:
        self._tokens = found
        self._at = 0
        self._depth = 0
        self._typed = len(found) - 1 if typing and found and found[-1].open_end else -1
        self._many = sum(token.sign in _TERMS for token in found) > 1
        self.notes: list[Remark] = []

    def read(self) -> list[_Read]:
        """Read up to the bracket that closes, or the end."""
        found: list[_Read] = []
        joined = False
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.sign is Sign.CLOSE:
                if self._depth:
                    break
                self._at += 1
            elif token.sign is Sign.OR:
                joined = bool(found)
                self._at += 1
            else:
                one = self._near()
                if one is None:
                    continue
                found[-1:] = [_either(found[-1], one)] if joined else [*found[-1:], one]
                joined = False
        return found

    def _near(self) -> _Read | None:
        """Read one term or bracket, or several with `~` between them."""
        found: list[_Read] = []
        while self._at < len(self._tokens):
            if self._tokens[self._at].sign is Sign.NEAR:
                self._at += 1
                continue
            one = self._one()
            near = self._at < len(self._tokens) and self._tokens[self._at].sign is Sign.NEAR
            if one is not None:
                found.append(one)
            if not near:
                break
        return self._beside(found) if len(found) > 1 else found[0] if found else None

    def _beside(self, found: Sequence[_Read]) -> _Read:
        """Put words and phrases near each other, and leave what cannot be near anything as it is."""
        start, end = found[0].start, found[-1].end
        signed = [replace(one, end=other.start) for one, other in pairwise(found)]  # with the sign, which goes when it goes
        signed.append(replace(found[-1], start=found[-2].end))
        pieces = _flat(signed)
        near = [piece for piece in pieces if _near_nodes(piece.node)]
        if len(near) < len(pieces):
            self._note(Remark(LeftOut.NEARNESS))
        if sum(any(_near_nodes(piece.node) for piece in _flat([one])) for one in signed) > 1:
            nodes = tuple(node for piece in near for node in _near_nodes(piece.node))
            joined = Piece(Near(nodes), tuple(span for piece in near for span in piece.spans))
            pieces = tuple(joined if piece is near[0] else piece for piece in pieces if piece is near[0] or piece not in near)
        if len(pieces) == 1:
            return _Read(pieces[0].node, start, end)
        return _Read(And(tuple(piece.node for piece in pieces)), start, end, pieces)

    def _one(self) -> _Read | None:
        start = self._tokens[self._at].start
        negated = False
        while self._at < len(self._tokens) and self._tokens[self._at].sign is Sign.NOT:
            negated = True
            self._at += 1
        if self._at == len(self._tokens) or self._tokens[self._at].sign in (Sign.CLOSE, Sign.OR, Sign.NEAR):
            return None
        if self._tokens[self._at].sign is Sign.OPEN:
            read = self._bracket()
        else:
            token = self._tokens[self._at]
            node = self._term()
            read = _Read(node, token.start, token.end) if node is not None else None
        return _Read(_without(read.node), start, read.end, read.inner) if read is not None and negated else read

    def _bracket(self) -> _Read | None:
        start = self._tokens[self._at].start
        self._at += 1
        if self._depth == MOST_BRACKETS:
            self._note(Remark(LeftOut.BRACKETS, (str(MOST_BRACKETS),)))
            return None
        self._depth += 1
        found = self.read()
        self._depth -= 1
        end = self._tokens[self._at].end if self._at < len(self._tokens) else self._tokens[-1].end
        self._at += 1
        node = Question("", _flat(found)).node
        inner = found[0].inner if len(found) == 1 else _flat(found)
        return _Read(node, start, end, inner) if node is not None else None

    def _note(self, note: Remark) -> None:
        if note not in self.notes:
            self.notes.append(note)

    def _term(self) -> Node | None:
        token = self._tokens[self._at]
        typed = self._at == self._typed
        self._at += 1
        if not token.text.strip("*"):
            return None
        if token.sign is Sign.FIELD:
            return Field(token.field, token.text, quoted=token.quoted, prefix=typed)
        if token.sign is Sign.QUOTE:
            return Phrase(token.text, prefix=typed and _long_enough(token.text))
        return self._word(token.text, typed=typed)

    def _word(self, text: str, *, typed: bool) -> Node | None:
        bare = text.rstrip("*")
        if typed and bare.endswith(":") and bare[:-1].casefold() in FIELDS:
            return None
        if typed and bare == text:
            if not _long_enough(bare):
                return None if self._many and bare.isalpha() and bare.isascii() else Word(bare)
            return Word(bare, prefix=True)
        if bare != text and len(bare) == 1 and bare.isalpha() and bare < _FIRST_WITHOUT_SPACES:
            self._note(Remark(LeftOut.BEGINNING, (text, bare)))
            return Word(bare)
        return Word(bare, prefix=bare != text)


def _long_enough(text: str) -> bool:
    """Whether the last word of `text` has the two letters from which it counts as a prefix."""
    return len(text.rsplit(maxsplit=1)[-1]) > 1


def _flat(found: Iterable[_Read]) -> tuple[Piece, ...]:
    """Return what must all hold, without the brackets around some of it."""
    pieces: list[Piece] = []
    for read in found:
        pieces.extend(read.inner if isinstance(read.node, And) else [Piece(read.node, ((read.start, read.end),))])
    return tuple(pieces)


def _either(one: _Read, other: _Read) -> _Read:
    nodes = [node for read in (one, other) for node in (read.node.nodes if isinstance(read.node, Or) else (read.node,))]
    return _Read(Or(tuple(nodes)), one.start, other.end)


def _near_nodes(node: Node) -> tuple[Word | Phrase | Or, ...]:
    """Return what is near something where `node` stands beside a `~`; nothing when it cannot be."""
    match node:
        case Near(nodes):
            return nodes
        case Word() | Phrase():
            return (node,)
        case Or(nodes) if all(isinstance(one, Word | Phrase) for one in nodes):
            return (node,)
        case _:
            return ()


def _without(node: Node) -> Node:
    return node.node if isinstance(node, Not) else Not(node)
