"""Tables without years are read where it is clear under which head a cell stands."""

from __future__ import annotations

import re

import pytest

from archiveviewer.facts.reading.context import small
from archiveviewer.facts.reading.grids import grids

HEADS = "Contamination\nProvince\nCHAs\nArea (km2)\nSHAs\nArea (km2)\n"
TOTAL = f"{HEADS}North\n58\n2.6\n146*\n4.40\nSouth\n2\n0.2\n4\n0.55\nTotal\n60\n2.8\n150\n4.95\nNote: x"
ROWS = (
    "Contamination\nProvince CHAs Area (km2) SHAs Area (km2)\nNorth 58 2.6 146 4.40\nNew South 2 0.2 4 0.55\nTotal 60 2.8 150 4.95\nNote: x"
)
BARS = "Contamination\nProvince | CHAs | Area (km2)\nNorth | 60 | 2.8\nTotal | 60 | 2.8 |"
WEAPONS = (
    "Antipersonnel landmine\nCluster munition remnant\nReported contamination\n"
    "1,188.64km2\nCHA: 1,092.44km2\nSHA: 96.2km2\n185.95km²\nCasualties"
)


def figures(text: str, head: str) -> list[str]:
    """Return the figures that stand under a head."""
    return [figure.value for table in grids(text, small(text)) for figure in table.figures(re.compile(head))]


@pytest.mark.parametrize(
    ("text", "head", "value"),
    [
        (TOTAL, "chas", ["60"]),
        (TOTAL, r"chas area \(km2\)", ["2.8"]),
        (TOTAL, r"shas area \(km2\)", ["4.95"]),
        (TOTAL, r"area \(km2\)", []),
        (TOTAL.replace("SHAs\n", ""), "chas", []),
        (TOTAL.replace("South\n2\n", "South\n"), "chas", []),
        (TOTAL.replace("Total\n60\n2.8\n150\n4.95", "Total\n60"), "chas", []),
        (WEAPONS, "reported contamination antipersonnel landmine", ["1188.64"]),
        (WEAPONS, "reported contamination cluster munition remnant", ["185.95"]),
        (WEAPONS.replace("185.95km²", "N/A"), "reported contamination cluster munition remnant", []),
        (WEAPONS.replace("185.95km²\n", ""), "reported contamination cluster munition remnant", []),
        (WEAPONS.replace("Cluster munition remnant\n", ""), "reported contamination antipersonnel landmine", []),
        (ROWS, "chas", ["60"]),
        (ROWS, r"shas area \(km2\)", ["4.95"]),
        (BARS, r"chas area \(km2\)", ["2.8"]),
        (ROWS.replace(" SHAs Area (km2)", " Share"), "chas", []),
        (ROWS.replace("Province ", ""), "chas", []),
        (ROWS.replace("North 58 2.6 146 4.40\nNew South 2 0.2 4 0.55\n", ""), "chas", []),
        ("Total", "total", []),
        ("\n" * 50 + "Total\n1\n2\n", "total", []),
        ("Reported contamination\n", "x", []),
    ],
)
def test_cells_under_their_heads(text: str, head: str, value: list[str]) -> None:
    assert figures(text, head) == value
