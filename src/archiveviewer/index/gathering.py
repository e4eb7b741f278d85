"""Gathers the terms of a whole document for the row by which it is found and ranked.

Each term stands in the row once, or a few times more when the document has it often: BM25 counts, and a hundredth mention says
little. A stem that the document also has as a written form is kept as that form only; a question asks for both. FTS5 cannot rank
in a contentless table with less than full detail (its positions come from the content, so BM25 is 0 for every row), and this keeps
full detail small.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_LENGTHS = (2, 3, 4)
"""Of longer beginnings there are few enough words to go through them all."""
_MOST = 63
_TIMES = (1, *(min(6, number.bit_length()) for number in range(1, _MOST + 1)))
"""How often a term is written that a document has so many times."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Terms joined by spaces: written forms, the stems that are none of these, and the beginnings of the written forms."""

    exact: str
    stems: str
    beginnings: str


def gathered(exact: Iterable[str], stems: Iterable[str]) -> Gathered:
    """Return the terms of a document from those of its pages."""
    forms = dict.fromkeys(" ".join(exact).split())
    counts = Counter(" ".join(stems).split())
    written = " ".join([_repeated(form, counts.get(form, 1)) for form in forms])
    unwritten = " ".join([_repeated(stem, count) for stem, count in counts.items() if stem not in forms])
    return Gathered(written, unwritten, beginnings(forms))


def beginnings(forms: Iterable[str]) -> str:
    """Return the first two, three and four letters of all forms, each once."""
    found = list(forms)
    return " ".join(set().union(*([form[:length] for form in found] for length in _LENGTHS)))


def _repeated(term: str, count: int) -> str:
    return term if count == 1 else " ".join([term] * _TIMES[min(count, _MOST)])
