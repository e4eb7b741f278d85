"""By which of its words a phrase is looked for in a large library."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from archiveviewer.query.terms import leaf_of
from archiveviewer.query.vocabulary import NoVocabulary
from archiveviewer.records import Light

COMMON = {
    "of": 1.0,
    "the": 1.0,
    "not": 0.8,
    "than": 0.7,
    "mine": 0.6,
    "mines": 0.4,
    "later": 0.25,
    "areas": 0.2,
    "clear": 0.1,
    "snagging": 0.01,
}


class Known(NoVocabulary):
    """A large library of which only is known on which part of its pages a word stands."""

    def commonness(self, stems: Collection[str]) -> float:
        """Return the sum of all."""
        return sum(COMMON.get(stem, 0.0) for stem in stems)


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("areas clear", '"areas" + "clear"'),
        ("clear of the areas", 'NEAR("clear" "areas", 2)'),
        ("the areas of later clear", 'NEAR("areas" "later" "clear", 2)'),
        ("of the snagging not than", '"snagging" + "not"'),
        ("of the clear not than", '"clear" + "not" + "than"'),
        ("the mines of the mine", '"the" + "mines" + "of"'),
        ("the mine", '"the" + "mine"'),
    ],
)
def test_a_phrase_is_looked_for_by_words_that_tell(words: str, pages: str) -> None:
    found = leaf_of(Light(words, exact=True), (), shown=words, vocabulary=Known())
    assert found is not None
    assert found.pages == pages
    assert not found.sure
