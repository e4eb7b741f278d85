"""Written clusters come in one order, however they were typed."""

from __future__ import annotations

import pytest

from archiveviewer.text.terms import index_terms


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ខែ្មរ", "ខ្មែរ"),
        ("ស្ដី", "ស្តី"),
        ("ក្រ្ត", "ក្ត្រ"),
        ("កំុ", "កុំ"),
        ("ស៊ី", "សី៊"),
        ("កេី", "កើ"),
        ("កេា", "កោ"),
        ("ខ្មែ\u200bរ", "ខ្មែរ"),
        ("ក\u17b5", "ក"),
        ("ឲ្យ", "ឱ្យ"),
        ("น้ำ", "น\u0e4d\u0e49\u0e32"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("ນ້ຳ", "ນ\u0ecd\u0ec9\u0eb2"),
        ("ဖြစ့်", "ဖြစ်\u1037"),
    ],
)
def test_two_ways_to_type_the_same(typed: str, written: str) -> None:
    assert index_terms(typed, None) == index_terms(written, None)


@pytest.mark.parametrize(("one", "other"), [("មីន", "មិន"), ("ดิน", "ดีน"), ("ក្រ", "កា"), ("ໄປ", "ໃປ"), ("ကျ", "ကြ"), ("កង់", "កង")])
def test_marks_tell_words_apart(one: str, other: str) -> None:
    assert index_terms(one, None) != index_terms(other, None)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("សេចក្ដីប្រកាសជាសកលស្ដីពីសិទ្ធិមនុស្ស", "សិទ្ធិមនុស្ស"),
        ("ปฏิญญาสากลว่าด้วยสิทธิมนุษยชน", "สิทธิมนุษยชน"),
        ("ຖະແຫລງການສາກົນ ວ່າດ້ວຍ ສິດທິມະນຸດ", "ສິດທິ"),
        ("အပြည်ပြည်ဆိုင်ရာလူ့အခွင့်အရေးကြေညာစာတမ်း", "လူ့အခွင့်အရေး"),
    ],
)
def test_a_word_is_a_phrase_of_whole_clusters(text: str, word: str) -> None:
    assert f" {index_terms(word, None).exact} " in f" {index_terms(text, None).exact} "
