"""Symbols of the United Nations at the head of a document."""

from __future__ import annotations

import pytest

from archiveviewer.text.symbols import symbol


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UNITED NATIONS\nA\nGeneral Assembly\nDistr. GENERAL\nA/RES/48/246\n11 May 1994\n[report (A/48/826/Add.1)]", "A/RES/48/246"),
        ("Asamblea General\n A/RES/48/246 \n11 de mayo de 1994", "A/RES/48/246"),
        ("Nations Unies\nA/HRC/WG.6/7/ITA/1*\n", "A/HRC/WG.6/7/ITA/1"),
        ("APLC/MSP.14/2015/WP.1\n27 July 2015\nOriginal: English", "APLC/MSP.14/2015/WP.1"),
        ("\u200fAPLC/MSP.14/2015/WP.1\u200f\nالأصل: بالإنكليزية", "APLC/MSP.14/2015/WP.1"),
        ("ＡPLC/CONF/2019/5/REV.1\n", "APLC/CONF/2019/5/REV.1"),
        ("APLC/CONF/2019/5\nAPLC/CONF/2019/5/Add.1\n", None),
        ("See document APLC/MSP.14/2015/WP.1 on this.", None),
        ("AND/OR\nN/A\nA/B/C\nhttps://un.org/a/1", None),
        ("", None),
    ],
)
def test_symbol_alone_on_a_line(text: str, found: str | None) -> None:
    assert symbol(text) == found
