"""Names of countries as real pages print them."""

from __future__ import annotations

import pytest

from archiveviewer.text import names


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("KHM", "KHM"),
        ("khm", "KHM"),
        ("KH", "KHM"),
        ("cambodia", "KHM"),
        ("The Kingdom of Cambodia", "KHM"),
        ("Cambodge", "KHM"),
        ("Camboya", "KHM"),
        ("Камбоджа", "KHM"),
        ("كمبوديا", "KHM"),
        ("柬埔寨", "KHM"),
        ("កម្ពុជា", "KHM"),
        ("DRC", "COD"),
        ("Democratic Republic of the Congo", "COD"),
        ("Congo", "COG"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Guinea Bissau", "GNB"),
        ("Guinea-Bissau", "GNB"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Republic of Korea", "KOR"),
        ("Côte d’Ivoire", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Bosnia & Herzegovina", "BIH"),
        ("Antarctic whale", None),
        ("", None),
    ],
)
def test_code_of(name: str, code: str | None) -> None:
    assert names.code_of(name) == code


def test_every_code_is_known_by_its_own_name() -> None:
    for code in names.codes():
        assert names.code_of(names.name_of(code)) == code, code
        assert names.code_of(names.name_of(code, "fr")) == code, code


def test_name_of_falls_back_to_english_and_then_to_the_code() -> None:
    assert names.name_of("KHM", "ar") == "كمبوديا"
    assert names.name_of("KHM", "tlh") == "Cambodia"
    assert names.name_of("QQQ") == "QQQ"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Democratic Republic of the Congo and Congo", ["The Democratic Republic of the Congo", "Congo"]),
        ("The Hashemite Kingdom of Jordan signed", ["The Hashemite Kingdom of Jordan"]),
        ("Niger is not Nigeria, nor is a Nigerian", ["Niger", "Nigeria"]),
        ("South Sudan, Sudan and SOUTH SUDAN", ["South Sudan", "Sudan", "SOUTH SUDAN"]),
        ("Bosnia and Herzegovina (BiH), the UK", ["Bosnia and Herzegovina", "BiH", "the UK"]),
        ("Papua New Guinea, Equatorial Guinea, Guinea", ["Papua New Guinea", "Equatorial Guinea", "Guinea"]),
        ("Angola’s report; Mali's; Malian", ["Angola", "Mali"]),
        ("it told us about a car and a chad", []),
    ],
)
def test_mentions(text: str, found: list[str]) -> None:
    assert [text[slice(*mention.span)] for mention in names.mentions(text)] == found


def test_mentions_in_other_languages() -> None:
    assert [mention.code for mention in names.mentions("Le Cambodge et le Tchad", ("en", "fr"))] == ["KHM", "TCD"]
    assert [mention.code for mention in names.mentions("L’Angola, l'Afghanistan et celui d’Haïti", ("en", "fr"))] == ["AGO", "AFG", "HTI"]
    assert [mention.code for mention in names.mentions("柬埔寨和安哥拉", ("zh",))] == ["KHM", "AGO"]


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("ru", "Анализ просьбы Камбоджи; Камбоджу, Камбоджей, о Камбодже", ["KHM"] * 4),
        ("ru", "из Нигера в Нигерию", ["NER", "NGA"]),
        ("ru", "Южного Судана и Судана", ["SSD", "SDN"]),
        ("ru", "в Боснии и Герцеговине, Шри-Ланкой и США", ["BIH", "LKA", "USA"]),
        ("ru", "Того же года Малый совет", []),
        ("ar", "طلب التمديد المقدم من كمبوديا، وكمبوديا ولكمبوديا", ["KHM"] * 3),
        ("ar", "للأردن والأردن وبالأردن", ["JOR"] * 3),
        ("ar", "قانون العمل الجزائري والدعم المالي", []),
        ("zh", "对柬埔寨延期请求的分析", ["KHM"]),
        ("km", "សំណើសុំពន្យារពេលរបស់កម្ពុជា", ["KHM"]),
        ("km", "គណៈកម្មាធិការអចិន្ត្រៃយ៍", []),
    ],
)
def test_names_in_other_scripts_in_all_their_forms(language: str, text: str, codes: list[str]) -> None:
    assert [mention.code for mention in names.mentions(text, (language,))] == codes


def test_a_country_is_known_by_its_names_in_all_languages() -> None:
    assert {"Cambodia", "Cambodge", "Камбоджа", "كمبوديا", "柬埔寨", "កម្ពុជា"} <= set(names.names_of("KHM"))
    assert len(names.names_of("KHM")) == len(set(names.names_of("KHM")))
    assert names.names_of("XXX") == ()
