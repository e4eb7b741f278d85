"""Cuts a page into stretches of which its terms are made, in half the time that the patterns of `chunks` take.

That is where each of its letters fits into a byte (`_ENCODING`), as those of Western languages: then a blank is written over whatever
stands in no word, and the text is parted at blanks. What goes on across a blank or a sign is seen to before: the groups of a number,
and words broken at line ends.
"""

from __future__ import annotations

import re

from archiveviewer.text.chunks import chunks, numbers_in_words, plain

_ENCODING = "latin-1"
_SOFT_HYPHEN = "\u00ad"

_LETTERS = [chr(code) for code in range(256)]
_SMALL = "".join(letter.lower() if letter.isalnum() or letter == "_" else " " for letter in _LETTERS).encode(_ENCODING)
"""For each byte the small letter that stands in a word, or a blank."""

_GROUPS = "".join("0" if letter in "0123456789" else "," if letter in "., '" else " " for letter in _LETTERS).encode(_ENCODING)
_GROUP = b"0,000"
"""What every number with groups of digits has, when all digits and all signs between them are written alike."""

_BROKEN = re.compile(r"-(?<=\w-)[ \t]*\r?\n[ \t]*(?=[^\W\d])")


def words(text: str) -> list[str]:
    """Return stretches whose terms, one after the other, are the terms of the text: single words in small letters, or its chunks."""
    text = plain(text)
    try:
        grouped = _GROUP in text.encode(_ENCODING).translate(_GROUPS)
    except UnicodeEncodeError:
        return chunks(text)
    if _SOFT_HYPHEN in text:
        return chunks(text)
    if grouped:
        text = numbers_in_words().sub(_without_groups, text)
    first, *others = _BROKEN.split(text)
    return _with_broken(first, others) if others else _cut(first)


def _cut(text: str) -> list[str]:
    return text.encode(_ENCODING).translate(_SMALL).decode(_ENCODING).split()


def _without_groups(number: re.Match[str]) -> str:
    """Return the digits of a number, parted from what follows: its unit is a word of its own, as it is for `chunks`."""
    return "".join(filter(str.isdecimal, number.group())) + " "


def _with_broken(first: str, others: list[str]) -> list[str]:
    """Return the words of a text that was parted where a word was broken at a line's end.

    As in `analysis`: such a word is read whole where it goes on in small letters, then part by part.
    """
    found = _cut(first)
    parts, whole = [found.pop()], True
    for left, other in enumerate(others, 1 - len(others)):
        following = _cut(other)
        parts.append(following[0])
        whole = whole and other[0].islower()
        if len(following) > 1 or not left:
            found += ["".join(parts), *parts] if whole else parts
            found += following[1:]
            parts, whole = [found.pop()], True
    return [*found, *parts]
