"""The date of a document itself, and what never is one."""

from __future__ import annotations

import pytest

from archiveviewer.facts.reading.dating import stated_date, title_year
from archiveviewer.facts.reading.read import read
from archiveviewer.records import PageText


def date_of(text: str, *, title: str, paged: bool = True) -> str | None:
    return read((PageText(number=1, label="1", text=text),), paged=paged, title=title, name="paper").date


REQUEST = (
    "Cambodia's Extension Request 2019\nSummary\nCambodia asks for more time to clear anti-personnel mines. The request was handed in on "
    "27 March 2019. It is the second one: a first request of 11 May 2009 was granted at the Cartagena Summit and moved the mine clearance "
    "deadline to 1 January 2020.\nStep\nDate\nEntry into force\n1 January 2000\nSecond deadline\n31 December 2025\n"
)


@pytest.mark.parametrize(
    ("title", "text", "day"),
    [
        ("Cambodia's Extension Request 2019", REQUEST, "2019-03-27"),
        ("Cambodia's Extension Request", REQUEST, "2019-03-27"),
        ("Cambodia's Extension Request 2018", REQUEST, "2018"),
        (
            "Décision sur la demande de prolongation du Cambodge 2019",
            "Quatrième Conférence d\u2019examen, Oslo (Norvège), du 25 au 29 novembre 2019.\n"
            "Ils ont fixé au 31 décembre 2025 le nouveau délai pour le déminage.",
            "2019-11-29",
        ),
        ("Extension Request Decision", "The Cartagena Summit granted it. Anti-personnel mines.", "2009-12-04"),
        ("Extension Request Analysis 2009", "The request names 1 January 2020 as the new deadline for mine clearance.", "2009"),
        ("Extension Request Analysis", "The request names 1 January 2020 as the new deadline for mine clearance.", None),
        ("Additional information", "Received on 8 August 2019. Mine clearance.\nThe date asked for is 31 December 2025.", "2019-08-08"),
        ("សំណើសុំពន្យារពេលរបស់កម្ពុជា ២០១៩", "មីន", "2019"),
    ],
)
def test_date_of_a_paper(title: str, text: str, day: str | None) -> None:
    assert date_of(text, title=title) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Last updated: 7 October 2019", "2019-10-07"),
        ("01.06.2018\n\nLandmines in Angola.", "2018-06-01"),
        ("Dernière mise à jour : 7 octobre 2019", "2019-10-07"),
        ("Entry into force\n1 January 2000", None),
        ("2019\n", None),
        ("a\nb\nc\nd\ne\nf\ng\n1 January 2000", None),
        ("Article 5\nCurrent deadline\nAngola\n31 December 2030\n31 December 2025", None),
    ],
)
def test_stated_date(text: str, day: str | None) -> None:
    assert stated_date(text) == day


@pytest.mark.parametrize(
    ("title", "year"),
    [("Request 2019", "2019"), ("Report 2018-2019", None), ("Resolution 1325", None), ("សំណើ ២០១៩", "2019"), ("Annex 19", None)],
)
def test_title_year(title: str, year: str | None) -> None:
    assert title_year(title) == year
