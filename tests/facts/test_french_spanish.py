"""Profiles in the prose of the Monitor, in French and in Spanish: several treaties on one page, and what must give nothing."""

from __future__ import annotations

import pytest

from archiveviewer.facts.reading.read import read
from archiveviewer.records import PageText

FRENCH = """
Sénégal
Politique d’interdiction des armes à sous-munitions

La République du Sénégal a signé la Convention sur les armes à sous-munitions le 3 décembre 2008 et l’a ratifiée le 3 août 2011.
Le Sénégal est un État partie à la Convention depuis le 1er février 2012. Le Mali est lui aussi un État partie à la Convention.
Le Sénégal a déclaré n’avoir jamais produit ni transféré d’armes à sous-munitions et ne pas posséder de stocks d’armes à sous-munitions.
Il est partie à la Convention sur certaines armes classiques, mais n’a pas adhéré au Protocole V.

Politique d’interdiction des mines

Le Sénégal est un État partie au Traité d’interdiction des mines. Il a adhéré au Traité d’interdiction des mines le 24 septembre 1998.
En 2019, le Sénégal conservait 50 mines antipersonnel à des fins de formation.
Le délai fixé au titre de l’article 5 expire le 1er mars 2026. Le Sénégal devrait achever le déminage en 2027.

Victimes

En 2019, l’Observatoire a recensé 1 105 victimes de mines au Sénégal. Depuis 1988, 1 235 victimes ont été recensées.
Au moins 800 survivants vivent au Sénégal. En 2019, plus de 300 survivants ont reçu une aide.
"""
SPANISH = """
Colombia
Política de prohibición de las municiones en racimo

La República de Colombia firmó la Convención sobre Municiones en Racimo el 3 de diciembre de 2008 y la ratificó el 10 de septiembre de 2015.
La Convención entró en vigor para Colombia el 1 de marzo de 2016. Venezuela no se ha adherido a la Convención.
Colombia nunca ha producido municiones en racimo. Se desconoce si Venezuela posee municiones en racimo.

Política de prohibición de las minas

Colombia es Estado Parte del Tratado de Prohibición de Minas.
Completó la destrucción de su arsenal de 18.531 minas antipersonal el 24 de octubre de 2004.
El plazo del artículo 5 de Colombia vence el 31 de diciembre de 2025. Colombia solicitará una prórroga hasta 2030.

Víctimas

En 2017, el Monitor registró 1.056 víctimas de minas en Colombia. Desde 1990 se han registrado 11.460 víctimas en el país.
Colombia tiene más de 9.000 sobrevivientes de minas. En 2017, más de 200 sobrevivientes recibieron prótesis.
"""


def facts_of(title: str, text: str) -> set[tuple[str, str, str, str | None]]:
    """Return what a page states: country, type, value and the day it holds for."""
    found = read((PageText(number=1, label="1", text=text),), paged=False, title=title, name="page")
    return {(fact.country, fact.type, fact.value, fact.as_of) for fact in found.facts}


def test_a_profile_in_french() -> None:
    assert {one[1:] for one in facts_of("Sénégal", FRENCH) if one[0] == "SEN"} == {
        ("ccm.signature", "2008-12-03", None),
        ("ccm.ratification", "2011-08-03", None),
        ("ccm.entry_into_force", "2012-02-01", None),
        ("ccm.status", "state_party", None),
        ("ccm.art1.production", "no", None),
        ("ccm.art3.stockpile_reported", "no", None),
        ("ccw.status", "party", None),
        ("ccw.pv.status", "not_party", None),
        ("apmbc.status", "state_party", None),
        ("apmbc.accession", "1998-09-24", None),
        ("apmbc.art3.retained", "50", "2019"),
        ("apmbc.art5.deadline", "2026-03-01", None),
        ("apmbc.art5.deadline_current", "2026-03-01", None),
        ("casualties.year", "1105", "2019"),
        ("victims.survivors_estimate", "800", None),
    }


def test_a_profile_in_spanish() -> None:
    assert {one[1:] for one in facts_of("Colombia", SPANISH) if one[0] == "COL"} == {
        ("ccm.signature", "2008-12-03", None),
        ("ccm.ratification", "2015-09-10", None),
        ("ccm.entry_into_force", "2016-03-01", None),
        ("ccm.status", "state_party", None),
        ("ccm.art1.production", "no", None),
        ("apmbc.status", "state_party", None),
        ("apmbc.art4.completed", "2004-10-24", None),
        ("apmbc.art4.destroyed_total", "18531", None),
        ("apmbc.art5.deadline", "2025-12-31", None),
        ("apmbc.art5.deadline_current", "2025-12-31", None),
        ("casualties.year", "1056", "2017"),
        ("victims.survivors_estimate", "9000", None),
    }


@pytest.mark.parametrize(("title", "text"), [("Sénégal", FRENCH), ("Colombia", SPANISH)])
def test_nothing_is_said_of_the_neighbour(title: str, text: str) -> None:
    assert len({country for country, *_ in facts_of(title, text)}) == 1
