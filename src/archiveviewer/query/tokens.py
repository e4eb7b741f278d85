"""Cuts what was typed into words, quotes, fields, brackets and signs. There is no wrong input."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

QUOTES = frozenset('"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033')
"""All of these open and close a phrase: what word processors make of a plain quote, and French and German ones."""

FIELDS = {
    "country": "country",
    "lang": "lang",
    "language": "lang",
    "kind": "kind",
    "year": "year",
    "title": "title",
    "folder": "folder",
}
"""The names that fields are typed by -> the name of the field."""


class Sign(Enum):
    """The kinds of token."""

    OPEN = auto()
    CLOSE = auto()
    OR = auto()
    NOT = auto()
    WORD = auto()
    QUOTE = auto()
    FIELD = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the question. `field` names the field; `open_end` says that nothing closed it: it may still be being typed."""

    sign: Sign
    text: str = ""
    field: str = ""
    quoted: bool = False
    open_end: bool = False


def tokens(text: str) -> Iterator[Token]:
    """Give the tokens of `text` in order."""
    at = 0
    while at < len(text):
        character = text[at]
        if character.isspace():
            at += 1
        elif character in "()":
            yield Token(Sign.OPEN if character == "(" else Sign.CLOSE)
            at += 1
        elif character in QUOTES:
            at, quote, closed = _quote(text, at)
            yield Token(Sign.QUOTE, quote, open_end=not closed)
        elif character == "-":
            at = _end_of_dashes(text, at)
            if at < len(text) and not text[at].isspace() and text[at] != ")":
                yield Token(Sign.NOT)
        else:
            at, token = _word_or_field(text, at)
            yield token


def _word_or_field(text: str, at: int) -> tuple[int, Token]:
    name, colon, _ = text[at : at + 12].partition(":")
    field = FIELDS.get(name.casefold()) if colon else None
    if field:
        start = at + len(name) + 1
        if start < len(text) and text[start] in QUOTES:
            end, value, closed = _quote(text, start)
            return end, Token(Sign.FIELD, value, field=field, quoted=True, open_end=not closed)
        end = _end_of_word(text, start)
        if end > start:
            return end, Token(Sign.FIELD, text[start:end], field=field, open_end=end == len(text))
    end = _end_of_word(text, at)
    word = text[at:end]
    return end, Token(Sign.OR) if word == "OR" else Token(Sign.WORD, word, open_end=end == len(text))


def _end_of_word(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace() and text[at] not in "()" and text[at] not in QUOTES:
        at += 1
    return at


def _end_of_dashes(text: str, at: int) -> int:
    while at < len(text) and text[at] == "-":
        at += 1
    return at


def _quote(text: str, at: int) -> tuple[int, str, bool]:
    """Return where the quote that begins at `at` ends, what it holds, and whether it is closed."""
    end = at + 1
    while end < len(text) and text[end] not in QUOTES:
        end += 1
    return min(end + 1, len(text)), text[at + 1 : end].strip(), end < len(text)
