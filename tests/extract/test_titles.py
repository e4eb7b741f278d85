"""Titles are told from what programs leave in their place."""

from __future__ import annotations

import pytest

from archiveviewer.extract.titles import first_title, is_letterhead, name_title, said_title, shortened


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Second extension request of Cambodia", "Second extension request of Cambodia"),
        ("  Rice Processing\n in Nigeria ", "Rice Processing in Nigeria"),
        ("Microsoft Word - Newsletter of the ISU", "Newsletter of the ISU"),
        ("Microsoft Word - 0509 NewsletterAAA.doc", ""),
        ("PowerPoint Presentation", ""),
        ("untitled", ""),
        ("Untitled-1", ""),
        ("Document1", ""),
        ("Slide 1", ""),
        ("10811.exe", ""),
        ("905_Precinct_NoOU", ""),
        ("C:\\My Documents\\report", ""),
        ("www.joradp.dz", ""),
        ("- no title specified", ""),
        ("1/2", ""),
        ("R\ufffdsum\ufffd", ""),
        ("", ""),
        (None, ""),
        ("地雷", "地雷"),
        ("ខ្មែរ", "ខ្មែរ"),
        ("Russia", "Russia"),
    ],
)
def test_said_title(said: str | None, title: str) -> None:
    assert said_title(said) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Universal Declaration of Human Rights\n\nPreamble", "Universal Declaration of Human Rights"),
        ("# Cambodia #\ntext", "Cambodia"),
        (
            "+   *    +     +\nAbout Us \nThe Issues \nOrder Publications \nPress Room \n\n\nThe Kingdom has not signed.",
            "The Kingdom has not signed.",
        ),
        ("URL: https://example.org/chad\nBack to list\n\nChad\n\nChad ratified", "Chad"),
        ("HOME > Meetings > 12MSP > \n\nDay 3 | Wednesday 5 December", "Day 3 | Wednesday 5 December"),
        ("United Nations    A/RES/48/246\nGeneral Assembly\nDistr.\n11 May 1994\nForty-eighth session", "United Nations A/RES/48/246"),
        (
            "NATIONS UNIES\nAssemblée générale\nA/HRC/WG.6/7/ITA/1\n16 novembre 2009\nConseil des droits de l'homme",
            "Conseil des droits de l'homme",
        ),
        ("December 8, 2025\nMines in the news", "Mines in the news"),
        ("01.06.2018\nTélécharger le communiqué |\nGenève – Un nouvel État est lié.", "Genève – Un nouvel État est lié."),
        ("12\n--\n...", ""),
        ("Home\nMenu\nSearch\nPrint", ""),
        ("One\nTwo words\nThree of them\nFour", "One"),
    ],
)
def test_first_title(text: str, title: str) -> None:
    assert first_title(text) == title


def test_a_long_first_line_is_cut_at_a_word() -> None:
    title = first_title("Cambodia submitted a request, " * 20)
    assert title.endswith("…")
    assert len(title) <= 121
    assert shortened("short") == "short"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Cambodia_extension_request.pdf", "Cambodia extension request"),
        ("/archive/KHM/Annex 18.pdf", "Annex 18"),
        ("C:\\archive\\decision.pdf", "decision"),
        ("a_b c.txt", "a_b c"),
        ("r\udce9sum\udce9.txt", "r\ufffdsum\ufffd"),
    ],
)
def test_name_title(name: str, title: str) -> None:
    assert name_title(name) == title


@pytest.mark.parametrize(("line", "is_one"), [("UNITED  NATIONS", True), ("Asamblea General", True), ("General report", False)])
def test_is_letterhead(line: str, *, is_one: bool) -> None:
    assert is_letterhead(line) is is_one
