"""Reads saved web pages, HTML and XHTML."""

from __future__ import annotations

import html
import re

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from archiveviewer.extract import encoding
from archiveviewer.extract.flow import flow
from archiveviewer.extract.media import is_html, is_mail, is_text, suffix
from archiveviewer.extract.reader import HEAD
from archiveviewer.extract.storable import storable
from archiveviewer.extract.titles import first_title, name_title, said_title, shortened
from archiveviewer.extract.unpaged import unpaged
from archiveviewer.records import Extracted, Problem, ProblemCode

_NAMES = {".html", ".htm", ".xhtml", ".hocr"}
_CHARSET = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)|\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE
)
_IS_XML = re.compile(r"\A\s*(?:<\?xml|<!DOCTYPE[^>]{0,200}XHTML)", re.IGNORECASE)
_EMPTY_ELEMENT = re.compile(r"<([a-z][\w:-]*)((?:\s[^<>]*?)?)/>", re.IGNORECASE)
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_DEEPEST = 2000
"""Browsers lay out no more than some hundred elements inside each other."""
_NESTING = re.compile(
    r"<(/?)(?:div|ul|ol|dl|menu|table|blockquote|section|article|aside|nav|main|header|footer|figure|form|fieldset|center|details|dir|"
    r"address|pre|span|font|b|i|u|em|strong|a|button)(?=[\s>/])[^<>]*>",
    re.IGNORECASE,
)
_NAVIGATION = "nav, [role=navigation]"
_MOST = 0.2
"""The navigation of a page is left out unless hardly anything else is there: better too much text than none."""


class HtmlReader:
    """Reads web pages: title, and the text as a browser would lay it out, without scripts, styles and navigation."""

    media_types: tuple[str, ...] = ("text/html", "application/xhtml+xml")

    def __init__(self) -> None:
        """Load what decoding may need."""
        encoding.load()

    def claims(self, head: bytes, name: str) -> float | None:
        """Claim what begins as a web page, then what is named like one and is text; something else under such a name as a last resort."""
        if is_mail(head):
            return None
        if is_html(head):
            return 0.9
        if suffix(name) not in _NAMES:
            return None
        return 0.6 if is_text(head) else 0.1

    def read(self, data: bytes | memoryview, name: str) -> Extracted:
        """Return the page as sections of its text."""
        data = bytes(data)
        media_type = self.media_types[suffix(name) == ".xhtml"]
        if data and not is_text(data[:HEAD]):
            return _nothing(media_type, name, Problem.of(ProblemCode.DAMAGED, reason="The file is named as a web page but holds no text."))
        decoded = encoding.decode(data, declared=_declared(data))
        tree = _parsed(_shallow(_as_html(storable(decoded.text))))
        text = storable(_main_text(tree))
        title = _title(tree) or first_title(text) or name_title(name)
        return unpaged(text, media_type=media_type, title=title, lossy=decoded.lossy)


def _nothing(media_type: str, name: str, problem: Problem) -> Extracted:
    return Extracted(media_type, name_title(name), paged=False, pages=(), problems=(problem,))


def _parsed(text: str) -> LexborHTMLParser:
    """Parse a page; HTML has no faults that could be refused, so only a want of memory can be in the way."""
    try:
        return LexborHTMLParser(text)
    except SelectolaxError as error:
        raise MemoryError(str(error)) from error


def _shallow(text: str) -> str:
    """Return a page without the tags that lie deeper in others than any real page has them: the parser looks through all above each.

    Only what has to be closed is counted; a list item or paragraph ends where the next one begins.
    """
    if text.count("<") < _DEEPEST:
        return text
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        was, depth = depth, max(0, depth + (-1 if tag.group(1) else 1))
        return tag.group() if max(was, depth) <= _DEEPEST else " "

    return _NESTING.sub(kept, text)


def _declared(data: bytes) -> str:
    found = _CHARSET.search(data, 0, HEAD)
    return (found.group(1) or found.group(2)).decode() if found else ""


def _as_html(text: str) -> str:
    """Return XHTML so that an HTML parser understands it: `<script/>` would swallow all that follows, CDATA would vanish."""
    if not _IS_XML.match(text):
        return text
    text = _CDATA.sub(lambda found: html.escape(found.group(1), quote=False), text)
    return _EMPTY_ELEMENT.sub(
        lambda found: found.group() if found.group(1).lower() in _VOID else f"<{found.group(1)}{found.group(2)}></{found.group(1)}>", text
    )


def _main_text(tree: LexborHTMLParser) -> str:
    root = tree.body or tree.root
    if root is None:
        return ""
    navigation = frozenset(node.mem_id for node in tree.css(_NAVIGATION))
    text = flow(root, without=navigation)
    if not navigation:
        return text
    everything = flow(root)
    return text if len(text) >= _MOST * len(everything) else everything


def _title(tree: LexborHTMLParser) -> str:
    for selector in ("head > title", "h1"):
        node = tree.css_first(selector)
        title = said_title(node.text()) if node else ""
        if title:
            return shortened(title)
    return ""
