"""Words of the trade are known inside what is written without spaces, from the border of one cluster to that of another."""

from __future__ import annotations

import pytest

from archiveviewer.query.unspaced import inside, rests

FOUND = [
    ("柬埔寨地雷受害者", ["地雷", "受害者"], ["柬埔寨"]),
    ("地雷的清除", ["地雷", "清除"], []),
    ("集束弹药公约缔约国", ["集束弹药公约", "缔约国"], []),
    ("缔约国延期请求的分析", ["缔约国", "延期请求", "分析"], []),
    ("杀伤人员地雷", ["杀伤人员地雷"], []),
    ("储存与销毁", ["储存"], ["与销毁"]),
    ("2019年延期请求", ["延期请求"], ["2019年"]),
    ("ជនរងគ្រោះដោយសារមីន", ["ជនរងគ្រោះ", "មីន"], ["ដោយសារ"]),
    ("ការបោសសម្អាតមីននៅកម្ពុជា", ["បោសសម្អាតមីន"], ["ការ", "នៅកម្ពុជា"]),
    ("កាលកំណត់និងផែនការការងារ", ["កាលកំណត់", "ផែនការការងារ"], []),
    ("មីនា", [], ["មីនា"]),
    ("ខែមីនាឆ្នាំ", [], ["ខែមីនាឆ្នាំ"]),
    ("การเก็บกู้ทุ่นระเบิดในกัมพูชา", ["เก็บกู้ทุ่นระเบิด"], ["การ", "ในกัมพูชา"]),
    ("ประเทศไทยและทุ่นระเบิด", ["ทุ่นระเบิด"], ["ประเทศไทยและ"]),
    ("landmines", [], ["landmines"]),
    ("الألغام", [], ["الألغام"]),
    ("၌", [], ["၌"]),
    ("", [], []),
]


@pytest.mark.parametrize(("text", "found", "left"), FOUND)
def test_expressions_and_what_is_left(text: str, found: list[str], left: list[str]) -> None:
    meant = inside(text)
    assert [one.words for one in meant] == found
    assert [text[one.start : one.end] for one in meant] == found
    assert [rest for rest, _ in rests(text, meant)] == left


def test_the_end_of_a_word_is_told() -> None:
    text = "柬埔寨地雷受"
    assert list(rests(text, inside(text))) == [("柬埔寨", False), ("受", True)]
