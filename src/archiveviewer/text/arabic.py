"""Finds the stem of an Arabic word, lightly: the article, the small words written on to it, and the common endings go.

Snowball's Arabic stemmer parts words that belong together (mines, with and without the article: `الألغام` gives الغام but `ألغام`
gives غام), because it takes one article off and no more. Here every rule is used until none fits, so that all forms of a word that
differ only in what is written on to it meet in the same stem.
"""

from __future__ import annotations

import re

_PREFIX = re.compile("(?:[وف]?(?:ال|بال|كال|لل)(?=..)|و(?=...)|[بكلف](?=.{5}))")
_SUFFIX = re.compile("(?:هما|تها|اتها|ات|ان|ين|ون|ها|هم|هن|يه|نا|ه|ي)$")
_SHORTEST = 3


def stem(word: str) -> str:
    """Return the stem of a folded Arabic word, at least three letters long where the word is."""
    word = _without_prefixes(word)
    while (match := _SUFFIX.search(word, _SHORTEST)) is not None:
        word = word[: match.start()]
    return word


def _without_prefixes(word: str) -> str:
    """Take conjunctions, prepositions and articles off the front until none is left."""
    while (match := _PREFIX.match(word)) is not None and len(word) - match.end() >= _SHORTEST - 1:
        word = word[match.end() :]
    return word
