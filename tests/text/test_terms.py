"""What the terms of a text are, in every script; and that index, question and marks agree on them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiveviewer.text import analysis
from archiveviewer.text.chunks import placed
from archiveviewer.text.terms import MOST_STEMS, Line, QueryTerm, index_terms, query_stems, query_terms
from shared import SHARED, needs_shared

SCRIPTS = "aZé ß'’-_.,/0٢२²½ſİıΆςЁйا أةـًשּׁ第雷のガｶﾞ각ᄀㄱᅡកខ្មែរ្ត៉ា\u17b5ทุ่นน้ำเแໝນໍ້ကျင်္ဂ\u200b\u00ad\u200d\u00a0\u202f\n\r\t\x00\ud800ﬁﷺ①Ⅳ㎢हिन्दी"
texts = st.one_of(st.text(max_size=60), st.text(alphabet=SCRIPTS, max_size=60))


@pytest.mark.parametrize(
    ("written", "terms"),
    [
        ("S/2025/194", "s 2025 194"),
        ("APLC/MSP.14/2015/WP.1", "aplc msp 14 2015 wp 1"),
        ("11MSP", "11 msp"),
        ("l'eau", "l eau"),
        ("l’eau", "l eau"),
        ("anti-personnel", "anti personnel"),
        ("anti\u2011personnel", "anti personnel"),
        ("APLC_MSP_14", "aplc msp 14"),
        ("1\u00a0January\u00a02010", "1 january 2010"),
        ("Déminage ŒUVRE Straße Łódź đồng Århus", "deminage oeuvre strasse lodz dong arhus"),
        ("İstanbul ılık Azərbaycan", "istanbul ilik azerbaycan"),
        ("Νάρκες ΝΑΡΚΗΣ", "ναρκεσ ναρκησ"),
        ("e\u0301tude étude", "etude etude"),
        ("eﬃcient ﬁnal", "efficient final"),
        ("ground\u00adwork", "groundwork"),
        ("Мины ЁЛКА йод\u0301", "мины елка йод"),
        ("м'ята мʼята м’ята", "м ята м ята м ята"),
        ("الأَلْغام", "الالغام"),
        ("الألغـــام", "الالغام"),
        ("ﺍﻷﻟﻐﺎﻡ", "الالغام"),
        ("اتفاقية اتفاقيه", "اتفاقيه اتفاقيه"),
        ("إزالة على", "ازاله علي"),
        ("کشور كشور می\u200cشود", "كشور كشور ميشود"),
        ("שָׁלוֹם שלום", "שלום שלום"),
        ("हिन्दी बारूदी सुरंग", "हिन्दी बारूदी सुरंग"),
        ("地雷", "地雷 雷"),
        ("集束弹药", "集束 束弹 弹药 药"),
        ("地\n雷", "地雷 雷"),
        ("ランドマイン", "ラン ンド ドマ マイ イン ン"),
        ("ﾗﾝﾄﾞ", "ラン ンド ド"),
        ("지뢰를", "지뢰 뢰를 를"),
        ("ខ្មែរ", "ខ្មែ រ"),
        ("ខ្មែ\u200bរ", "ខ្មែ រ"),
        ("ทุ่นระเบิด", "ทุ่ น ระ เบิ ด"),
        ("ນ້ຳ", "ນໍ້າ"),
        ("မိုင်း", "မို င်း"),
        ("ᠨᠡᠷ\u180eᠡ", "ᠨᠡᠷ ᠡ"),
        ("١٢٣, १२३; ១២៣, １２３", "123 123 123 123"),
        ("\ud800 \x00 !!! 🙂 _ \u0301", ""),
    ],
)
def test_terms_as_written(written: str, terms: str) -> None:
    assert index_terms(written, None).exact == terms


@pytest.mark.parametrize(
    "written",
    [
        "203,671",
        "203 671",
        "203\u00a0671",
        "203\u202f671",
        "203'671",
        "203’671",
        "203.671",
        "203671",
        "٢٠٣٬٦٧١",
        "២០៣,៦៧១",
        "２０３,６７１",
        "2,03,671",
    ],
)
def test_one_number_however_grouped(written: str) -> None:
    assert index_terms(f"destroyed {written} mines", None).exact == "destroyed 203671 mines"


@pytest.mark.parametrize(
    ("written", "terms"),
    [
        ("Article 5 203,671 mines", "article 5 203671 mines"),
        ("in 2008 100 mines", "in 2008 100 mines"),
        ("销毁了203,671枚地雷", "销毁 毁了 了 203671 枚地 地雷 雷"),
        ("3.5 km² and 1,234.56", "3 5 km 2 and 1234 56"),
        ("km2", "km 2"),
        ("31.12.2025", "31 12 2025"),
        ("2008-2010", "2008 2010"),
        ("0.500", "0 500"),
        ("2025,194", "2025 194"),
    ],
)
def test_numbers_that_only_look_grouped(written: str, terms: str) -> None:
    assert index_terms(written, None).exact == terms


@pytest.mark.parametrize(
    ("written", "terms"),
    [
        ("humanitarian demi-\nning", "humanitarian demining demi ning"),
        ("anti-\npersonnel mines", "antipersonnel anti personnel mines"),
        ("demi- \r\n  ning", "demining demi ning"),
        ("demi\u00ad\nning", "demining"),
        ("Guinea-\nBissau", "guinea bissau"),
        ("2008-\n2010", "2008 2010"),
        ("mines -\nlaid", "mines laid"),
    ],
)
def test_words_broken_at_a_line_end(written: str, terms: str) -> None:
    assert index_terms(written, None).exact == terms


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ["survivor", "survivors", "Survivors"]),
        ("en", ["destroyed", "destroy", "destroying"]),
        ("fr", ["démineur", "démineurs", "DEMINEURS"]),
        ("es", ["mina", "minas"]),
        ("pt", ["mina", "minas"]),
        ("ru", ["мина", "мины", "минами"]),
        ("ar", ["ألغام", "الألغام", "للألغام", "والألغام", "بالألغام", "والالغام"]),
        ("ar", ["اتفاقية", "الاتفاقية", "اتفاقيات", "لاتفاقية", "واتفاقية"]),
        ("ar", ["ضحايا", "الضحايا", "لضحايا", "وضحايا"]),
        ("ar", ["دولة", "الدولة", "الدول", "دول"]),
        ("fa", ["مین", "مينها"]),
    ],
)
def test_forms_of_one_word_share_a_stem(language: str, forms: list[str]) -> None:
    assert len({index_terms(form, language).stems for form in forms}) == 1


def test_a_word_is_not_stemmed_by_a_language_of_another_script() -> None:
    assert index_terms("mines الألغام", "ar").stems.split()[0] == "mines"
    assert index_terms("mines мины", "en").stems == "mine мины"


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("地雷", (QueryTerm("地雷", ("地雷",)),)),
        ("雷", (QueryTerm("雷", ("雷",), prefix=True),)),
        ("第5条", (QueryTerm("第", ("第",)), QueryTerm("5", ("5",)), QueryTerm("条", ("条",), prefix=True))),
        ("지뢰", (QueryTerm("지뢰", ("지뢰",)),)),
        ("Mines", (QueryTerm("mines", ("mines", "mine", "min")),)),
        ("!!!", ()),
        ("", ()),
    ],
)
def test_query_terms(typed: str, terms: tuple[QueryTerm, ...]) -> None:
    assert query_terms(typed, ["en", "fr", "km", "zh"]) == terms


def test_a_rare_language_counts_where_others_are_written_in_other_letters() -> None:
    common = ["en", "it", "km", "pt", "fr", "de", "so", "es"]
    assert query_stems("свобода", [*common, "ru"]) == ("свобода", "свобод")


@pytest.mark.parametrize(
    ("words", "languages", "stems"),
    [
        ("area", ["en", "fr", "es"], ("area",)),
        ("areas", ["en", "es"], ("areas", "area")),
        ("área", ["en", "es"], ("area", "are")),
        ("area", ["es", "en"], ("area", "are")),
        ("are", ["en", "es"], ("are",)),
        ("mines", ["en", "fr"], ("mines", "mine", "min")),
    ],
)
def test_no_stem_is_an_everyday_word_of_a_commoner_language(words: str, languages: list[str], stems: tuple[str, ...]) -> None:
    assert query_terms(words, languages) == (QueryTerm(words.lower().replace("á", "a"), stems),)


def test_only_so_many_stems_count() -> None:
    assert len(query_stems("generalisations", ["en", "fr", "de", "it", "pt", "es", "nl", "ro", "sv", "fi", "hu", "tr"])) <= MOST_STEMS + 1


@settings(max_examples=400, deadline=None)
@given(text=texts, language=st.sampled_from([None, "en", "fr", "ru", "ar", "fa", "zh", "km", "el", "tr", "sr"]))
def test_index_and_positions_agree(text: str, language: str | None) -> None:
    terms = index_terms(text, language)
    line = Line(text, language)
    assert (terms.exact, terms.stems) == (" ".join(line.exact), " ".join(line.stems))
    for number in range(len(line.exact)):
        start, end = line.span(number, number)
        assert 0 <= start < end <= len(text)


@settings(max_examples=400)
@given(chunk=texts)
def test_terms_and_tokens_agree(chunk: str) -> None:
    tokens = analysis.tokens(chunk)
    assert [token.term for token in tokens] == analysis.terms(chunk)
    assert all(0 <= start < end <= len(chunk) for _, start, end in tokens)


@settings(max_examples=400, deadline=None)
@given(text=texts)
def test_terms_hold_neither_space_nor_control_nor_punctuation(text: str) -> None:
    terms = index_terms(text, "en")
    assert len(terms.exact.split(" ")) == len(terms.stems.split(" "))
    for term in f"{terms.exact} {terms.stems}".strip().split(" "):
        assert all(ord(char) > 0x7F or char.isdigit() or char.islower() for char in term)
        assert not any(char.isspace() or 0xD800 <= ord(char) <= 0xDFFF for char in term)


@settings(max_examples=400, deadline=None)
@given(text=texts)
def test_a_question_asks_for_terms_of_the_index(text: str) -> None:
    asked = [term.exact for term in query_terms(text, [])]
    assert index_terms(text, None).exact.split()[: len(asked)] == asked


@needs_shared
@pytest.mark.parametrize("name", sorted(path.name for path in (SHARED / "corpus" / "text_udhr").glob("*.txt")))
def test_index_and_positions_agree_on_real_texts(name: str) -> None:
    text = (SHARED / "corpus" / "text_udhr" / name).read_text("utf-8")
    for language in (None, "en", "ru", "ar"):
        terms = index_terms(text, language)
        line = Line(text, language)
        assert (terms.exact.split(" "), terms.stems.split(" ")) == (line.exact, line.stems)
    for _, chunk in placed(text):
        assert [token.term for token in analysis.tokens(chunk)] == analysis.terms(chunk)
