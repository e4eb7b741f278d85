"""Builds `data/sample` from the texts and pages in `tools/sample`, and checks that every text can be read back.

Run as `python tools/make_sample.py`; needs fpdf2 and uharfbuzz and the Noto fonts. The built files are committed.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pymupdf
from sample.paint import pdf, scan

_HERE = Path(__file__).resolve().parent / "sample"
_TARGET = _HERE.parents[1] / "data" / "sample"
_NAMES = {
    "request-2019.en": "Cambodia/2019 request/Request received 27 March 2019.pdf",
    "additional-information-2019.en": "Cambodia/2019 request/Additional information 8 August 2019.pdf",
    "annex-19.en": "Cambodia/2019 request/Annex 19.pdf",
    "summary-2019.km": "Cambodia/2019 request/Summary (Khmer).pdf",
    "revised-request-2009.en": "Cambodia/2009 request/Revised request 24 August 2009.pdf",
}
_LANGUAGES = {"en": "English", "fr": "French", "es": "Spanish", "ru": "Russian", "ar": "Arabic", "zh": "Chinese"}
_SCANNED = "annex-19.en"
_DAMAGED = "revised-request-2009.en"
_KEPT_OF_DAMAGED = 700
"""Bytes left of the damaged file: too few for a page."""
_MOST = 3_000_000
_DAY = "1574640000"


def main() -> int:
    """Build everything; return 1 when a text cannot be read back or the archive is too large."""
    os.environ["SOURCE_DATE_EPOCH"] = _DAY  # the dates in subset fonts, so that the same texts give the same files
    shutil.rmtree(_TARGET, ignore_errors=True)
    sizes, unread = {}, []
    for source in sorted((_HERE / "texts").glob("*.txt")):
        data, lost = _built(source)
        unread += lost
        path = _TARGET / _name(source.stem)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        sizes[source.stem] = f"{max(1, round(len(data) / 1024))}KB"
    for page in (_HERE / "pages").iterdir():
        text = re.sub(r"\{([a-z0-9.-]+)\}", lambda found: sizes[found[1]], page.read_text(encoding="utf-8"))
        folder = _TARGET / ("Cambodia" if page.name.startswith("Cambodia") else "Other countries")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / page.name).write_text(text, encoding="utf-8")
    total = sum(path.stat().st_size for path in _TARGET.rglob("*") if path.is_file())
    print(f"{total:,} bytes in {sum(1 for path in _TARGET.rglob('*') if path.is_file())} files")
    for line in unread:
        print("cannot be read back:", line, file=sys.stderr)
    return 1 if unread or total > _MOST else 0


def _name(stem: str) -> str:
    if stem in _NAMES:
        return _NAMES[stem]
    what, language = stem.split(".")
    kind, year = what.rsplit("-", 1)
    return f"Cambodia/{year} request/{kind.capitalize()} ({_LANGUAGES[language]}).pdf"


def _built(source: Path) -> tuple[bytes, list[str]]:
    """Return the file to be kept, and what of its text could not be read back."""
    text, language = source.read_text(encoding="utf-8"), source.stem.rsplit(".", 1)[1]
    data = pdf(text, language=language)
    lost = _lost(text, data, source.name)
    if source.stem == _SCANNED:
        return scan(data), lost
    if source.stem == _DAMAGED:
        return data[:_KEPT_OF_DAMAGED], lost
    return data, lost


def _lost(text: str, data: bytes, name: str) -> list[str]:
    """Return the lines of `text` that are not in the PDF, blanks and line ends aside."""
    read = _squeezed("".join(page.get_text() for page in pymupdf.open("pdf", data)))
    cells = [cell for line in text.split("\n") for cell in (line.split("|") if line.startswith("|") else [line.lstrip("# ")])]
    return [f"{name}: {cell}" for cell in cells if cell != "---" and _squeezed(cell) not in read]


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text)


if __name__ == "__main__":
    sys.exit(main())
