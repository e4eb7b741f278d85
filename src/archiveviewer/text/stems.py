"""Finds the stem of a term in a language, through Snowball where it has the language.

A term is only stemmed by a language that is written in its script: an English word on an Arabic page stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from threading import Lock

import Stemmer

from archiveviewer.text import arabic
from archiveviewer.text.normal import SEPARATOR, fold
from archiveviewer.text.scripts import script

_SNOWBALL = {
    **{"ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english", "eo": "esperanto"},
    **{"es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish"},
    **{"hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian"},
    **{"nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pl": "polish", "pt": "portuguese"},
    **{
        "ro": "romanian",
        "ru": "russian",
        "sr": "serbian",
        "st": "sesotho",
        "sv": "swedish",
        "ta": "tamil",
        "tr": "turkish",
        "yi": "yiddish",
    },
}
"""The name of each language's algorithm in Snowball. Arabic has its own module."""

_SCRIPTS = {
    **{"ar": "arabic", "fa": "arabic", "ru": "cyrillic", "el": "greek", "hi": "devanagari", "ne": "devanagari"},
    **{"hy": "armenian", "ta": "tamil", "yi": "hebrew"},
}
"""The script of each language that is stemmed and not written in Latin letters."""

_lock = Lock()


def can_stem(language: str | None) -> bool:
    """Whether words of the language can be stemmed at all."""
    return language == "ar" or language in _SNOWBALL


def stem(term: str, language: str | None) -> str:
    """Return the stem of a term in the language; the term itself where there is nothing to take off."""
    return stemming(language or "")(term)


@cache
def stemming(language: str) -> Callable[[str], str]:
    """Return what gives the stem of a term in the language; half the time of reading a new word went into finding it for each."""
    word = _algorithm(language)
    if word is None:
        return str
    written = _Written(language)

    def stemmed(term: str) -> str:
        if not written[term[0]]:
            return term
        with _lock:
            found = word(term)
        return found if found.isascii() and found.islower() else fold(found).replace(SEPARATOR, "") or term

    return stemmed


class _Written(dict[str, bool]):
    """Whether a language is written in the script of a letter, for each letter met so far."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, letter: str) -> bool:
        """Work it out, and remember it; Serbian is in two scripts."""
        name = script(letter)
        own = name == _SCRIPTS.get(self._language, "latin") or (self._language == "sr" and name == "cyrillic")
        self[letter] = found = own and not letter.isdigit()
        return found


def _algorithm(language: str) -> Callable[[str], str] | None:
    """Return the function that takes endings off words of a language."""
    if language == "ar":
        return arabic.stem
    if language not in _SNOWBALL:
        return None
    made: Callable[[str], str] = Stemmer.Stemmer(_SNOWBALL[language], 0).stemWord
    return made
