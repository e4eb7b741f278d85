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


def test_a_country_is_known_by_its_names_in_all_languages() -> None:
    assert {"Cambodia", "Cambodge", "Камбоджа", "كمبوديا", "柬埔寨", "កម្ពុជា"} <= set(names.names_of("KHM"))
    assert len(names.names_of("KHM")) == len(set(names.names_of("KHM")))
    assert names.names_of("XXX") == ()
