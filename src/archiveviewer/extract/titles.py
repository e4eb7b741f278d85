"""Tells a title from what programs and people leave in its place."""

from __future__ import annotations

import re
from pathlib import PurePath

from archiveviewer.extract.storable import storable

_LONGEST_LINE = 120
_EARLY = 4000
_FEWEST_CHOICES, _LONGEST_CHOICE = 4, 40
_FEWEST_LETTERS = 3
_SPACES = re.compile(r"\s+")
_PROGRAM = re.compile(
    r"^(?:microsoft (?:office )?(?:word|powerpoint|excel|publisher)|powerpoint presentation|adobe photoshop pdf)\s*-?\s*", re.IGNORECASE
)
_FILE = re.compile(
    r"^[a-z]:\\|^file:|^https?:|^www\.\S+$|^\S*_\S*$|\.(?:docx?|odt|rtf|wpd|pdf|indd|qxd|qxp|pptx?|xlsx?|html?|txt|tmp|pmd|p65|dvi|e?ps|ai|fm|"
    r"book|exe|jpe?g|png|gif|tiff?|bmp)$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"^(?:url|source|link|date|author|from)\s*:|^(?:https?://|www\.)\S+$|\S\s+(?:[>»›]\s*(?:\S|$)|\|\s*$)|^(?:\.\.|\+\w+:|<!--)|"
    r"^(?:back to (?:list|top)|skip to (?:main )?content|home|menu|about us|search|print|share|table of contents)$|"
    r"^(?:ge|[ace]+)[./][\w./()-]+(?:\s+[()\w]{1,6})*$|"
    r"^\d{1,2}\.?\s(?:de\s)?[^\W\d]+(?:\sde)?\s\d{4}$|^[^\W\d]+\s\d{1,2},?\s\d{4}$",
    re.IGNORECASE,
)  # addresses, ways through a site, links, directives, the numbers that United Nations documents bear, dates alone
_COLUMNS = re.compile(r"\s{2,}")
_LETTERHEADS = {
    "a", "e", "s", "united", "nations", "united nations", "general assembly", "security council", "economic and social council", "distr.",
    "general", "nations unies", "unies", "assemblée générale", "conseil de sécurité", "conseil économique et social", "naciones unidas",
    "naciones", "unidas", "assemblée", "générale", "generale", "asamblea general", "consejo de seguridad",
    "организация объединенных наций", "генеральная ассамблея", "совет безопасности",
    "الأمم المتحدة", "الجمعية العامة", "مجلس الأمن", "联合国", "大会", "安全理事会",
}  # fmt: skip
_EMPTY_WORDS = re.compile(
    r"^(?:untitled|unknown|(?:- )?no title(?: specified)?|none|null|title|document|doc|microsoft word|layout|slide|page|"
    r"print|scan|scanned|scanned document|image|fax|cover|report|template|normal|presentation|sans titre|sin título|documento|"
    r"sem título|blank|intmetadata|temp|test)?[\s\d._#-]*$",
    re.IGNORECASE,
)


def said_title(text: str | None) -> str:
    """Return the title that a file gives itself when it says something to people, else nothing."""
    title = _PROGRAM.sub("", one_line(text or ""))
    if _FILE.search(title) or _EMPTY_WORDS.match(title) or "\ufffd" in title or is_letterhead(title) or not _has_letters(title):
        return ""
    return title


def first_title(text: str) -> str:
    """Return the first line that can stand as a title, without the marks of Markdown; menus, addresses and letterheads cannot."""
    blocks = [block.splitlines() for block in re.split(r"\n\s*\n", text[:_EARLY])]
    for lines in (*(block for block in blocks if not _is_menu(block)), *blocks):
        for line in lines:
            title = one_line(line.lstrip("#>*=- \t").rstrip("#*=- \t"))
            if _has_letters(title) and not _ASIDE.search(title) and not is_letterhead(title):
                return shortened(title, _LONGEST_LINE)
    return ""


def is_letterhead(line: str) -> bool:
    """Tell whether a line is only the head of the paper that it is printed on."""
    return all(part in _LETTERHEADS for part in _COLUMNS.split(line.lower().strip()))


def name_title(name: str) -> str:
    """Return the title that the name of the file comes to."""
    stem = PurePath(name.replace("\\", "/")).stem
    return one_line(stem if " " in stem else stem.replace("_", " "))


def one_line(text: str) -> str:
    """Return `text` on one line, fit to be stored."""
    return _SPACES.sub(" ", storable(text)).strip()


def shortened(title: str, longest: int = 300) -> str:
    """Return the title, cut at a word when it is far too long for one."""
    if len(title) <= longest:
        return title
    return title[:longest].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _is_menu(lines: list[str]) -> bool:
    """Tell whether a block of text is a list of places to go to: several short lines, no sentence."""
    return len(lines) >= _FEWEST_CHOICES and all(len(line.strip()) <= _LONGEST_CHOICE and line.rstrip()[-1:] != "." for line in lines)


def _has_letters(text: str) -> bool:
    return sum(char.isalpha() for char in text) >= _FEWEST_LETTERS or any(char > "\u2e7f" and char.isalpha() for char in text)
