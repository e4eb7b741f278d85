"""A folded sentence, and the way back from it to the text."""

from __future__ import annotations

import pytest

from archiveviewer.facts.reading.context import small
from archiveviewer.facts.wording.shape import COUNTRY, DATE, MEETING, NUMBER, TREATY, YEAR, Shape, shape

LETTERS = {"C": COUNTRY, "D": DATE, "M": MEETING, "N": NUMBER, "T": TREATY, "Y": YEAR}


def folded(text: str) -> Shape:
    """Return a whole text folded."""
    return shape(text, small(text), 0, len(text))


def written(said: str) -> str:
    """Return a shape with a capital letter for each sign."""
    return "".join(next((letter for letter, sign in LETTERS.items() if sign == one), one) for one in said)


@pytest.mark.parametrize(
    ("text", "said", "values"),
    [
        ("Chad ratified the Mine Ban Treaty on 6 May 1999.", "C ratified T on D.", ["TCD", "apmbc", "1999-05-06"]),
        ("It was granted at the Twelfth Meeting of the States Parties.", "it was granted at the M.", ["12MSP"]),
        ("In 2019, 203,671 mines and 3'438'492 fuzes", "in Y, N mines and N fuzes", ["2019", "203671", "3438492"]),
        ("6.6 million mines, 1 millionth", "N mines, N millionth", ["6600000", "1"]),
        ("1.404.819 mines, 338, 356 mines and 5.23km2", "N mines, N mines and Nkm2", ["1404819", "338356", "5.23"]),
        ("922,37 km2 and 12,5 mines", "N km2 and N,5 mines", ["922.37", "12"]),
        ("nine (9) anti-personnel mines in nine areas", "N anti-personnel mines in nine areas", ["9"]),
        ("Article 5 of annex 12, paragraph 3", "article 5 of annex 12, paragraph 3", []),
        ("report A-12, #7 and v2.0 of /8", "report a-12, #7 and v2.0 of /8", []),
        ("Cambodia  and\n  Thailand", "C and C", ["KHM", "THA"]),
        ("İzmir in Türkiye", "izmir in C", ["TUR"]),
    ],
)
def test_signs_stand_for_parts(text: str, said: str, values: list[str]) -> None:
    shaped = folded(text)
    assert written(shaped.text).replace("i̇", "i").replace("İ", "i") == said
    assert [sign.value for sign in shaped.signs] == values


@pytest.mark.parametrize("text", ["Chad  and   Niger\n  signed    it on 6 May  1999 ", "It signed   it", "Chad Niger", "  it"])
def test_every_letter_leads_back_to_its_place(text: str) -> None:
    words = f"Before. {text}"
    shaped = shape(words, small(words), 8, len(words))
    for place, letter in enumerate(shaped.text):
        origin = words[shaped.origin(place)].lower().replace("\n", " ")
        assert letter in LETTERS.values() or letter == origin
    for place, sign in zip(shaped.at, shaped.signs, strict=True):
        assert shaped.origin(place) == 8 + sign.start
    assert shaped.origin(len(shaped.text)) == len(words)
