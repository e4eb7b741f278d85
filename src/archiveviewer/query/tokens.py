"""Cuts what was typed into words, quotes, fields, brackets and signs. There is no wrong input."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from archiveviewer.text.chunks import end_of_number

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
    "has": "has",
}
"""The names that fields are typed by -> the name of the field."""

_LONGEST_FIELD = 12
"""More than the longest of them with its colon."""


class Sign(Enum):
    """The kinds of token."""

    OPEN = auto()
    CLOSE = auto()
    OR = auto()
    NOT = auto()
    NEAR = auto()
    WORD = auto()
    QUOTE = auto()
    FIELD = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the question, from `start` to `end` in it. `open_end` says that nothing closed it: it may still be being typed."""

    sign: Sign
    start: int
    end: int
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
            continue
        token = _token(text, at)
        at = token.end
        if token.sign is not Sign.NOT or _negates(text, token):
            yield token


def _token(text: str, at: int) -> Token:
    character = text[at]
    if character in "()":
        return Token(Sign.OPEN if character == "(" else Sign.CLOSE, at, at + 1)
    if character in QUOTES:
        end, quote, closed = _quote(text, at)
        return Token(Sign.QUOTE, at, end, quote, open_end=not closed)
    if character == "-":
        return Token(Sign.NOT, at, _end_of(text, at, "-"))
    if character == "~":
        return Token(Sign.NEAR, at, _end_of(text, at, "~"))
    return _word_or_field(text, at)


def _negates(text: str, dash: Token) -> bool:
    """Whether a dash stands before something, and is not one between words, as after the quote in `"THE"-Multiprogramming`."""
    before, after = text[dash.start - 1 : dash.start], text[dash.end : dash.end + 1]
    return before not in QUOTES and bool(after) and not after.isspace() and after != ")"


def _word_or_field(text: str, at: int) -> Token:
    name, colon, _ = text[at : at + _LONGEST_FIELD].partition(":")
    field = FIELDS.get(name.casefold()) if colon else None
    if field:
        start = at + len(name) + 1
        if start < len(text) and text[start] in QUOTES:
            end, value, closed = _quote(text, start)
            return Token(Sign.FIELD, at, end, value, field=field, quoted=True, open_end=not closed)
        end = _end_of_word(text, start)
        if end > start:
            return Token(Sign.FIELD, at, end, text[start:end], field=field, open_end=end == len(text))
    end = _end_of_word(text, end_of_number(text, at))  # 203 671 is one number, with spaces between its digits
    word = text[at:end]
    return Token(Sign.OR, at, end) if word == "OR" else Token(Sign.WORD, at, end, word, open_end=end == len(text))


def _end_of_word(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace() and text[at] not in "()" and text[at] not in QUOTES:
        at += 1
    return at


def _end_of(text: str, at: int, sign: str) -> int:
    while at < len(text) and text[at] == sign:
        at += 1
    return at


def _quote(text: str, at: int) -> tuple[int, str, bool]:
    """Return where the quote that begins at `at` ends, what it holds, and whether it is closed."""
    end = at + 1
    while end < len(text) and text[end] not in QUOTES:
        end += 1
    return min(end + 1, len(text)), text[at + 1 : end].strip(), end < len(text)
