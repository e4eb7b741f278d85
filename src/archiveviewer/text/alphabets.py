"""Tells languages apart that share the Arabic, Cyrillic or Ethiopic script, by the letters that only they use."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LIMIT = 400
"""A letter counts as used when it makes up one in so many letters of the text."""

_ARABIC = (
    ("ps", "ټډړږښڼځڅۍ"),
    ("ug", "ۇۈۋې"),
    ("ur", "ٹڈڑںےھ"),
    ("ku", "ێۆڵڕ"),
    ("fa", "پچژگ"),
)
_CYRILLIC = (
    ("tg", "ӣӯҳҷ"),
    ("kk", "ұәғ"),
    ("ky", "ңҥӊ"),
    ("mn", "өү"),
    ("be", "ў"),
    ("uk", "іїєґ"),
)
_PERSIAN = re.compile("[یک]")
_NOT_PERSIAN = re.compile("[يكىة]")
_TIGRINYA = re.compile("[ኣኸኻኽቐሓ]")
_AMHARIC = re.compile("[አ]")


def arabic(text: str) -> str | None:
    """Return the language of a text in Arabic script; None where Arabic and Persian must be told by their words."""
    own = _first(text, _ARABIC)
    if own is None and len(_PERSIAN.findall(text)) > 2 * len(_NOT_PERSIAN.findall(text)) + 2:
        return "fa"
    return own


def cyrillic(text: str) -> str | None:
    """Return the language of a text in Cyrillic script; None where only its words can tell it."""
    if _used(text, "ј"):
        serbian, macedonian = (sum(map(text.count, letters)) for letters in ("ђћЂЋ", "ѓќѕЃЌЅ"))
        return None if serbian == macedonian else ("sr" if serbian > macedonian else "mk")
    return _first(text, _CYRILLIC) or ("ru" if _used(text, "ыэ") else None)


def ethiopic(text: str) -> str:
    """Return Tigrinya or Amharic."""
    return "ti" if len(_TIGRINYA.findall(text)) > len(_AMHARIC.findall(text)) else "am"


def _first(text: str, letters: Iterable[tuple[str, str]]) -> str | None:
    """Return the first language whose own letters are in use."""
    return next((language for language, own in letters if _used(text, own)), None)


def _used(text: str, letters: str) -> bool:
    """Whether any of the letters, in either case, is used and not only quoted."""
    return sum(text.count(letter) + (text.count(letter.upper()) if letter != letter.upper() else 0) for letter in letters) * _LIMIT > len(
        text
    )
