"""Brings the many ways of writing one word to one form, for matching only: what is shown stays as written.

`fold` gives the form, `mapped` the same form with the place that each of its characters came from. What is folded depends on the
script: Latin and Greek lose their marks, Cyrillic only turns ё into е (without the breve of й its stems break), Arabic letters that
are exchanged in writing become one, Hebrew loses its points; the scripts whose marks are vowels keep them all.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from archiveviewer.text.scripts import is_mark, script

SEPARATOR = "_"
"""What stands in a folded form where the text had something that belongs to no word."""

_LATIN = {
    **{"æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "đ": "d", "þ": "th", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "ĸ": "k", "ŋ": "ng"},
    **{"ə": "e", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ɛ": "e", "ɔ": "o", "ɲ": "ny"},
}
"""Letters that do not come apart into a base and a mark, and what people type for them."""

_ARABIC = {
    **dict.fromkeys("أإآٱٲٳٵ", "ا"),
    **dict.fromkeys("ىئيیېۍێےۓؠؽؾؿ", "ي"),
    **dict.fromkeys("ؤۆۇۈۋٶٷ", "و"),
    **dict.fromkeys("ةهھہۀۂۃەۿ", "ه"),
    **dict.fromkeys("كکڪګڬڭڮ", "ك"),
    "ـ": "",
}
"""Alef, ya, waw, ha and kaf in all their spellings: with hamza or madda, final forms, Persian, Urdu and Pashto letters; no tatweel."""

_OTHERS = {
    **dict.fromkeys("ʾʿ", ""),
    **dict.fromkeys("ʹʺʻʼʽˈ", SEPARATOR),
    **dict.fromkeys(" \t\r\n-‐.,'’،٬", ""),
    "ё": "е",
    "ឲ": "ឱ",
}
"""Transliterated hamza and ain vanish; letters used as an apostrophe part a word as the apostrophe does.

What groups the digits of a number, and the break of a word at a line's end, are part of a chunk only where they mean nothing.
"""

_JOINING = re.compile("[\uff9e\uff9f\u1100-\u11ff\u3131-\u318e\uffa0-\uffdc\ud7b0-\ud7ff]")
"""Not marks, and yet they melt into the character before them: half-width voicing, letters of Hangul."""


class _Folds(dict[int, str]):
    """The form of each character met so far, as `str.translate` asks for it."""

    def __missing__(self, code: int) -> str:
        """Work the form out, and remember it."""
        self[code] = form = _form(chr(code))
        return form


_folds = _Folds()


def fold(text: str) -> str:
    """Return the text in the one form that is matched; what belongs to no word becomes a separator."""
    if text.isascii():
        return text.translate(_folds)
    return unicodedata.normalize("NFKC", text).translate(_folds)


def mapped(text: str) -> tuple[str, list[int], list[int]]:
    """Return the folded text, and for each of its characters where it begins and ends in the text as written."""
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _pieces(text):
        form = fold(text[start:end])
        folded.append(form)
        starts.extend([start] * len(form))
        ends.extend([end] * len(form))
    return "".join(folded), starts, ends


def _pieces(text: str) -> list[tuple[int, int]]:
    """Cut the text where folding the parts one by one gives what folding the whole gives: before each character that stands alone."""
    cuts = [at for at, char in enumerate(text) if at == 0 or not (is_mark(char) or _JOINING.match(char))]
    return list(pairwise([*cuts, len(text)]))


def _form(char: str) -> str:
    """Return the form of one character of NFKC text."""
    kind = unicodedata.category(char)
    if char in _OTHERS:
        return _OTHERS[char]
    if kind == "Nd":
        return str(unicodedata.decimal(char))
    if kind[0] == "M" or kind == "Cf":
        return char if _is_vowel(char, kind) else ""
    return _letter(char) if char.isalnum() else SEPARATOR


def _is_vowel(char: str, kind: str) -> bool:
    """Whether the mark tells words apart: not so accents, variants, invisible signs, nor the points of Arabic and Hebrew."""
    general = kind == "Cf" or "\u0300" <= char <= "\u036f" or "\ufe00" <= char <= "\ufe2f" or char >= "\U000e0000"
    return not general and script(char) not in {"arabic", "hebrew", "cyrillic", "mongolian"}


def _letter(char: str) -> str:
    """Return the form of a letter, by its script."""
    name, low = script(char), char.casefold()
    if name in {"latin", "greek"}:
        return _bare(low)
    return _ARABIC.get(low, low) if name == "arabic" else _OTHERS.get(low, low)


def _bare(low: str) -> str:
    """Return lower-case Latin or Greek letters without their marks."""
    return "".join(_LATIN.get(part, _OTHERS.get(part, part)) for part in unicodedata.normalize("NFKD", low) if part.isalnum())
