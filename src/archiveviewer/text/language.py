"""Tells the language of a text, from the text alone: by its script, then by its commonest words, then by a library.

The library is langdetect, loaded only when it is asked. Of those tried on 1,500 characters of 34 languages it is the smallest
(3 MB on disk, 22 MB in memory with the profiles used here) and, once the script is known, made no mistake; but it takes
1 to 4 ms, which is why the commonest words come first (0.05 ms). See the architecture notes for the figures of the others.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from archiveviewer.text import alphabets
from archiveviewer.text.common_words import clear_language
from archiveviewer.text.scripts import letters

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory
_SAMPLE = 1500
_LIBRARY_SAMPLE = 400
_ENOUGH = 10
_ENOUGH_FOR_LIBRARY = 40
_SURE = 0.9
_KANA_SHARE = 10

_OF_SCRIPT = {
    **{"khmer": "km", "thai": "th", "lao": "lo", "burmese": "my", "greek": "el", "hebrew": "he", "armenian": "hy", "georgian": "ka"},
    **{"hangul": "ko", "kana": "ja", "han": "zh", "tamil": "ta", "bengali": "bn", "sinhala": "si", "gujarati": "gu", "telugu": "te"},
    **{"kannada": "kn", "malayalam": "ml", "gurmukhi": "pa", "thaana": "dv", "tibetan": "bo", "mongolian": "mn"},
}
"""Scripts that one language is written in, as far as treaty documents go."""

_LATIN = "en fr es pt de it nl id sw so tr pl ro hr vi cs sk sl hu sv no da fi et lv lt sq tl af ca"
_ASKED = {"latin": _LATIN, "cyrillic": "ru bg uk", "devanagari": "hi ne mr"}
"""The languages that the library chooses from."""

_OTHERWISE = {"arabic": "ar"}
"""The language of a script where nothing speaks for another and the library is not asked."""


def detect(text: str, *, likely: str | None = None) -> str | None:
    """Return the language in ISO 639-1, or None where the text is too short or the language not sure.

    `likely` is what it is held to be where its script allows that and its words do not speak clearly for another: for a page, the
    language of its document. Then the library is not asked, which would cost more than all else that is done with a page.
    """
    sample = text[:_SAMPLE]
    script = "latin" if sample.isascii() else _script(sample)
    if script is None:
        return likely
    if script in _OF_SCRIPT:
        return _OF_SCRIPT[script]
    clear = _by_letters(sample, script) or clear_language(sample)
    if clear or script not in _ASKED:
        return clear or _OTHERWISE.get(script)
    return likely if likely in _ASKED[script].split() else _by_library(sample, script)


def _script(sample: str) -> str | None:
    """Return the script that most of the letters are of; Kana also where it stands among more ideographs."""
    counts = letters(sample)
    if counts.total() < _ENOUGH:
        return None
    if counts["kana"] * _KANA_SHARE > counts["han"] > counts["latin"]:
        return "kana"
    return counts.most_common(1)[0][0]


def _by_letters(sample: str, script: str) -> str | None:
    """Return the language, where the letters that are its own tell it."""
    match script:
        case "arabic":
            return alphabets.arabic(sample)
        case "cyrillic":
            return alphabets.cyrillic(sample)
        case "ethiopic":
            return alphabets.ethiopic(sample)
    return None


def _by_library(sample: str, script: str) -> str | None:
    """Return what the library is sure of; its answer to one text is always the same."""
    sample = " ".join(sample.split())[:_LIBRARY_SAMPLE]
    if letters(sample)[script] < _ENOUGH_FOR_LIBRARY:
        return None
    from langdetect.lang_detect_exception import LangDetectException

    detector = _library(script).create()
    detector.append(sample)
    try:
        best = max(detector.get_probabilities(), key=lambda found: found.prob, default=None)
    except LangDetectException:  # nothing but an address, which it leaves out
        return None
    return str(best.lang) if best is not None and best.prob >= _SURE else None


@cache
def _library(script: str) -> DetectorFactory:
    """Return the library's detectors for the languages of one script; reads only their profiles."""
    from langdetect import detector_factory
    from langdetect.utils.lang_profile import LangProfile

    factory = detector_factory.DetectorFactory()
    factory.seed = 0
    folder = Path(detector_factory.PROFILES_DIRECTORY)
    languages = _ASKED[script].split()
    for at, language in enumerate(languages):
        profile = json.loads((folder / language).read_text("utf-8"))
        factory.add_profile(LangProfile(**profile), at, len(languages))
    return factory
