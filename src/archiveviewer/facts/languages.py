"""Languages as listings and file names call them."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from archiveviewer import assets


@cache
def language_names() -> dict[str, str]:
    """Return what pages call languages (small letters) -> ISO 639-1."""
    with assets.data("listings.toml").open("rb") as source:
        table: dict[str, str] = tomllib.load(source)["languages"]
    return {name: code for code, said in table.items() for name in said.split("|")}


_CODES = {"eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "esp": "es", "rus": "ru", "ara": "ar", "chi": "zh", "zho": "zh", "por": "pt"}


def language_in_name(name: str) -> str | None:
    """Return the language that a file name says at its end or in a word ("decision-fr", "Analysis_English"), or None."""
    parts = [part.casefold() for part in re.split(r"[\W_\d]+", name) if part]
    named = [language_names()[part] for part in parts if part in language_names()]
    if named:
        return named[-1]
    last = parts[-1] if parts else ""
    return last if last in set(language_names().values()) else _CODES.get(last)
