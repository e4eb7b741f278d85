"""The English names of languages, and the codes that stand for them."""

from __future__ import annotations

import tomllib
from functools import cache

from archiveviewer import assets


def language_name(code: str) -> str:
    """Return the English name of a language; the code itself when it is not known."""
    return next((name.capitalize() for name, other in _languages().items() if other == code), code)


def language_code(name: str) -> str | None:
    """Return the code in ISO 639-1 of a language by its name, in any case; None when it is not known."""
    return _languages().get(name.casefold())


@cache
def _languages() -> dict[str, str]:
    with assets.data("listings.toml").open("rb") as source:
        table: dict[str, str] = tomllib.load(source)["languages"]
    return {name: code for code, said in table.items() for name in said.split("|")}
