"""What people type and what must be found: every example that the design names, on pages made of the words that real ones have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from archiveviewer.index.reader import Reader
from archiveviewer.index.writer import Writer
from archiveviewer.query.search import search
from archiveviewer.records import REASONS, Health, Kind, Problem, ProblemCode, SearchRequest
from libraries import document, put

_ARTICLE_5 = "Each State Party undertakes to destroy all anti-personnel mines in mined areas, as Article 5 asks."
ARCHIVE = {
    "request": document(
        "The deadline is 1\u00a0January\u00a02020.",
        _ARTICLE_5,
        title="Second extension request",
        kind=Kind.REQUEST,
        country="KHM",
        date="2009",
    ),
    "decision": document("The deadline of 31 December 2025 was granted.", kind=Kind.DECISION, country="KHM", date="2019-11-29"),
    "stockpile": document("The stockpile held 203,671 mines on 12 km\u00b2.", country="LAO", date="2010"),
    "spaced": document("203\u202f671 pieces, 203'671 once more, on 12 km2.", date="2007"),
    "cluster": document("A stockpile of cluster munitions. Survivors.", date="2008"),
    "papers": document("See S/2025/194, APLC/MSP.14/2015/WP.1 and 11MSP.", title="Papers"),
    "french": document("Le droit à l\u2019eau, le déminage et la prolongation du délai.", title="L'eau", language="fr"),
    "spanish": document("La destrucción de minas antipersonal en Camboya.", language="es"),
    "portuguese": document("A extensão do prazo e a desminagem das áreas minadas.", language="pt"),
    "russian": document("Всё о разминировании: её начал учёный.", language="ru"),
    "arabic": document("إزالة الأَلْغَام المضادّة للأفراد في كمبـــوديا", language="ar"),
    "persian": document("مین‌روبی در کشور ایران", language="fa"),
    "presented": document("\ufe8d\ufedf\ufea4\ufeae\ufe8f", language="ar"),
    "chinese": document("各缔约国承诺销毁雷区内的所有杀伤人员地雷。", language="zh"),
    "japanese": document("対人地雷の禁止に関する条約", language="ja"),
    "khmer": document("ការបោស\u200bសម្អាតមីន នៅកម្ពុជា", language="km"),
    "khmer other": document("មីនា ឆ្នាំ ភាសាខ្មែរ", language="km"),
    "thai": document("การกวาดล้างทุ่นระเบิดในประเทศไทย", language="th"),
    "lao": document("ການເກັບກູ້ລະເບີດ", language="lo"),
    "burmese": document("မြေမြှုပ်မိုင်း ရှင်းလင်းရေး", language="my"),
    "broken": document("The humani-\ntarian demin\u00ading e\ufb03ciency of mine\u200bfields."),
    "digits": document("في ٢٠١٠ و ۲۰۱۱", language="ar"),
    "greek": document("Η Σύμβαση για τις ΝΆΡΚΕΣ", language="el"),
    "stem": document("The survivor survives."),
}
SCANNED = replace(document("Recognised words."), pages=(replace(document("Recognised words.").pages[0], health=Health.RECOGNISED),))

FOUND = [
    # numbers, measures, symbols
    ("203,671", ["spaced", "stockpile"]),
    ("203 671", ["spaced", "stockpile"]),
    ("203'671", ["spaced", "stockpile"]),
    ("203671", ["spaced", "stockpile"]),
    ("km²", ["spaced", "stockpile"]),
    ("km2", ["spaced", "stockpile"]),
    ("2010", ["digits"]),
    ("٢٠١١", ["digits"]),
    ("11MSP", ["papers"]),
    ("msp", ["papers"]),
    ("S/2025/194", ["papers"]),
    ("2025 194", ["papers"]),
    ("APLC/MSP.14/2015/WP.1", ["papers"]),
    ("MSP.14", ["papers"]),
    # words as people type them
    ("l'eau", ["french"]),
    ("l’eau", ["french"]),
    ("eau", ["french"]),
    ("deminage", ["french"]),
    ("DÉMINAGE", ["french"]),
    ("anti-personnel", ["request"]),
    ("undertakes to destroy all", ["request"]),
    ('"Article 5"', ["request"]),
    ('"1 January 2020"', ["request"]),
    ("humanitarian", ["broken"]),
    ("demining", ["broken"]),
    ("efficiency", ["broken"]),
    # scripts
    ("учёный", ["russian"]),
    ("ученый", ["russian"]),
    ("разминирование", ["russian"]),
    ("ναρκες", ["greek"]),
    ("الألغام", ["arabic"]),
    ("الالغام", ["arabic"]),
    ("ألغام", ["arabic"]),
    ("كمبوديا", ["arabic"]),
    ("الحرب", ["presented"]),
    ("مین‌روبی", ["persian"]),
    ("مينروبي", ["persian"]),
    ("地雷", ["chinese", "japanese"]),
    ("杀伤人员地雷", ["chinese"]),
    ("雷区", ["chinese"]),
    ("条約", ["japanese"]),
    ("មីន", ["khmer"]),
    ("កម្ពុជា", ["khmer"]),
    ("សម្អាតមីន", ["khmer"]),
    ("ខ្មែរ", ["khmer other"]),
    ("ทุ่นระเบิด", ["thai"]),
    ("ລະເບີດ", ["lao"]),
    ("မိုင်း", ["burmese"]),
    ("destruccion", ["spanish"]),
    ("extensão", ["portuguese"]),
    ("minadas", ["portuguese", "spanish"]),
    # the language of questions
    ('deadline "1 January 2020"', ["request"]),
    ("stockpile -cluster", ["stockpile"]),
    ("country:KHM kind:decision", ["decision"]),
    ("country:Cambodia deadline", ["decision", "request"]),
    ("year:2008..2010 surviv*", ["cluster"]),
    ("surviv*", ["cluster", "stem"]),
    ('"survivors"', ["cluster"]),
    ("survivors", ["cluster", "stem"]),
    ("lang:fr", ["french"]),
    ("lang:French délai", ["french"]),
    ('kind:"extension request"', ["request"]),
    ("title:extension", ["request"]),
    ("folder:archive cluster", ["cluster"]),
    ("has:ocr", ["scanned"]),
    ("has:problem", ["scanned"]),
    ("has:scan", ["scanned"]),
    ("year:2008..2010", ["cluster", "request", "stockpile"]),
    ("year:..2008", ["cluster", "spaced"]),
    ("year:2010..", ["decision", "stockpile"]),
    ("deadline ~ granted", ["decision"]),
    ("(stockpile OR deadline) -country:KHM", ["cluster", "stockpile"]),
    ("destroy ~ (mines OR munitions)", ["request"]),
]

TYPED = [
    ("de", ["broken", "decision", "french", "portuguese", "request", "spanish"]),
    ("démi", ["broken", "french"]),
    ("demi", ["broken", "french"]),
    ("anti-pers", ["request"]),
    ("S/20", ["papers"]),
    ("ខ្មែ", ["khmer other"]),
    ("الأل", ["arabic"]),
    ("разминиров", ["russian"]),
    ("地", ["chinese", "japanese"]),
    ("ทุ่น", ["thai"]),
]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("library")
    problem = Problem("/archive/scanned", 1, ProblemCode.NO_TEXT, *REASONS[ProblemCode.NO_TEXT])
    with Writer(folder) as writer:
        for name, read in ARCHIVE.items():
            put(writer, name, read)
        put(writer, "scanned", SCANNED, problems=[problem])
    with Reader(folder) as opened:
        yield opened


def found(reader: Reader, text: str, *, typing: bool = False) -> list[str]:
    """Return the names of the documents that have all that is asked."""
    hits = search(reader, SearchRequest(text, typing=typing)).hits
    return sorted(hit.path.rpartition("/")[2] for hit in hits if not hit.missing)


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_a_question_finds_what_it_should(reader: Reader, text: str, names: list[str]) -> None:
    assert found(reader, text) == names


@pytest.mark.parametrize(("text", "names"), TYPED)
def test_what_is_typed_finds_what_it_may_become(reader: Reader, text: str, names: list[str]) -> None:
    assert found(reader, text, typing=True) == names
