"""Tells the language of a text, from the text alone: by its script, then by its commonest words, then by a library.

The library is langdetect. Tried on the Declaration of Human Rights in 34 languages, 1,500 characters at a time (size with all that
it needs, time to load, memory, time for one text, right of 218):

    langdetect   3 MB  0.1 s   22 MB  2.4 ms   all 70 in Latin letters; with script and letters told before, as here, all 219
    eld         53 MB  0.1 s   53 MB  0.2 ms   176: knows no Swahili, Somali, Indonesian, Nepali, Khmer, Burmese
    py3langid   77 MB  1.1 s  120 MB  0.7 ms   212; needs numpy
    lingua      96 MB  0.7 s   92 MB  2.0 ms   181; more exact 17 s and 1.3 GB to load

It is the surest and the smallest, and slow; so common words come first (0.05 ms), and a page is not asked about when its document is
known. The first call loads all that later ones may need: a worker can open no file once it reads those of others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from archiveviewer.text import alphabets
from archiveviewer.text.common_words import clear_language
from archiveviewer.text.scripts import letters

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory
    from langdetect.utils.lang_profile import LangProfile

_SAMPLE = 1500
_GLANCE = 500
"""So much of a page is enough where it agrees with its document."""
_BEYOND_LATIN = re.compile("[^\0-\u036f\u2000-\u2bff]")  # said by what it is not: a fiftieth of the time to compile
_LIBRARY_SAMPLE = 400
_TRIALS = 3
"""How often the library starts again from other letters. Its own default is seven, with which the table above was made."""
_REMEMBERED = 8
"""Texts that the library was asked about last: the first page of a document is asked about again, as a page."""
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
    only_latin = sample.isascii() or _BEYOND_LATIN.search(sample) is None
    if likely and only_latin and clear_language(sample[:_GLANCE]) == likely:
        return likely
    _library()
    script = "latin" if sample.isascii() else _script(sample)
    if script is None:
        return likely
    if script in _OF_SCRIPT:
        return _OF_SCRIPT[script]
    clear = _by_letters(sample, script) or clear_language(sample)
    if clear or script not in _ASKED:
        return clear or _OTHERWISE.get(script)
    return likely if likely in _ASKED[script].split() else _by_library(" ".join(sample.split())[:_LIBRARY_SAMPLE], script)


def _script(sample: str) -> str | None:
    """Return the script that most of the letters are of; Kana also where it stands among more ideographs."""
    counts = letters(sample)
    if counts.total() < _ENOUGH:
        return None
    if counts["kana"] * _KANA_SHARE > counts["han"] > counts["latin"]:
        return "kana"
    return max(counts, key=counts.__getitem__)


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


@lru_cache(_REMEMBERED)
def _by_library(sample: str, script: str) -> str | None:
    """Return what the library is sure of; its answer to one text is always the same."""
    if letters(sample)[script] < _ENOUGH_FOR_LIBRARY:
        return None
    detector = _factory(script).create()
    detector.n_trial = _TRIALS
    detector.append(sample)
    try:
        best = max(detector.get_probabilities(), key=lambda found: found.prob, default=None)
    except _library().nothing:  # nothing but an address, which it leaves out
        return None
    return str(best.lang) if best is not None and best.prob >= _SURE else None


class _Library(NamedTuple):
    """The modules of the library, loaded, and the profile of each language as its file holds it."""

    factory: type[DetectorFactory]
    profile: type[LangProfile]
    nothing: type[Exception]
    files: Mapping[str, bytes]


@cache
def _library() -> _Library:
    """Import the library, and read the profiles of the languages that it is asked about, without working through them."""
    from langdetect import detector_factory, lang_detect_exception
    from langdetect.utils.lang_profile import LangProfile

    folder = Path(detector_factory.PROFILES_DIRECTORY)
    files = {language: (folder / language).read_bytes() for asked in _ASKED.values() for language in asked.split()}
    return _Library(detector_factory.DetectorFactory, LangProfile, lang_detect_exception.LangDetectException, files)


@cache
def _factory(script: str) -> DetectorFactory:
    """Return what makes detectors for the languages of a script; most archives never need it."""
    library = _library()
    factory = library.factory()
    factory.seed = 0
    languages = _ASKED[script].split()
    for at, language in enumerate(languages):
        factory.add_profile(library.profile(**json.loads(library.files[language])), at, len(languages))
    return factory
