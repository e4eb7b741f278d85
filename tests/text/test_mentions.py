"""Tests of where a text names a country."""

from __future__ import annotations

import pytest

from archiveviewer.text import mentions


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
        ("The Republic of Sloveniasigned it, Guinea-Bissauratified it", ["The Republic of Slovenia", "Guinea-Bissau"]),
        ("Designed and assigned in Nigeria", ["Nigeria"]),
        ("Perú, Panamá and México, Sénégal and Bénin, not Perúgia", ["Perú", "Panamá", "México", "Sénégal", "Bénin"]),
        ("it told us about a car and a chad", []),
    ],
)
def test_mentions(text: str, found: list[str]) -> None:
    assert [text[slice(*mention.span)] for mention in mentions.find(text)] == found


def test_mentions_in_other_languages() -> None:
    assert [mention.code for mention in mentions.find("Le Cambodge et le Tchad", ("en", "fr"))] == ["KHM", "TCD"]
    assert [mention.code for mention in mentions.find("L’Angola, l'Afghanistan et celui d’Haïti", ("en", "fr"))] == ["AGO", "AFG", "HTI"]
    assert [mention.code for mention in mentions.find("柬埔寨和安哥拉", ("zh",))] == ["KHM", "AGO"]


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
    assert [mention.code for mention in mentions.find(text, (language,))] == codes
