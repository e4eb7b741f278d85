"""Judges how far the text of a page can be trusted, from the signs that a wrong reading leaves in it.

A font whose letters are mapped wrongly, or not at all, gives text that looks nothing like the page: letters of two scripts in one
word, vowel signs before their consonant, replacement characters, Latin letters where Khmer is seen. Bullets and rules drawn
with odd characters between words are no such sign: they are on every second page that Word has made.
"""

from __future__ import annotations

import re

from archiveviewer.records import Health
from archiveviewer.text.common_words import clear_language

_LETTER = re.compile(r"[^\W\d_]")
_UNREAD = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_MANY_UNREAD = 20

_STRAY = "\ue000-\uf8ff\x00-\x08\x0b\x0e-\x1f\x7f-\x9f"
_EXTENDED = "\u0100-\u024f"
_COMPLEX = "\u0590-\u06ff\u0900-\u0dff\u0e01-\u0eff\u1000-\u109f\u1780-\u17d3"
_EASTERN = "\u0660-\u0669\u06f0-\u06f9"
_VOWELS = (
    ("\u1780-\u17d3", "\u17b6-\u17d1"),
    ("\u1000-\u109f", "\u102b-\u103e"),
    ("\u0e01-\u0e4e", "\u0e30-\u0e3a\u0e47-\u0e4e"),
    ("\u0900-\u097f", "\u093e-\u094d"),
    ("\u0600-\u06ff\ufb50-\ufefc", "\u0629"),
)
"""For Khmer, Burmese, Thai, Devanagari and Arabic: the letters, and signs that never begin a word, unless it is written backwards."""

_CLUES = (
    "(?<=\ufffd)",
    rf"(?<=[^\W\d_][{_STRAY}])(?=[^\W\d_])",
    f"(?<=[{_EXTENDED}])(?:(?=[{_COMPLEX}])|(?<=[{_COMPLEX}].))",
    *(f"(?<=[{signs}])(?<![{letters}\u200b-\u200f].)(?=[{letters}])" for letters, signs in _VOWELS),
    f"(?<=[{_EASTERN}])(?:(?=[0-9])|(?<=[0-9].))",
    "(?<=[\u00c2\u00c3\u00d0\u00d1\u00d8\u00d9][\u0080-\u00bf])|(?<=\u00e2\u20ac)",
    r"(?<=\()cid:[0-9]+\)",
)
"""What was not read, inside a word; Latin letters of a wrong map inside words of another script; signs at the beginning of a word;
two kinds of digits in one number; one encoding read as another; letters named by number.
"""

_SUSPECTS = f"\ufffd{_STRAY}{_EXTENDED}{''.join(signs for _, signs in _VOWELS)}{_EASTERN}\u0080-\u00bf\u20ac("
_SIGNS = re.compile(f"[{_SUSPECTS}](?:{'|'.join(_CLUES)})", re.DOTALL)

_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if chr(code) not in "\t\n\f\r")
_SAMPLE = 3000
_GARBLED_SHARE = 0.03
_PARTIAL_SHARE = 0.004
_FEWEST = 3

_START = 400
_SHORTEST = 20
_SOUP = (
    (re.compile("[a-z][A-Z]"), 0.05),
    (re.compile("[bcdfghjklmnpqrstvwxz]{5}"), 0.03),
    (re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]"), 0.3),
)
"""What fills a text in Latin letters that stand for another script, and the share of it from which it must be that."""


def judge(text: str) -> Health:
    """Return none for a text without letters, garbled or partial for one with signs of a wrong reading, else good."""
    if not _LETTER.search(text):
        return Health.GARBLED if len(_UNREAD.findall(text)) >= _MANY_UNREAD else Health.NONE
    sample = text[:_SAMPLE]
    signs = 0 if _is_plain(sample) else len(_SIGNS.findall(sample))
    if signs > _GARBLED_SHARE * len(sample) or _is_soup(text[:_START]):
        return Health.GARBLED
    return Health.PARTIAL if signs >= _FEWEST and signs > _PARTIAL_SHARE * len(sample) else Health.GOOD


def _is_plain(sample: str) -> bool:
    """Whether the sample has none of the characters of which signs are made; most English pages have not."""
    return sample.isascii() and "(cid:" not in sample and len(sample.encode().translate(None, _CONTROLS)) == len(sample)


def _is_soup(start: str) -> bool:
    """Whether the text is in Latin letters by accident: written with a font that drew something else."""
    if len(start) < _SHORTEST:
        return False
    return any(len(sign.findall(start)) > share * len(start) for sign, share in _SOUP) and clear_language(start) is None
