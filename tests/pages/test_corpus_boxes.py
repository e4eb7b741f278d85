"""Every box of a hit lies on its word, also on pages of real reports: a table of hits that were looked at on pictures of the pages.

Two and three columns with words broken at their ends, tables, pages that are turned, French accents, Arabic with letters drawn out and
forms of presentation, Khmer with its vowels where a font put them, Chinese that goes on in the next line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from lit_words import LitWords, bare
from shared import SHARED, needs_shared


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a file of the real documents, and its language."""

    name: str
    number: int
    language: str


COLUMNS = Page("multicolumn.pdf", 1, "en")
REGISTER = Page("federal-register-2020-17221.pdf", 1, "en")
CHECKS = Page("nics-background-checks-2015-11.pdf", 1, "en")
CHECKS_TURNED = Page("nics-background-checks-2015-11-rotated.pdf", 1, "en")
TABLE_TURNED = Page("test_fontArialNotEmbedded.pdf", 17, "en")
EXPENSES_TURNED = Page("senate-expenditures.pdf", 1, "en")
FRENCH = Page("ohchr_2_fr.pdf", 4, "fr")
RUSSIAN = Page("ohchr_1_ru.pdf", 3, "ru")
LAW = Page("قانون رقم 23-12 يحدد القواعد العامة المتعلقة بالصفقات العمومية.pdf", 3, "ar")
LAW_FURTHER = Page(LAW.name, 5, "ar")
KHMER = Page("constitution_km.pdf", 2, "km")
KHMER_FURTHER = Page("constitution_km.pdf", 5, "km")
REPORT = Page("issue-67-example.pdf", 3, "zh")
REPORT_FURTHER = Page("issue-67-example.pdf", 4, "zh")

HITS = [
    (COLUMNS, "consectetuer", ["consectetuer", "con-|sectetuer", "consectetuer"]),
    (COLUMNS, "adipiscing", ["adip-|iscing", *["adipiscing"] * 3]),
    (COLUMNS, "rhoncus", ["rhon-|cus"]),
    (COLUMNS, "curabitur", ["Curabitur", "Cur-|abitur", "Curabitur"]),
    (COLUMNS, "sollicitudin", ["sollic-|itudin", "sollicitudin"]),
    (COLUMNS, "Maecenas", ["Maece-|nas", "Maecenas"]),
    (COLUMNS, "filled", ["\ufb01lled"]),
    (COLUMNS, "column", ["Column", "columns"]),
    (REGISTER, "submitted", ["submitting", "submitting", "submit", "submitted"]),
    (REGISTER, "rules", ["rules", "rule", "rules", "Rules"]),
    (REGISTER, "airplanes", ["Airplanes", "airplanes", "Airplane", "airplanes", "airplane", "Airplanes", "airplane"]),
    (REGISTER, "airworthiness directive", ["AirworthinessDirectives", "AirworthinessDirective"]),
    (CHECKS, "wyoming", ["Wyoming"]),
    (CHECKS, "North Carolina", ["NorthCarolina"]),
    (CHECKS_TURNED, "alabama", ["Alabama"]),
    (CHECKS_TURNED, "North Carolina", ["NorthCarolina"]),
    (CHECKS_TURNED, "handguns", [*["Handgun"] * 7, "handguns", *["handgun"] * 4]),
    (CHECKS_TURNED, "total", ["Totals"] * 2),
    (TABLE_TURNED, "versions", ["versions", "version", "version"]),
    (TABLE_TURNED, "acrobat", ["Acrobat"] * 9),
    (TABLE_TURNED, "1996", ["1996"] * 2),
    (EXPENSES_TURNED, "37499.96", ["37,499.96"]),
    (FRENCH, "etat", ["État"] * 5),
    (FRENCH, "procedure", ["procédures", *["procédure"] * 3]),
    (FRENCH, "egalite", ["égalité"]),
    (RUSSIAN, "право", ["правам", "правам", "права", "прав", "Права", "прав", "права", "Право"]),
    (LAW, "الدستور", ["الدستور"]),
    (LAW, "المالية", ["اﳌالية", "اﳌاﱄ", "اﳌاﱄ"]),
    (LAW, "الصفقات", ["بالصفقات", "بالصفقات", "الصــفقـــات", "بالصفقة", "الصـفــقات"]),
    (LAW_FURTHER, "المصلحة المتعاقدة", ["اﳌصلحة|اﳌتعاقدة", "للمـصــلحةاﳌتــعاقدة"]),
    (KHMER, "ចបប់", ["ចបប"] * 4),
    (KHMER, "សម័យ", ["សមយ"] * 2),
    (KHMER, "ជំពូក", ["ជពក"] * 2),
    (KHMER_FURTHER, "ករណី", ["ករណ"]),
    (REPORT, "报告期", ["报告期"] * 6),
    (REPORT, "净资产", ["净资产"] * 2),
    (REPORT, "非经常性损益", ["非经常性损|益", *["非经常性损益"] * 7]),
    (REPORT, "4755785.11", ["4,755,785.11"]),
    (REPORT_FURTHER, "股东", [*["股东"] * 6, "股|东", *["股东"] * 5]),
]


@pytest.fixture(scope="module")
def words_lit() -> Iterator[LitWords]:
    """Return what looks for words."""
    lit = LitWords()
    yield lit
    lit.close()


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert sum(len(found) for *_, found in HITS) >= 120


@needs_shared
@pytest.mark.parametrize(("page", "words", "found"), HITS)
def test_boxes_lie_on_the_words(words_lit: LitWords, page: Page, words: str, found: list[str]) -> None:
    path = next((SHARED / "corpus").rglob(page.name))
    lit = words_lit.find(path, page.language, words, page=page.number)
    assert lit == ["|".join(map(bare, hit.split("|"))) for hit in found]
