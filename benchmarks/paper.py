"""Writes PDFs like those of an office program: headings, lines of text in two fonts, a table with rules, page numbers, an outline.

Written by hand because thousands of pages are wanted in seconds, and because the measuring process must not load PyMuPDF.
"""

from __future__ import annotations

import textwrap
import zlib
from collections.abc import Sequence
from pathlib import Path

_FONTS = ("Times-Roman", "Helvetica-Bold", "Helvetica")
_COLUMNS = 98
"""Letters in a line of text of 9.5 points."""


def write(path: Path, *, title: str, pages: Sequence[str]) -> None:
    """Write a document with one page of paper for each text, a heading over each and an outline of the headings."""
    objects = [b"<</Type/Catalog/Pages 2 0 R/Outlines 3 0 R>>", b"", b""]
    objects += [f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode() for name in _FONTS]
    objects.append(f"<</Title({_escaped(title)})>>".encode())
    first = len(objects) + 1
    for number, text in enumerate(pages, start=1):
        page = first + 3 * (number - 1)
        heading = f"{number}. {text[:30].partition('.')[0]}"
        fonts = "".join(f"/F{font} {font + 4} 0 R" for font in range(len(_FONTS)))
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {page + 1} 0 R/Resources<</Font<<{fonts}>>>>>>".encode())
        stream = zlib.compress(_content(text, heading=heading, number=number))
        objects.append(b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(stream), stream))
        later = f"/Next {page + 5} 0 R" if number < len(pages) else ""
        objects.append(f"<</Title({_escaped(heading)})/Parent 3 0 R/Dest[{page} 0 R/Fit]{later}>>".encode())
    last = first + 3 * len(pages) - 1
    kids = " ".join(f"{page} 0 R" for page in range(first, last, 3))
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode()
    objects[2] = f"<</Type/Outlines/First {first + 2} 0 R/Last {last} 0 R/Count {len(pages)}>>".encode()
    path.write_bytes(_file(objects))


def write_drawing(path: Path, *, size: tuple[int, int], content: str) -> None:
    """Write a document of one page of `size` points with this on it; fonts are as in `write`."""
    fonts = "".join(f"/F{number} {number + 4} 0 R" for number in range(len(_FONTS)))
    stream = zlib.compress(content.encode("cp1252"))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[8 0 R]>>", b"null"]
    objects += [f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode() for name in _FONTS]
    objects.append(b"<</Title(A drawing)>>")
    objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size[0]} {size[1]}]/Contents 9 0 R/Resources<</Font<<{fonts}>>>>>>".encode())
    objects.append(b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(stream), stream))
    path.write_bytes(_file(objects))


def _content(text: str, *, heading: str, number: int) -> bytes:
    """Return what is drawn on one page."""
    lines = [line for paragraph in text.split("\n\n") for line in (*textwrap.wrap(paragraph, _COLUMNS), "")]
    drawn = [f"BT /F1 14 Tf 57 780 Td ({_escaped(heading)}) Tj ET BT /F0 9.5 Tf 57 756 Td 12.5 TL"]
    drawn += [f"{0.2 + len(line) % 7 / 20:.2f} Tw ({_escaped(line)}) Tj T*" for line in lines]
    drawn.append("ET 0.5 w")
    for row in range(5):
        for column in range(4):
            left, top = 57 + column * 120, 120 - row * 16
            drawn.append(f"{left} {top} 120 16 re S BT /F2 8 Tf {left + 4} {top + 5} Td ({row * 317 + column * 41 + number:,}) Tj ET")
    drawn.append(f"BT /F2 8 Tf 290 30 Td ({number}) Tj ET")
    return "\n".join(drawn).encode("cp1252")


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: Sequence[bytes]) -> bytes:
    """Return the file that holds these objects, numbered from 1; the first is the catalogue, the seventh says the title."""
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R/Info 7 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
