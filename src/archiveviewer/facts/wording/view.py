"""A text as the rules want to see it, with the way back to the text as written.

No-break spaces become spaces, typographic quotes and dashes plain ones; soft hyphens, zero-width characters and footnote marks
vanish, and words broken at a line end are mended. Every position in the view leads back to its position in the text as written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_PLAIN = {
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\t\x0b", " "),
    **dict.fromkeys("‘’ʼ′´`", "'"),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u2028\u2029\x0c\x85", "\n"),
}
_PLAIN_ASCII = {printed: meant for printed, meant in _PLAIN.items() if printed.isascii()}
_NO_WIDTH = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_GONE = re.compile(
    rf"[\[*{_NO_WIDTH}-](?:(?<=[{_NO_WIDTH}])[{_NO_WIDTH}]*|(?<=[\w.,;:)\"'*]\[)\d{{1,3}}\]|(?<=\d\*)\*{{0,2}}(?=[\s.,;:)])|(?<=[a-z]-)\n(?=[a-z]))"
)
"""It begins with a set of signs, so that all other signs cost next to nothing."""
_MAY_BE_GONE = re.compile(rf"[\[*{_NO_WIDTH}-](?:(?<!-)|(?=\n))")


@dataclass(frozen=True, slots=True)
class View:
    """The cleaned text; `origin` gives the position in the text as written of a position in `text`."""

    text: str
    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def origin(self, position: int) -> int:
        """Return where a position of the view lies in the text as written."""
        return position + self.shifts[bisect_right(self.starts, position) - 1]


def view(text: str) -> View:
    """Return the text as the rules want to see it."""
    plain = text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
    for printed, meant in (_PLAIN_ASCII if plain.isascii() else _PLAIN).items():
        if printed in plain:
            plain = plain.replace(printed, meant)
    if (plain.isascii() and "[" not in plain and "*" not in plain and "-\n" not in plain) or not _MAY_BE_GONE.search(plain):
        return View(text=plain)
    return _without_marks(plain)


def _without_marks(plain: str) -> View:
    parts: list[str] = []
    starts, shifts = [0], [0]
    position = length = 0
    for gone in _GONE.finditer(plain):
        parts.append(plain[position : gone.start()])
        length += gone.start() - position
        position = gone.end()
        starts.append(length)
        shifts.append(position - length)
    parts.append(plain[position:])
    return View(text="".join(parts), starts=tuple(starts), shifts=tuple(shifts))
