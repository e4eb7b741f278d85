"""Names the format of a file by its first bytes, and by its name where those do not tell.

Only for showing and for declining: what is read is decided by the readers.
"""

from __future__ import annotations

import re
from pathlib import PurePath

UNKNOWN = "application/octet-stream"
TEXT = "text/plain"
_MAIL_LINES = 3
_SHORT = 2

_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (0, b"II*\x00", "image/tiff"),
    (0, b"MM\x00*", "image/tiff"),
    (0, b"BM", "image/bmp"),
    (8, b"WEBP", "image/webp"),
    (4, b"jP  ", "image/jp2"),
    (4, b"ftyp", "video/mp4"),
    (0, b"AT&TFORM", "image/vnd.djvu"),
    (0, b"\x1f\x8b", "application/gzip"),
    (0, b"BZh", "application/x-bzip2"),
    (0, b"\xfd7zXZ\x00", "application/x-xz"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (257, b"ustar", "application/x-tar"),
    (0, b"WARC/", "application/warc"),
    (0, b"filedesc://", "application/x-arc"),
    (0, b"{\\rtf", "application/rtf"),
    (0, b"%!PS", "application/postscript"),
    (0, b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (4, b"Standard Jet DB", "application/x-msaccess"),
    (4, b"Standard ACE DB", "application/x-msaccess"),
    (0, b"\xffWPC", "application/vnd.wordperfect"),
    (0, b"\x7fELF", "application/x-executable"),
    (0, b"MZ", "application/x-msdownload"),
    (60, b"BOOKMOBI", "application/x-mobipocket-ebook"),
)

_NAMES: dict[str, str] = {
    ".pdf": "application/pdf",
    ".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml", ".hocr": "text/html",
    ".txt": TEXT, ".text": TEXT, ".log": TEXT, ".asc": TEXT,
    ".md": "text/markdown", ".markdown": "text/markdown", ".mdown": "text/markdown",
    ".rst": "text/x-rst", ".org": "text/x-org", ".tex": "application/x-tex",
    ".csv": "text/csv", ".tsv": "text/tab-separated-values",
    ".json": "application/json", ".jsonl": "application/x-ndjson", ".ndjson": "application/x-ndjson",
    ".xml": "application/xml", ".svg": "image/svg+xml", ".rss": "application/rss+xml",
    ".yaml": "application/yaml", ".yml": "application/yaml",
    ".css": "text/css", ".js": "text/javascript", ".sql": "application/sql", ".ics": "text/calendar", ".vcf": "text/vcard",
    ".eml": "message/rfc822", ".mbox": "application/mbox", ".msg": "application/vnd.ms-outlook",
    ".mht": "multipart/related", ".mhtml": "multipart/related", ".p7s": "application/pkcs7-signature",
    ".doc": "application/msword", ".xls": "application/vnd.ms-excel", ".ppt": "application/vnd.ms-powerpoint",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text", ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation", ".odg": "application/vnd.oasis.opendocument.graphics",
    ".odb": "application/vnd.oasis.opendocument.base",
    ".epub": "application/epub+zip", ".rtf": "application/rtf", ".zip": "application/zip", ".warc": "application/warc",
    ".arc": "application/x-arc", ".sam": "application/x-amipro", ".wri": "application/x-mswrite",
    ".wpd": "application/vnd.wordperfect", ".mdb": "application/x-msaccess",
    ".wk1": "application/vnd.lotus-1-2-3", ".wk4": "application/vnd.lotus-1-2-3", ".wks": "application/vnd.lotus-1-2-3",
    ".wb1": "application/x-quattropro", ".wb2": "application/x-quattropro", ".wb3": "application/x-quattropro",
    ".wq2": "application/x-quattropro", ".qpw": "application/x-quattropro", ".pages": "application/vnd.apple.pages",
    ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".tif": "image/tiff", ".tiff": "image/tiff",
}  # fmt: skip

_PDF = re.compile(rb"(?:\A|[\r\n\x00-\x08\x80-\xff])%PDF-\d|\A%!PS-Adobe-\d\.\d PDF-")
_BEFORE_HTML = re.compile(r"\ufeff?(?:\s|<\?xml[^>]*\?>|<!--.*?(?:-->|\Z))*", re.DOTALL)
_HTML = re.compile(r"<(?:!doctype\s+html|(?:html|head|body|title|meta|base)[\s>])", re.IGNORECASE)
_MAIL = re.compile(
    rb"(?:return-path|received|delivered-to|message-id|mime-version|x-[\w-]+|content-[\w-]+|dkim-signature|authentication-results|"
    rb"from|to|cc|bcc|subject|date|reply-to|sender|thread-[\w-]+|in-reply-to|references|list-[\w-]+|precedence|user-agent|snapshot-[\w-]+):",
    re.IGNORECASE,
)
_MAIL_ONLY = re.compile(rb"^(?:return-path|received|message-id|mime-version|delivered-to):", re.IGNORECASE | re.MULTILINE)
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 26, 27}) + b"\x7f"


def media_type(head: bytes, name: str) -> str:
    """Return the media type of a file that begins with `head`."""
    if is_pdf(head):
        return "application/pdf"
    for offset, mark, media in _SIGNATURES:
        if head.startswith(mark, offset) and (len(mark) > _SHORT or not is_text(head)):
            return media
    named = _NAMES.get(suffix(name), "")
    if head.startswith(b"PK\x03\x04"):
        return _zipped(head, named)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return named or "application/x-ole-storage"
    if head and not is_text(head):
        return named if named and not named.startswith("text/") else UNKNOWN
    return _textual(head, named)


def suffix(name: str) -> str:
    """Return the ending of a name in lower case, with its dot, or nothing."""
    return PurePath(name.replace("\\", "/")).suffix.lower()


def is_pdf(head: bytes) -> bool:
    """Tell whether the first kilobyte has the header of a PDF, alone on its line or after bytes that are no text."""
    return _PDF.search(head, 0, 1024) is not None


def is_html(head: bytes) -> bool:
    """Tell whether a text begins as a web page does, after marks and comments."""
    text = _rough_text(head)
    before = _BEFORE_HTML.match(text)
    return _HTML.match(text, before.end() if before else 0) is not None


def is_mail(head: bytes) -> bool:
    """Tell whether a text begins with the header lines of a mail (or of a web page saved as one)."""
    lines = [line for line in head[:2048].lstrip().splitlines() if line[:1] not in (b" ", b"\t")][: _MAIL_LINES + 1]
    lines = lines[1:] if lines and lines[0].startswith(b"From ") else lines
    enough = len(lines) >= _MAIL_LINES and all(_MAIL.match(line) for line in lines[:_MAIL_LINES])
    return enough and _MAIL_ONLY.search(head) is not None


def is_text(head: bytes) -> bool:
    """Tell whether bytes look like text in some encoding: hardly a control character, once UTF-16 and UTF-32 are undone."""
    if wide := _wide(head):
        head = head.decode(wide, errors="replace").encode(errors="replace")
    controls = len(head) - len(head.translate(None, delete=_CONTROLS))
    return b"\x00" not in head and controls * 100 <= len(head)


def _wide(head: bytes) -> str:
    """Return which of UTF-16 and UTF-32 the bytes seem to be in, by their mark or by where zeros stand, or nothing."""
    if head.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd * 4 > len(head) and not even:
        return "utf-16-le"
    return "utf-16-be" if even * 4 > len(head) and not odd else ""


def _rough_text(head: bytes) -> str:
    return head.decode(_wide(head) or "utf-8", errors="replace")


def _zipped(head: bytes, named: str) -> str:
    """Return what a zip archive is by its first member, as OpenDocument and EPUB write it there, else by its name."""
    if head.startswith(b"mimetype", 30):
        said = re.match(rb"[a-z]+/[\w.+-]+?(?=PK|[^\w.+-]|\Z)", head[38:130])
        return said.group().decode() if said else "application/zip"
    return named if named and not named.startswith("text/") else "application/zip"


def _textual(head: bytes, named: str) -> str:
    if is_html(head):
        return named if named == "application/xhtml+xml" else "text/html"
    if is_mail(head):
        return "multipart/related" if b"multipart/related" in head.lower() else "message/rfc822"
    if named and named != "application/pdf":
        return named
    if head.lstrip().startswith(b"<?xml"):
        return "application/xml"
    return TEXT if head else named or UNKNOWN
