"""Makes values fit for the database: names of files that are not UTF-8, and what a hostile file may have put into a record."""

from __future__ import annotations

Value = str | int | float | bytes | None

_LARGEST = (1 << 63) - 1


def stored_path(path: str) -> str | bytes:
    """Return `path` as it is kept: as text, or as bytes when it holds lone surrogates, which text may not."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")
    return path


def loaded_path(value: str | bytes) -> str:
    """Return the path of which `stored_path` made `value`."""
    return value if isinstance(value, str) else value.decode("utf-8", "surrogatepass")


def clean(value: Value) -> Value:
    """Return `value` such that SQLite takes it: lone surrogates are written U+FFFD, one for one, and giants become None."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, int) and abs(value) > _LARGEST:
        return None
    return value


def clean_text(text: str) -> str:
    """Return `text` with lone surrogates written U+FFFD, one for one, so that places in it stay where they are."""
    if text.isascii():  # known without looking, of most texts
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    return text
