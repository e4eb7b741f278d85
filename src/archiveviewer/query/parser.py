"""Reads a question: words, "phrases", -not, OR, brackets, word*, and fields such as country:KHM.

Words stand for all of them; OR joins its two neighbours, so `mines Laos OR Cambodia` is mines and one of the two. What is not
closed is closed at the end, what closes nothing is passed over. A question is cut at 512 characters and 32 terms, and says so.
"""

from __future__ import annotations

from archiveviewer.query.nodes import And, Field, Node, Not, Or, Phrase, Question, Word
from archiveviewer.query.tokens import FIELDS, Sign, Token, tokens

MOST_CHARACTERS = 512
MOST_TERMS = 32
MOST_BRACKETS = 20

_TERMS = (Sign.WORD, Sign.QUOTE, Sign.FIELD)


def parse(text: str, *, typing: bool = False) -> Question:
    """Return how `text` reads; with `typing` its last word is still being typed, and counts as a prefix from two letters on."""
    notes = []
    if len(text) > MOST_CHARACTERS:
        notes.append(f"only the first {MOST_CHARACTERS} characters are used")
        typing = False
    found = list(tokens(text[:MOST_CHARACTERS]))
    kept = _first_terms(found)
    if len(kept) < len(found):
        notes.append(f"only the first {MOST_TERMS} terms are used")
        typing = False
    parser = _Parser(kept, typing=typing)
    node = parser.read()
    return Question(text, node, notes=(*notes, *parser.notes))


def _first_terms(found: list[Token]) -> list[Token]:
    terms = 0
    for at, token in enumerate(found):
        terms += token.sign in _TERMS
        if terms > MOST_TERMS:
            return found[:at]
    return found


class _Parser:
    """Goes through the tokens once."""

    def __init__(self, found: list[Token], *, typing: bool) -> None:
        self._tokens = found
        self._at = 0
        self._depth = 0
        self._typed = len(found) - 1 if typing and found and found[-1].open_end else -1
        self._many = sum(token.sign in _TERMS for token in found) > 1
        self.notes: list[str] = []

    def read(self) -> Node | None:
        """Read up to the bracket that closes, or the end."""
        nodes: list[Node] = []
        joined = False
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.sign is Sign.CLOSE:
                if self._depth:
                    break
                self._at += 1
            elif token.sign is Sign.OR:
                joined = bool(nodes)
                self._at += 1
            else:
                node = self._one()
                if node is None:
                    continue
                nodes[-1:] = [_either(nodes[-1], node)] if joined else [*nodes[-1:], node]
                joined = False
        return _both(nodes)

    def _one(self) -> Node | None:
        negated = False
        while self._at < len(self._tokens) and self._tokens[self._at].sign is Sign.NOT:
            negated = True
            self._at += 1
        if self._at == len(self._tokens) or self._tokens[self._at].sign in (Sign.CLOSE, Sign.OR):
            return None
        node = self._bracket() if self._tokens[self._at].sign is Sign.OPEN else self._term()
        return _without(node) if node is not None and negated else node

    def _bracket(self) -> Node | None:
        self._at += 1
        if self._depth == MOST_BRACKETS:
            note = f"brackets deeper than {MOST_BRACKETS} are passed over"
            if note not in self.notes:
                self.notes.append(note)
            return None
        self._depth += 1
        node = self.read()
        self._depth -= 1
        self._at += 1
        return node

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
        return Word(bare, prefix=bare != text)


def _long_enough(text: str) -> bool:
    """Whether the last word of `text` has the two letters from which it counts as a prefix."""
    return len(text.rsplit(maxsplit=1)[-1]) > 1


def _both(nodes: list[Node]) -> Node | None:
    flat: list[Node] = []
    for node in nodes:
        flat.extend(node.nodes if isinstance(node, And) else [node])
    return And(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None


def _either(one: Node, other: Node) -> Node:
    return Or((*(one.nodes if isinstance(one, Or) else (one,)), *(other.nodes if isinstance(other, Or) else (other,))))


def _without(node: Node) -> Node:
    return node.node if isinstance(node, Not) else Not(node)
