"""Russian words in all their cases, as patterns: names of countries are written in every one of them."""

from __future__ import annotations

import re

_CASES = (
    (("ый", "ий"), "(?:[ыи]й|ого|его|ому|ему|[ыи]м|ом|ем)"),
    (("ая", "яя"), "(?:ая|яя|ой|ей|ую|юю)"),
    (("ое",), "(?:ое|ого|ому|ым|ом)"),
    (("ые", "ие"), "(?:[ыи]е|[ыи]х|[ыи]ми?)"),
    (("ия",), "и(?:я|и|ю|ей)"),
    (("а",), "(?:а|ы|и|е|у|ой|ою|ей|ею)"),
    (("я",), "(?:я|и|е|ю|ей|ею)"),
    (("й",), "(?:й|я|ю|ем|е)"),
    (("ь",), "(?:ь|я|ю|ем|ём|и|ью|е)"),
    (("ы",), "(?:ы|ов|ам|ами|ах)?"),
    (tuple("бвгджзклмнпрстфхцчшщ"), "{last}(?:а|у|е|ом|ем)?"),
)
"""How nouns and adjectives change their ends, by the end of the first case; other ends never change."""
_SHORTEST = 3


def of(word: str) -> str:
    """Return the pattern of a Russian word in all its cases; letters in a row (США) and short words never change."""
    if len(word) < _SHORTEST or word.isupper():
        return re.escape(word)
    for ends, cases in _CASES:
        end = next((end for end in ends if word.endswith(end)), None)
        if end:
            return re.escape(word.removesuffix(end)) + cases.replace("{last}", end)
    return re.escape(word)
