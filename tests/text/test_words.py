"""Words are cut in a quick way and in the way of the patterns, and their terms are the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiveviewer.text import analysis
from archiveviewer.text.chunks import chunks
from archiveviewer.text.words import words

SIGNS = "aZbß é_ÀµªÆ²¼÷×-.,' \n\r\t019\x00\x1c\x85\xa0\xad’‐“œж地"


def _terms(found: list[str]) -> list[str]:
    return [term for word in found for term in analysis.terms(word)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Mines are cleared.", "the mines are cleared"),
        ("203,671 mines; 1 234 567 m² on 1 January 2010", "203671 mines 1234567 m² on 1 january 2010"),
        ("1,00,000 or 10.500 or 12'000", "100000 or 10500 or 12000"),
        ("203,671km of 1234,567", "203671 km of 1234 567"),
        ("Article 5 203,671 mines", "article 5 203671 mines"),
        ("demi-\nning, Guinea-\nBissau", "demining demi ning guinea bissau"),
        ("a-\nb-\nb c-\r\n  d", "abb a b b cd c d"),
        ("203,671-\nmine and 2-\n3", "203671 mine and 2 3"),
        ("l’eau “déminée” et l'été", "l eau déminée et l été"),
        ("S/2025/194 APLC_MSP_14", "s 2025 194 aplc_msp_14"),
        ("ground\u00adwork", "ground\u00adwork"),
        ("ŒUVRE Łódź", "ŒUVRE Łódź"),
        ("地雷", "地雷"),
        ("", ""),
    ],
)
def test_words_of(text: str, expected: str) -> None:
    assert words(text) == expected.split()


@given(st.one_of(st.text(alphabet=SIGNS, max_size=50), st.text(max_size=40)))
@settings(max_examples=500)
def test_they_give_the_terms_of_the_chunks(text: str) -> None:
    assert _terms(words(text)) == _terms(chunks(text))
