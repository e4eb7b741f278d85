"""Known words find known documents in every script, and what only looks like them does not.

The documents are the Declaration of Human Rights in 41 files, so each word has been looked up in all of them. A row holds what is
typed, the file that comes first (none where nothing has it; `por` is either Portuguese one), and files that must not have it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archiveviewer.index.reader import Reader
from archiveviewer.query.search import search
from archiveviewer.records import SearchRequest
from archiveviewer.text.language import detect
from libraries import document, library
from shared import SHARED, needs_shared

TEXTS = SHARED / "corpus" / "text_udhr"

ARABIC = [
    ("الحرية", "arb", "pes_1 urd"),
    ("حرية", "arb", "pes_1 urd"),
    ("والحريه", "arb", "pes_1 urd"),
    ("حُرِّيَّة", "arb", "pes_1 urd"),
    ("الحـــرية", "arb", "pes_1"),
    ("ﺍﻟﺤﺮﻳﺔ", "arb", "pes_1"),
    ("تعذيب", "arb", "pes_1 urd"),
    ("للتعذيب", "arb", "pes_1 urd"),
    ("الإسترقاق", "arb", "pes_1 urd"),
    ("الاسترقاق", "arb", "pes_1 urd"),
    ("العطلات", "arb", "pes_1 urd"),
    ("الألغام", "", "arb"),
    ("سجن", "", "arb"),
    ("تعذب", "", "arb"),
    ("بردگی", "pes_1", "arb urd"),
    ("بردگي", "pes_1", "arb urd"),
    ("شكنجه", "pes_1", "arb"),
    ("می\u200cتواند", "pes_1", "arb"),
    ("غلامی", "urd", "arb pes_1"),
]
CHINESE = [
    ("国籍", "cmn_hans", "cmn_hant"),
    ("國籍", "cmn_hant", "cmn_hans jpn"),
    ("籍", "cmn_hans", "kor"),
    ("奴隶", "cmn_hans", "cmn_hant jpn"),
    ("奴隸", "cmn_hant", "cmn_hans jpn"),
    ("庇护", "cmn_hans", "cmn_hant jpn"),
    ("庇 护", "cmn_hans", "cmn_hant"),
    ("免费", "cmn_hans", "cmn_hant jpn"),
    ("工会", "cmn_hans", "cmn_hant"),
    ("第二十六条", "cmn_hans", "cmn_hant"),
    ("休息和闲暇", "cmn_hans", "cmn_hant jpn"),
    ('"享受庇护"', "cmn_hans", "cmn_hant"),
    ("国会", "", "cmn_hans cmn_hant"),
    ("籍国", "", "cmn_hans jpn"),
    ("地雷", "", "cmn_hans cmn_hant jpn"),
    ("奴隷", "jpn", "cmn_hans cmn_hant"),
    ("すべて", "jpn", "cmn_hans"),
    ("국적", "kor", "jpn"),
]
KHMER = [
    ("សញ្ជាតិ", "khm", "tha lao mya"),
    ("ទាសភាព", "khm", "tha lao"),
    ("ទារុណកម្ម", "khm", ""),
    ("ជ្រកកោន", "khm", ""),
    ("សេរីភាព", "khm", ""),
    ("សេ\u200bរី\u200bភាព", "khm", ""),
    ("សិទ្ធិ", "khm", ""),
    ("សិទ្ធិទទួលបានសញ្ជាតិ", "khm", ""),
    ("អប់រំ", "khm", ""),
    ("មាត្រា ១៥", "khm", ""),
    ("មាត្រា 15", "khm", ""),
    ("ឡ\u17beយ", "khm", ""),
    ("ឡ\u17c1\u17b8យ", "khm", ""),
    ("សេរិភាព", "", "khm"),
    ("មីន", "", "khm"),
    ("អប់រំា", "", "khm"),
    ("ទាសី", "", "khm"),
]
RUSSIAN = [
    ("рабстве", "rus", "srp_cyrl"),
    ("РАБСТВА", "rus", "srp_cyrl"),
    ("рабство", "rus", "srp_cyrl"),
    ("пытка", "rus", "bul ukr"),
    ("пыткам", "rus", "bul ukr"),
    ("убежища", "rus", "ukr"),
    ("убежищами", "rus", "ukr"),
    ("бесплатным", "rus", "bul ukr"),
    ("отдых", "rus", "bul ukr"),
    ('"право на отдых"', "rus", "bul ukr"),
    ("рабочий", "rus", "bul"),
    ("раб", "", "rus ukr"),
    ("рыба", "", "rus"),
    ("мины", "", "rus"),
    ("катування", "", "rus"),
    ("тортурам", "ukr", "rus"),
]
FRENCH = [
    ("l'esclavage", "fra", "eng"),
    ("l’esclavage", "fra", "eng"),
    ("ESCLAVAGE", "fra", "eng"),
    ("arbitrairement", "fra", "eng spa"),
    ("congés payés", "fra", "spa"),
    ("conges payes", "fra", "spa"),
    ("l'asile", "fra", "eng"),
    ("bien-être", "fra", "spa"),
    ("bien\u2010etre", "fra", "spa"),
    ("privée", "fra", "por_PT"),
    ("l'homme", "fra", "spa"),
    ('"toute personne a droit"', "fra", "ita"),
    ('"droit toute personne"', "", "fra"),
    ('"la homme"', "", "fra"),
    ("mines", "", "fra"),
]
SPANISH = [
    ("esclavitud", "spa", "por_PT"),
    ("ESCLAVITUD", "spa", "por_PT"),
    ("esclavos", "spa", "por_PT"),
    ("educación", "spa", "por_PT"),
    ("educacion", "spa", "por_PT"),
    ("vacaciones", "spa", "por_PT ita"),
    ("sueño", "", "por_PT"),
    ("enseñanza", "spa", "por_PT"),
    ("ensen\u0303anza", "spa", "por_PT"),
    ("nacionalidad", "spa", "ita"),
    ("matrimonios", "spa", "eng"),
    ('"toda persona tiene derecho"', "spa", "por_PT"),
    ('"derecho tiene toda"', "", "spa"),
    ("minas", "", "spa"),
]
PORTUGUESE = [
    ("escravatura", "por_PT", "spa por_BR"),
    ("escravidão", "por_BR", "spa por_PT"),
    ("escravidao", "por_BR", "spa por_PT"),
    ("ESCRAVIDÃO", "por_BR", "spa"),
    ("férias", "por", "spa eng"),
    ("nações", "por", "eng"),
    ("nacoes", "por", "eng"),
    ("bem‐estar", "por", "spa"),
    ("bem-estar", "por", "spa"),
    ("instrução", "por_BR", "spa"),
    ("cidadãos", "", "spa"),
    ("culpabilidade", "por", "ita"),
    ('"têm direito"', "por", "spa"),
    ("pão", "", "por_PT por_BR"),
    ("minas", "", "por_PT"),
]
THAI = [
    ("สัญชาติ", "tha", "lao khm"),
    ("ทรมาน", "tha", "lao"),
    ("เสรีภาพ", "tha", "lao"),
    ("เสรี\u200bภาพ", "tha", "lao"),
    ("การศึกษา", "tha", ""),
    ("ลี้ภัย", "tha", ""),
    ("ล\u0e49\u0e35ภัย", "tha", ""),
    ("เลือกตั้ง", "tha", ""),
    ("ครอบครัว", "tha", ""),
    ("สิทธิมนุษยชน", "tha", ""),
    ("ข้อ ๑๕", "tha", ""),
    ("ข้อ 15", "tha", ""),
    ("ดีน", "", "tha"),
    ("ทุ่นระเบิด", "", "tha"),
    ("เสรภาพ", "", "tha"),
]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    texts = {path.stem: path.read_text("utf-8") for path in sorted(TEXTS.glob("*.txt"))}
    documents = {name: document(text, title=name, language=detect(text)) for name, text in texts.items()}
    with Reader(library(tmp_path_factory.mktemp("library"), documents)) as opened:
        yield opened


@needs_shared
@pytest.mark.parametrize(("typed", "first", "never"), ARABIC + CHINESE + KHMER + RUSSIAN + FRENCH + SPANISH + PORTUGUESE + THAI)
def test_a_word_finds_its_document(reader: Reader, typed: str, first: str, never: str) -> None:
    answer = search(reader, SearchRequest(typed, limit=50, seconds=20))
    found = [hit.path.rpartition("/")[2] for hit in answer.hits if not hit.missing]
    assert not set(found) & set(never.split())
    if first:
        assert found[0].startswith(first)
        best = answer.hits[0].pages[0]
        assert all(0 <= start < end <= len(best.snippet) for start, end in best.marks)
        assert best.marks


UNFINISHED = {
    "他的个人": ("chinese", "每个人都是社会的成员，有权发展他的个人尊严。", "zh"),
    "人はすべ": ("japanese", "すべての人は、人はすべて平等である。", "ja"),
    "가담하거": ("korean", "직접 가담하거나 방조한 자는 처벌된다.", "ko"),
    "កម្ពុជាមី": ("khmer", "កម្ពុជាមីន", "km"),
}


@pytest.mark.parametrize("typed", UNFINISHED)
def test_what_is_written_without_spaces_is_found_before_its_end(tmp_path: Path, typed: str) -> None:
    documents = {name: document(text, language=language) for name, text, language in UNFINISHED.values()}
    with Reader(library(tmp_path, documents)) as opened:
        hits = search(opened, SearchRequest(typed, typing=True, seconds=20)).hits
    assert [Path(hit.path).name for hit in hits if not hit.missing] == [UNFINISHED[typed][0]]
