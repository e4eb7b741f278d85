"""From the elements of a web page to lines of text, much as a browser lays them out: paragraphs, headings, list items and cells apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

_SILENT = {
    "script", "style", "template", "svg", "iframe", "frame", "object", "embed", "audio", "video", "canvas", "select",
    "datalist", "head", "title", "noframes", "applet", "map", "ix:header",
}  # fmt: skip
_PARAGRAPHS = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre", "section", "article", "header",
    "footer", "main", "aside", "figure", "form", "fieldset", "hr", "address", "details", "center", "menu", "dir",
}  # fmt: skip
_LINES = {
    "div", "li", "tr", "td", "th", "dt", "dd", "caption", "summary", "figcaption", "legend", "body", "html", "nav", "tbody",
    "thead", "tfoot",
}  # fmt: skip
_LAID_OUT = {"pre", "textarea", "listing", "xmp", "plaintext"}
_SPACE = re.compile(r"[ \t\n\r\f]+")
_OPEN, _CLOSE = True, False


class _Flow:
    """Gathers text; white space folds as in HTML, and line breaks wait until there is text to break."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._breaks = 0
        self._at_space = True

    def add(self, text: str, *, laid_out: bool) -> None:
        """Add the text of one node."""
        if not laid_out:
            text = _SPACE.sub(" ", text)
            text = text.removeprefix(" ") if self._breaks or self._at_space else text
        if not text:
            return
        if self._breaks and self._parts:
            self._parts.append("\n" * self._breaks)
        self._breaks = 0
        self._parts.append(text)
        self._at_space = text[-1] in " \n"

    def set_apart(self, lines: int) -> None:
        """Put at least so many line breaks before the next text."""
        self._breaks = max(self._breaks, lines)

    def break_line(self) -> None:
        """Put one more line break before the next text, up to an empty line."""
        self._breaks = min(self._breaks + 1, 2)

    def text(self) -> str:
        """Return all text, without spaces at the ends of lines."""
        return re.sub(r" +(?=\n|\Z)", "", "".join(self._parts)).strip("\n")


def flow(root: LexborNode, *, without: frozenset[int] = frozenset()) -> str:
    """Return the text below `root` except for the elements whose `mem_id` is in `without`."""
    lines = _Flow()
    laid_out = 0
    for node, opening in _walk(root, without):
        tag = node.tag or ""
        if tag == "-text":
            lines.add(node.text_content or "", laid_out=laid_out > 0)
        elif tag == "br" and opening:
            lines.break_line()
        elif tag in _PARAGRAPHS:
            lines.set_apart(2)
        elif tag in _LINES:
            lines.set_apart(1)
        if tag in _LAID_OUT:
            laid_out += 1 if opening else -1
    return lines.text()


def _walk(root: LexborNode, without: frozenset[int]) -> Iterator[tuple[LexborNode, bool]]:
    """Go through the tree in order, each element once before and once after what it holds; no recursion, so depth is harmless."""
    waiting = [(root, _OPEN)]
    while waiting:
        node, opening = waiting.pop()
        if opening and (node.tag in _SILENT or node.mem_id in without or node.is_comment_node):
            continue
        yield node, opening
        if opening and node.tag != "-text":
            waiting.append((node, _CLOSE))
            waiting.extend((child, _OPEN) for child in reversed(list(node.iter(include_text=True))))
