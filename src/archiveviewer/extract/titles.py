"""Tells a title from what programs and people leave in its place."""

from __future__ import annotations

import re
from pathlib import PurePath

from archiveviewer.extract.storable import storable

LONGEST = 300
_FEWEST_LETTERS = 3
_SPACES = re.compile(r"\s+")
_PROGRAM = re.compile(
    r"^(?:microsoft (?:office )?(?:word|powerpoint|excel|publisher)|powerpoint presentation|adobe photoshop pdf)\s*-?\s*", re.IGNORECASE
)
_FILE = re.compile(
    r"(?:^[a-z]:\\|^file:|^https?:|\.(?:docx?|odt|rtf|wpd|pdf|indd|qxd|qxp|pptx?|xlsx?|html?|txt|tif|tmp|pmd|p65|dvi|ps|eps|ai|fm|book)$)",
    re.IGNORECASE,
)
_EMPTY_WORDS = re.compile(
    r"^(?:untitled|unknown|none|null|title|document|doc|microsoft word|layout|slide|page|print|scan|scanned|scanned document|image|fax|"
    r"cover|report|template|normal|presentation|sans titre|sin título|documento|sem título|blank|intmetadata|temp|test)?[\s\d._#-]*$",
    re.IGNORECASE,
)


def said_title(text: str | None) -> str:
    """Return the title that a file gives itself when it says something to people, else nothing."""
    title = _PROGRAM.sub("", one_line(text or ""))
    if _FILE.search(title) or _EMPTY_WORDS.match(title) or "\ufffd" in title or not _has_letters(title):
        return ""
    return title


def first_title(lines: str) -> str:
    """Return the first line that can stand as a title, without the marks of Markdown, or nothing."""
    for line in lines.splitlines():
        title = one_line(line.lstrip("#>*=- \t").rstrip("#*=- \t"))
        if _has_letters(title):
            return shortened(title)
    return ""


def name_title(name: str) -> str:
    """Return the title that the name of the file comes to."""
    stem = PurePath(name.replace("\\", "/")).stem
    return one_line(stem if " " in stem else stem.replace("_", " "))


def one_line(text: str) -> str:
    """Return `text` on one line, fit to be stored."""
    return _SPACES.sub(" ", storable(text)).strip()


def shortened(title: str) -> str:
    """Return the title, cut at a word when it is far too long for one."""
    if len(title) <= LONGEST:
        return title
    return title[:LONGEST].rsplit(" ", 1)[0] + "…"


def _has_letters(text: str) -> bool:
    return sum(char.isalpha() for char in text) >= _FEWEST_LETTERS or any(char > "\u2e7f" and char.isalpha() for char in text)
