"""Whatever is typed or pasted is a question: no error, no message of the database, and an answer within its time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archiveviewer.index.reader import Reader
from archiveviewer.query.completing import completions
from archiveviewer.query.lights import lights
from archiveviewer.query.parser import MOST_CHARACTERS, MOST_TERMS
from archiveviewer.query.search import pages_of, search
from archiveviewer.query.ways import ways_out
from archiveviewer.records import LeftOut, Remark, SearchRequest, Sort
from archiveviewer.text.english import reading_words
from libraries import document, library

PAGES = {
    "mines": document("Mines and clearance. \u202eRight to left\u202c. NULL OR NEAR.", "The clearance of mines.", country="KHM"),
    "khmer": document("កម្ពុជា មីន", language="km"),
    "arabic": document("إزالة الألغام", language="ar"),
    "signs": document("a\u200bb \U0001f4a3\U0001f9e8 %_' \" ; -- 100% [x]"),
}

LIST = {
    "a phrase of 20,000 words": '"' + "mines " * 20_000 + '"',
    "20,000 words": "mines clearance " * 10_000,
    "one word of 100,000 letters": "m" * 100_000,
    "NUL": "mi\x00nes",
    "only NUL": "\x00\x00\x00",
    "a lone surrogate": "mines \ud800",
    "only surrogates": "\udfff\ud800\udc80",
    "a surrogate in a field": "country:\udc80 title:\ud800 folder:\udfff",
    "only punctuation": "?!.,;:/\\|&%$#@^`{}[]<>",
    "only quotes": '"""""""""',
    "quotes not closed": '"mines "clearance "',
    "quotes of all kinds": "\u201cmines\u201d \u00abclearance\u00bb \u201emines\u201c \u2033",
    "SQL": "'; DROP TABLE document; --",
    "more SQL": "mines') OR 1=1 UNION SELECT * FROM sqlite_master --",
    "operators of FTS5": 'NEAR(mines clearance, 5) AND {exact stems} : mines ^mines + clearance NOT "',
    "a column": "exact:mines stems:mines rank:1 rowid:1",
    "emoji": "\U0001f4a3\U0001f9e8\U0001f1f0\U0001f1ed 👩‍🚒",
    "right-to-left overrides": "\u202emines\u202c \u2066clearance\u2069 \u200f",
    "invisible signs": "\u200b\u200c\u200d\ufeff\u00ad\u2060",
    "marks without letters": "\u0301\u0651\u17d2\u0e31",
    "a hundred marks on a letter": "a" + "\u0301" * 500,
    "brackets opened": "(" * 5_000 + "mines",
    "brackets closed": "mines" + ")" * 5_000,
    "brackets nested": "(" * 250 + "mines" + ")" * 250,
    "brackets side by side": "()" * 250 + "mines",
    "tildes": "~ " * 250 + "mines",
    "words near": "mines ~ " * 100,
    "near in brackets": "(mines ~ " * 60,
    "dashes": "-" * 500 + "mines",
    "negations": "-(" * 200 + "mines",
    "alternatives": "mines OR " * 100,
    "only OR": "OR " * 170,
    "stars": "*" * 500,
    "beginnings": "m* c* k* a* o* " * 10,
    "one letter as a beginning": "m*",
    "all fields empty": "country: lang: kind: year: title: folder: has:",
    "fields in fields": "country:lang:kind:year:title:folder:has:mines",
    "a field of quotes": 'title:"""" folder:"" kind:"',
    "years": "year:.. year:99999 year:2008....2010 year:-1 year:2010..2008 year:٢٠١٠",
    "wildcards of SQL": "folder:%_% folder:[a-z]* title:%",
    "a folder of marks": "folder:////\\\\\\\\",
    "line ends": "mines\r\n\x0b\x0c\u2028\u2029\x85clearance",
    "control characters": "".join(map(chr, range(32))) + "mines",
    "wide letters": "\uff4d\uff49\uff4e\uff45\uff53",
    "all scripts at once": "mines الألغام 地雷 ខ្មែរ мины ทุ่นระเบิด naraka \u0e01\u0ec0",
    "digits of all kinds": "٢٠١٠ २०१० 2010 ²⁰¹⁰ ⅷ",
    "Han without spaces": "地雷" * 250,
    "signs of scripts without spaces": "၌၍ ⺀⺁",
    "Khmer without spaces": "កម្ពុជា" * 70,
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with Reader(library(tmp_path_factory.mktemp("library"), PAGES)) as opened:
        yield opened


def put_through(reader: Reader, text: str, *, typing: bool = False) -> None:
    """Ask all that can be asked with a question, and see that what comes back can be shown."""
    answer = search(reader, SearchRequest(text, typing=typing))
    search(reader, SearchRequest(text, typing=typing, sort=Sort.DATE, collapse=True))
    search(reader, SearchRequest(text, typing=typing, also=True))
    for hit in answer.hits:
        assert hit.pages
        assert all(0 <= start < end <= len(page.snippet) for page in hit.pages for start, end in page.marks)
    for part in answer.parts:
        assert reading_words(part.reading)
        assert len(part.rest) <= len(text)
    ways_out(reader, text)
    completions(reader, text, len(text))
    lights(text)
    pages_of(reader, 1, text)


@pytest.mark.parametrize("text", LIST.values(), ids=LIST)
@pytest.mark.parametrize("typing", [False, True], ids=["asked", "typed"])
def test_nothing_pasted_fails(reader: Reader, text: str, typing: bool) -> None:
    put_through(reader, text, typing=typing)


BOUNDED = [
    ("mines " * 40, (Remark(LeftOut.TERMS, ("32",)),)),
    ("m" * 513, (Remark(LeftOut.CHARACTERS, ("512",)),)),
    ("(" * 21 + "mines", (Remark(LeftOut.BRACKETS, ("20",)),)),
    ("country:KHM ~ mines", (Remark(LeftOut.NEARNESS),)),
    ("m*", (Remark(LeftOut.BEGINNING, ("m*", "m")),)),
    ("地* mi*", ()),
    ("mines", ()),
]


@pytest.mark.parametrize(("text", "notes"), BOUNDED)
def test_what_is_left_out_is_said(reader: Reader, text: str, notes: tuple[Remark, ...]) -> None:
    answer = search(reader, SearchRequest(text))
    assert answer.notes == notes
    assert len(answer.parts) <= MOST_TERMS
    assert all(len(part.text) <= MOST_CHARACTERS for part in answer.parts)


SIGNS = ['"', "(", ")", "-", " ", " OR ", " ~ ", "*", ":", "\\", "/", "'", ";--", "NEAR(", "AND"]
FIELDS = ["country:", "year:", "title:", "has:", "folder:", "2008.."]
ODD = ["\u00a0", "\ud800", "\x00", "\u202e", "\u0301", "\U0001f4a3"]
PIECES = st.sampled_from([*SIGNS, *FIELDS, *ODD, "mines", "clear", "地", "⺀", "កម្ពុជា"])
TEXTS = st.one_of(st.text(max_size=600), st.lists(PIECES, max_size=80).map("".join), st.text(st.characters(categories=["P", "S", "C"])))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(TEXTS, st.booleans())
def test_nothing_typed_fails(reader: Reader, text: str, typing: bool) -> None:
    put_through(reader, text, typing=typing)


def test_an_empty_library_answers_too(tmp_path: Path) -> None:
    with Reader(library(tmp_path, {})) as empty:
        for text in LIST.values():
            assert search(empty, SearchRequest(text)).hits == ()
