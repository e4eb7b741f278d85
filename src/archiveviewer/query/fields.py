"""What the fields of a question mean: conditions on documents, and how they were read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from archiveviewer.query.nodes import Field
from archiveviewer.records import How, Kind, Reading
from archiveviewer.text.language_names import language_code


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on `v_document`, with its values, and how the field was read."""

    condition: str
    values: tuple[str, ...]
    reading: Reading


_KINDS = {
    "extension request": Kind.REQUEST,
    "revised extension request": Kind.REVISED_REQUEST,
    "report": Kind.ARTICLE_7_REPORT,
    "transparency report": Kind.ARTICLE_7_REPORT,
    "article 7": Kind.ARTICLE_7_REPORT,
    "press": Kind.PRESS_RELEASE,
    "country": Kind.COUNTRY_PAGE,
    "analyses": Kind.ANALYSIS,
    "statement": Kind.UPDATE,
    "document": Kind.OTHER,
}
"""What people call kinds of documents beside their names."""

HAS = {
    "ocr": Filter("id IN (SELECT document FROM v_page WHERE health = 'recognised')", (), Reading(How.HAS, ("ocr",))),
    "problem": Filter("path IN (SELECT path FROM v_problem)", (), Reading(How.HAS, ("problem",))),
    "scan": Filter("path IN (SELECT path FROM v_problem WHERE code = 'no_text')", (), Reading(How.HAS, ("scan",))),
}
"""What documents can have."""

_PATH = "CAST(path AS TEXT)"
_NO_MARKS = "replace(replace({0}, '/', ''), char(92), '')"
_DIRECTORY = f"rtrim({_PATH}, {_NO_MARKS.format(_PATH)})"
_FOLDER = "CAST(folder AS TEXT)"
INNER_FOLDERS = f"substr({_DIRECTORY}, length(rtrim({_FOLDER}, {_NO_MARKS.format(_FOLDER)})) + 1)"
"""The folders of a file, from that of the library on: without what lies above it, and without the file's own name."""

_YEARS = re.compile(r"(?P<first>\d{4})?(?P<to>\.\.+|-|–)?(?P<last>\d{4})?", re.ASCII)


def filter_of(field: Field) -> Filter | None:
    """Return what `field` asks of documents, or None when its value means nothing; `title` is looked up as words elsewhere."""
    read = _READ.get(field.name)
    return read(field.value.strip()) if read else None


def _country(value: str) -> Filter | None:
    from archiveviewer.text.names import code_of  # reads tables that few questions need

    code = code_of(value)
    return Filter("country = ?", (code,), Reading(How.COUNTRY, (code,))) if code else None


def _language(value: str) -> Filter | None:
    folded = value.casefold()
    code = folded if len(folded) == len("en") and folded.isascii() and folded.isalpha() else language_code(folded)
    return Filter("language = ?", (code,), Reading(How.LANGUAGE, (code,))) if code else None


def _kind(value: str) -> Filter | None:
    spoken = " ".join(re.split(r"[\s_-]+", value.casefold())).strip()
    for name in (spoken, spoken.removesuffix("s")):
        kind = _KINDS.get(name) or next((kind for kind in Kind if kind.value.replace("_", " ") == name), None)
        if kind:
            return Filter("kind = ?", (kind.value,), Reading(How.KIND, (kind.value,)))
    return None


def _years(value: str) -> Filter | None:
    found = _YEARS.fullmatch(value)
    if not found or not (found["first"] or found["last"]):
        return None
    first = found["first"] or "0000"
    last = found["last"] or ("9999" if found["to"] else first)
    if first == last:
        return Filter("substr(date, 1, 4) = ?", (first,), Reading(How.YEARS, (first, last)))
    reading = Reading(How.YEARS, (found["first"] or "", found["last"] or ""))
    return Filter("substr(date, 1, 4) BETWEEN ? AND ?", (first, last), reading)


def _folder(value: str) -> Filter | None:
    """Return the condition on the folders from that of the library on; a value with a mark of folders is looked for in the whole path."""
    value = value.encode("utf-8", "backslashreplace").decode()
    if not value:
        return None
    if "/" in value or "\\" in value:
        return Filter(f"instr(lower({_DIRECTORY}), lower(?))", (value,), Reading(How.FOLDER, (value,)))
    return Filter(f"instr(lower({INNER_FOLDERS}), lower(?))", (value,), Reading(How.FOLDER_NAMED, (value,)))


def _has(value: str) -> Filter | None:
    found = HAS.get(value.casefold()) or HAS.get(value.casefold().removesuffix("s"))
    return Filter(found.condition, (), found.reading) if found else None


_READ: dict[str, Callable[[str], Filter | None]] = {
    "country": _country,
    "lang": _language,
    "kind": _kind,
    "year": _years,
    "folder": _folder,
    "has": _has,
}
