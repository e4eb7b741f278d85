"""The language and the digits in which the window speaks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QLocale

NBSP = "\u00a0"


def locale() -> QLocale:
    """Return the locale of the interface; where none is set, English with grouped digits."""
    return _locale(QLocale().name())


@lru_cache(maxsize=8)
def _locale(name: str) -> QLocale:
    """Return the locale of a name; asking Qt for its language each time costs as much as saying a date."""
    chosen = QLocale(name)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom) if chosen.language() == QLocale.Language.C else chosen


def speak_english() -> None:
    """Say dates and numbers in English, as all other words: Arabic ones inside English sentences are read in the wrong order."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


def interface_language() -> str:
    """Return the language of the interface (ISO 639-1)."""
    code = QLocale().name().partition("_")[0]
    return "en" if code == "C" else code


def first_language(languages: Sequence[str]) -> str:
    """Return the language in which countries are named: the first of those that a person reads, else that of the interface."""
    return next((one for one in languages if one != "C"), interface_language())
