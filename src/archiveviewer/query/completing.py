"""Lists how a question may go on at the place where one types: the names of fields in plain English, then their values with counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archiveviewer.index.connect import Connection
from archiveviewer.index.reader import Reader
from archiveviewer.query.fields import HAS, INNER_FOLDERS
from archiveviewer.query.tokens import FIELDS, QUOTES, Sign, Token, tokens
from archiveviewer.records import Completion
from archiveviewer.text.english import reading_words
from archiveviewer.text.language_names import language_name
from archiveviewer.text.terms import query_terms

HELP = {
    "country": "documents about a country: its code (KHM) or its name",
    "lang": "documents in a language: fr or French",
    "kind": "what a document is, such as a decision, a request or a report",
    "year": "the year of a document: 2019, 2008..2010, 2008.. or ..2010",
    "title": "words in the title",
    "folder": "documents in a folder that has this in its name",
    "has": "documents with a scan, with ocr (recognised text) or with a problem",
}
_MOST = 12
_TYPED = QUOTES | {"\ufffd"}
"""What no folder can have whose name is to be typed."""
_BEGINS = re.compile(r"(?:^|[\s(])-*$")
"""What stands before a new word."""
_COUNTED = {
    "country": "SELECT country, count(*) FROM v_document WHERE country IS NOT NULL GROUP BY country",
    "lang": "SELECT language, count(*) FROM v_document WHERE language IS NOT NULL GROUP BY language",
    "kind": "SELECT kind, count(*) FROM v_document GROUP BY kind",
    "year": "SELECT substr(date, 1, 4), count(*) FROM v_document WHERE date IS NOT NULL GROUP BY 1",
}
_FOLDERS = f"SELECT CAST({INNER_FOLDERS} AS BLOB), count(*) FROM v_document GROUP BY 1"


@dataclass(frozen=True, slots=True)
class _Value:
    """A value as the index has it and as it is typed, how it reads, what else it is found by, and how many documents have it."""

    stored: str
    typed: str
    words: str
    names: tuple[str, ...]
    documents: int


def completions(reader: Reader, text: str, caret: int) -> tuple[Completion, ...]:
    """Return how `text` may go on at `caret`: at most a dozen ways, none inside a word that begins no field."""
    typed = text[: max(0, caret)]
    last = next(reversed(list(tokens(typed))), None)
    if last is None or last.end < len(typed) or last.sign is Sign.OPEN:
        return tuple(_fields("", text, len(typed), len(typed))) if _BEGINS.search(typed) else ()
    if not last.open_end:
        return ()
    name, colon, _ = last.text.partition(":")
    if last.sign is Sign.WORD and colon and name.casefold() in FIELDS:
        return _values(reader, Token(Sign.FIELD, last.start, last.end, field=FIELDS[name.casefold()]), text)
    if last.sign is Sign.WORD:
        return tuple(_fields(last.text.casefold(), text, last.start, last.end))
    return _values(reader, last, text) if last.sign is Sign.FIELD else ()


def _fields(begun: str, text: str, start: int, end: int) -> Iterator[Completion]:
    """Give the fields whose names begin so, put in from `start` to `end`."""
    for name in dict.fromkeys(field for alias, field in FIELDS.items() if alias.startswith(begun)):
        head = f"{text[:start]}{name}:"
        yield Completion(text=head + text[end:], caret=len(head), shown=f"{name}:", words=HELP[name], field=name)


def _values(reader: Reader, token: Token, text: str) -> tuple[Completion, ...]:
    """Return the values of a field that begin as was typed, those of most documents first; years with the newest first."""
    begun = _folded(token.text)
    with reader.snapshot() as connection:
        known = [value for value in _of_library(connection, token.field) if any(name.startswith(begun) for name in _beginnings(value))]
    newest = token.field == "year"
    ordered = (
        sorted(known, key=lambda value: value.typed, reverse=True)
        if newest
        else sorted(known, key=lambda value: (-value.documents, value.words))
    )
    return tuple(_taken(value, token, text) for value in ordered[:_MOST])


def _taken(value: _Value, token: Token, text: str) -> Completion:
    quoted = value.typed if value.typed.isalnum() else f'"{value.typed}"'
    tail = text[token.end :]
    head = f"{text[: token.start]}{token.field}:{quoted}{'' if tail[:1].isspace() else ' '}"
    return Completion(
        text=head + tail,
        caret=len(head),
        shown=f"{token.field}:{quoted}",
        words=value.words,
        documents=value.documents,
        field=token.field,
        value=value.stored,
    )


def _of_library(connection: Connection, field: str) -> Iterator[_Value]:
    """Give the values that documents of the library have."""
    if field == "has":
        for name, found in HAS.items():
            count = connection.execute(f"SELECT count(*) FROM v_document WHERE {found.condition}").fetchone()[0]
            yield _Value(name, name, reading_words(found.reading), (), count)
    elif field == "folder":
        for name, count in _folder_names(connection.execute(_FOLDERS)).items():
            yield _Value(name, name, name, (), count)
    elif field in _COUNTED:
        for value, count in connection.execute(_COUNTED[field]):
            yield _named(field, value, count)


def _named(field: str, value: str, count: int) -> _Value:
    from archiveviewer.text.names import name_of, names_of  # reads tables that few questions need

    match field:
        case "country":
            return _Value(value, value, name_of(value), names_of(value), count)
        case "lang":
            return _Value(value, value, language_name(value), (language_name(value),), count)
        case "kind":
            plain = value.replace("_", " ")
            return _Value(value, plain, plain, (), count)
        case _:
            return _Value(value, value, value, (), count)


def _folder_names(rows: Iterable[tuple[bytes, int]]) -> Counter[str]:
    """Count documents by the names of the folders that they are in, at any depth, as far as these can be typed."""
    counts: Counter[str] = Counter()
    for path, documents in rows:
        for name in {part for part in path.decode("utf-8", "replace").replace("\\", "/").split("/") if part and _TYPED.isdisjoint(part)}:
            counts[name] += documents
    return counts


def _beginnings(value: _Value) -> Iterator[str]:
    """Give all that a value may be typed by: itself, its names, and each of their words."""
    for name in (value.typed, *value.names):
        folded = _folded(name)
        yield folded
        yield from folded.split()


def _folded(text: str) -> str:
    return " ".join(term.exact for term in query_terms(text, ()))
