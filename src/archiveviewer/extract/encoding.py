"""From bytes to text, for files that say nothing reliable about their encoding.

In this order: a byte order mark; UTF-8, if it is that without fault; what the file declares; UTF-8 with a few faults; what
charset-normalizer finds. What then still has no meaning becomes the replacement character, and the caller is told.
"""

from __future__ import annotations

import codecs
import contextlib
import re
from dataclasses import dataclass

import charset_normalizer
from charset_normalizer.constant import IANA_SUPPORTED

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16
_LETTERS_A_FAULT = 4
_BEYOND_ASCII = bytes(range(128, 256))
_LINE_ENDS = re.compile("\r\n?")

# What browsers take these names for: the larger set that the files are really in.
_LARGER = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-9": "cp1254",
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932",
    "x-sjis": "cp932", "tis-620": "cp874", "iso-8859-11": "cp874", "windows-874": "cp874",
    "x-mac-roman": "mac_roman", "macintosh": "mac_roman",
    "iso-8859-8-i": "iso-8859-8", "big5": "big5hkscs",
}  # fmt: skip

# What files without a declaration are in. Left to itself, charset-normalizer also finds encodings that nobody has used for decades.
_LATIN = ["cp1252", "cp1250", "cp1254", "cp1257", "cp1258", "iso8859_2", "iso8859_15", "mac_roman", "cp850", "cp852"]
_OTHERS = [
    "cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic", "cp1256", "iso8859_6", "cp1255", "cp1253", "iso8859_7",
    "gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "cp874", "hz", "iso2022_jp", "iso2022_kr",
]  # fmt: skip
_MOST_ACCENTS = 0.25
"""In a language of Latin letters not more than so large a share of the letters has an accent."""

# The commonest encoding is meant where these languages look the same in others.
_ALIKE = {"cp1250", "cp1254", "cp1257", "cp1258", "iso8859_2", "iso8859_15"}
_WESTERN = {
    "English",
    "French",
    "Spanish",
    "Portuguese",
    "German",
    "Italian",
    "Dutch",
    "Swedish",
    "Danish",
    "Norwegian",
    "Finnish",
    "Indonesian",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text whose lines end with a line feed; `lossy` says that some bytes had no meaning in `encoding`."""

    text: str
    encoding: str
    lossy: bool = False


def load() -> None:
    """Import every codec that may be needed: a worker cannot read them from disk when a document asks for them."""
    for name in (*IANA_SUPPORTED, *_LARGER.values(), *_LATIN, *_OTHERS, *(name for _, name in _MARKS)):
        with contextlib.suppress(LookupError):  # a codec of another platform
            codecs.lookup(name)


def decode(data: bytes | memoryview, *, declared: str = "") -> Decoded:
    """Return the text of `data`; `declared` is what the file itself says of its encoding."""
    data = bytes(data)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _with_faults(data[len(mark) :], name)
    name = _unmarked_wide(data) or _escaped(data, declared)
    if name:
        return _with_faults(data, name)
    return _strict(data, "utf-8") or _strict(data, declared) or _nearly_utf8(data) or _found(data)


def _strict(data: bytes, name: str) -> Decoded | None:
    name = _LARGER.get(name.strip().lower(), name)
    if not name or not _is_known(name):
        return None
    try:
        return Decoded(_LINE_ENDS.sub("\n", data.decode(name)), name)
    except UnicodeError:
        return None


def _with_faults(data: bytes, name: str) -> Decoded:
    text = data.decode(name, errors="replace")
    return _strict(data, name) or Decoded(_LINE_ENDS.sub("\n", text), name, lossy=True)


def _unmarked_wide(data: bytes) -> str:
    """Return UTF-16 when every other byte of the beginning tends to be zero, as in Latin text without a byte order mark."""
    head = data[:_SAMPLE]
    for name, zeros, letters in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        if zeros.count(0) * 2 > len(zeros) and not letters.count(0):
            return name
    return ""


def _escaped(data: bytes, declared: str) -> str:
    """Return the declared encoding when it is one that hides in plain ASCII."""
    hides = declared.lower().startswith(("iso-2022", "hz-gb"))
    return declared if hides and data.isascii() and _is_known(declared) else ""


def _nearly_utf8(data: bytes) -> Decoded | None:
    """Return UTF-8 with its faults replaced when there are few of them among many letters that only UTF-8 writes so."""
    decoded = _with_faults(data, "utf-8")
    faults = decoded.text.count("\ufffd")
    letters = sum(char > "\x7f" for char in decoded.text) - faults
    return decoded if letters > _LETTERS_A_FAULT * faults else None


def _found(data: bytes) -> Decoded:
    sample = data[:_SAMPLE]
    if len(data) > _SAMPLE:
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    best = charset_normalizer.from_bytes(sample, cp_isolation=_LATIN if _is_latin(sample) else _OTHERS).best()
    if best is None or (best.encoding in _ALIKE and (best.language in _WESTERN or not best.coherence)):
        return _strict(data, "cp1252") or _with_faults(data, best.encoding if best else "cp1252")
    return _with_faults(data, best.encoding)


def _is_latin(sample: bytes) -> bool:
    """Tell whether most letters are plain ASCII ones, so that the others are their accented kin."""
    plain = sum(sample.count(letter) for letter in b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    others = len(sample) - len(sample.translate(None, delete=_BEYOND_ASCII))
    return others <= _MOST_ACCENTS * (plain + others)


def _is_known(name: str) -> bool:
    """Tell whether Python has a codec of this name that makes text of bytes."""
    try:
        b"a".decode(name)
    except UnicodeError:  # known, but a single letter is not a text in it
        return True
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return False
    return True
