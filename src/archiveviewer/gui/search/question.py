"""A question as the window holds it: the words in the field, the filters beside it, and how the words are to be taken."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

_NEEDS_QUOTES = re.compile(r"[\s()\"]")
_LATIN = 0x250


class Match(StrEnum):
    """How the words are taken: all first and then most of them, only documents with all, or as one phrase."""

    MOST = "most"
    ALL = "all"
    PHRASE = "phrase"


class Order(StrEnum):
    """In which order documents are listed."""

    BEST = "best"
    NEWEST = "newest"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Filter:
    """One value of a field, to be kept to or, with `out`, to be left out; `label` is the value in words."""

    field: str
    value: str
    label: str
    out: bool = False

    def __str__(self) -> str:
        value = f'"{self.value}"' if _NEEDS_QUOTES.search(self.value) else self.value
        return f"{'-' if self.out else ''}{self.field}:{value}"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `text` is what stands in the field.

    With `also` words that mean the same count too, in all languages, but not those of the groups named in `also_not`.
    """

    text: str = ""
    filters: tuple[Filter, ...] = ()
    match: Match = Match.MOST
    order: Order = Order.BEST
    also: bool = False
    also_not: tuple[str, ...] = ()

    @property
    def query(self) -> str:
        """The question in the language of the search: fields and then words, so that the last word may still be typed."""
        words = self.text.strip()
        if self.match is Match.PHRASE and words and '"' not in words:
            words = f'"{words}"'
        return " ".join([*map(str, self.filters), *([words] if words else [])])

    @property
    def worth_asking(self) -> bool:
        """Whether there is enough to search for: two letters, one of a script where a letter can be a word, or a filter."""
        words = self.text.strip()
        return bool(self.filters) or len(words) > 1 or any(ord(char) >= _LATIN for char in words)

    @property
    def being_typed(self) -> bool:
        """Whether the last word may go on."""
        return bool(self.text) and (_in_word(self.text[-1]) or self.text[-1] == ":") and self.match is not Match.PHRASE

    @property
    def as_prefix(self) -> Question:
        """The question with a last word that may go on named as a prefix."""
        goes_on = self.being_typed and _in_word(self.text[-1]) and not self.text[-1].isdigit()
        return replace(self, text=f"{self.text}*") if goes_on else self

    def filters_of(self, field: str) -> tuple[Filter, ...]:
        """Return the filters of a field: one to keep to, or several to leave out."""
        return tuple(known for known in self.filters if known.field == field)

    def with_filter(self, new: Filter) -> Question:
        """Return the question with a filter in place of any other of its field; several values of a field can be left out."""
        others = tuple(known for known in self.filters if known.field != new.field or (new.out and known.out and known != new))
        return replace(self, filters=(*others, new))

    def without(self, field: str) -> Question:
        """Return the question without the filter of a field."""
        return replace(self, filters=tuple(known for known in self.filters if known.field != field))

    def without_filters(self) -> Question:
        """Return the words alone."""
        return replace(self, filters=())

    def read_back(self, query: str) -> Question:
        """Return the question that `query`, made from this one by leaving something out, stands for: its filters are known again."""
        rest, kept = query.strip(), []
        for known in self.filters:
            if rest == str(known) or rest.startswith(f"{known} "):
                rest = rest[len(str(known)) :].lstrip()
                kept.append(known)
        return replace(self, text=rest, filters=tuple(kept))


def _in_word(char: str) -> bool:
    """Whether a character is a letter, a digit, or a mark on one, such as a vowel of Khmer."""
    return unicodedata.category(char)[0] in "LNM"


def single_words(text: str) -> tuple[str, ...]:
    """Return the plain words of a question that could be left out one by one; none when it has operators or fields."""
    if re.search(r'["()]|(^|\s)-\S|\bOR\b|\w:\S', text):
        return ()
    return tuple(dict.fromkeys(text.split()))
