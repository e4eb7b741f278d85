"""Where words and phrases are lit in a text as written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiveviewer.records import Light
from archiveviewer.text.spans import find


@pytest.mark.parametrize(
    ("text", "language", "light", "lit"),
    [
        ("Mines, and the mine.", "en", Light("mine"), ["Mines", "mine"]),
        ("Mines, and the mine.", "en", Light("mine", exact=True), ["mine"]),
        ("the survivors survive", "en", Light("surviv", prefix=True), ["survivors", "survive"]),
        (
            "not later than\n1\u00a0January\u00a02010.",
            "en",
            Light("not later than 1 January 2010", exact=True),
            ["not later than\n1\u00a0January\u00a02010"],
        ),
        ("anti-personnel and personnel", "en", Light("anti-personnel"), ["anti-personnel"]),
        ("de l’eau potable", "fr", Light("l'eau"), ["l’eau"]),
        ("humanitarian demi-\nning", "en", Light("demining"), ["demi-\nning"]),
        ("destroyed 203\u00a0671 mines", "en", Light("203,671"), ["203\u00a0671"]),
        ("3 km² cleared", "en", Light("km2"), ["km²"]),
        ("الأَلْغام والألغام", "ar", Light("ألغام"), ["الأَلْغام", "والألغام"]),
        ("集束弹药和地雷炸弹", "zh", Light("地雷"), ["地雷"]),
        ("集束弹药和地雷炸弹", "zh", Light("雷"), ["雷炸"]),
        ("集束弹药和地雷炸弹", "zh", Light("束弹药"), ["束弹药"]),
        ("អំពីមីន និងមីន\u200bប្រឆាំង", "km", Light("មីន"), ["មីន", "មីន"]),
        ("ทุ่นระเบิดสังหาร", "th", Light("ระเบิด"), ["ระเบิด"]),
        ("대인지뢰를 제거", "ko", Light("지뢰"), ["지뢰"]),
        ("Мины и минами", "ru", Light("мина"), ["Мины", "минами"]),
        ("nothing here", "en", Light("!!!"), []),
    ],
)
def test_what_is_lit(text: str, language: str, light: Light, lit: list[str]) -> None:
    assert [text[start:end] for start, end in find(text, language, [light])] == lit


def test_lights_that_overlap_become_one_span() -> None:
    assert find("one two three", "en", [Light("one two"), Light("two three"), Light("two")]) == ((0, 13),)


def test_a_question_in_another_language_of_the_library_lights_its_stem() -> None:
    assert find("the min is set", "en", [Light("mines")]) == ()
    assert find("the min is set", "en", [Light("mines")], languages=["fr"]) == ((4, 7),)


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=80), words=st.text(max_size=10))
def test_spans_are_sorted_and_apart(text: str, words: str) -> None:
    spans = find(text, None, [Light(words, prefix=True), Light(text[:5])])
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
