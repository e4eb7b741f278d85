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

_LENGTHS = (2, 3)
"""Of longer beginnings there are few enough words to go through them all."""
_MOST_TIMES = 6


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
    unwritten = [stem for stem in counts if stem not in forms]
    again = [(term, min(count.bit_length(), _MOST_TIMES) - 1) for term, count in counts.items() if count > 1]
    forms_again = [term for term, times in again if term in forms for _ in range(times)]
    stems_again = [term for term, times in again if term not in forms for _ in range(times)]
    return Gathered(" ".join([*forms, *forms_again]), " ".join(unwritten + stems_again), beginnings(forms))


def beginnings(forms: Iterable[str]) -> str:
    """Return the first two and the first three letters of all forms, each once."""
    found = list(forms)
    return " ".join(set().union(*([form[:length] for form in found] for length in _LENGTHS)))
