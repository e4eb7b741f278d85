"""Languages as listings and file names call them."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from archiveviewer import assets


@cache
def language_names() -> dict[str, str]:
    """Return what pages call languages (small letters) -> ISO 639-1."""
    table: dict[str, str] = tomllib.loads(assets.text("listings.toml"))["languages"]
    return {name: code for code, said in table.items() for name in said.split("|")}


_CODES = {
    "ara": "ar", "chi": "zh", "deu": "de", "eng": "en", "esp": "es", "fas": "fa", "fra": "fr", "fre": "fr", "ger": "de", "khm": "km",
    "lao": "lo", "per": "fa", "por": "pt", "prs": "fa", "pus": "ps", "rus": "ru", "spa": "es", "tha": "th", "tur": "tr", "ukr": "uk",
    "vie": "vi", "zho": "zh",
}  # fmt: skip


_OTHER_WORDS = frozenset(("da", "el", "it", "my", "ne", "no", "si", "so"))
"""Codes of languages that at the end of a file's name are words of their own: "Decision no"."""


def language_in_name(name: str) -> str | None:
    """Return the language that a file name says at its end or in a word ("decision-fr", "Analysis_English"), or None."""
    parts = [part.casefold() for part in re.split(r"[\W_\d]+", name) if part]
    named = [language_names()[part] for part in parts if part in language_names()]
    return named[-1] if named else language_of_word(parts[-1]) if parts else None


def language_of_word(word: str) -> str | None:
    """Return the language that a word in small letters is the name or code of, or None."""
    if word in language_names():
        return language_names()[word]
    return word if word in _two_letters() else _CODES.get(word)


@cache
def _two_letters() -> frozenset[str]:
    return frozenset(language_names().values()) - _OTHER_WORDS
