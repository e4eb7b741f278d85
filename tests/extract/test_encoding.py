"""Text is found in the encoding that it was written in."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiveviewer.extract.encoding import decode

SPANISH = "Considerando que también la asistencia a las víctimas de minas y la educación sobre el peligro, según el año en España. "
PORTUGUESE = "A declaração de conclusão da desminagem em Moçambique não é uma obrigação, mas uma aspiração de nações irmãs. "
CROATIAN = "Čišćenje mina završeno je u travnju; površina je očišćena i sigurna za žitelje općine, koji žive od poljoprivrede. "
RUSSIAN = "Государства-участники обязуются уничтожить все противопехотные мины как можно скорее, но не позднее десяти лет. "
ARABIC = "تتعهد كل دولة طرف بأن تدمر جميع الألغام المضادة للأفراد في أقرب وقت ممكن على ألا يتجاوز عشر سنوات. "
CHINESE = "各缔约国承诺尽快销毁其管辖或控制下的雷区内的所有杀伤人员地雷，但不得迟于十年。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Cambodge, déminage, ខ្មែរ", "utf-8"),
        ("Cambodge, ខ្មែរ", "utf-8-sig"),
        ("Cambodge, ខ្មែរ", "utf-16"),
        ("Cambodge", "utf-16-le"),
        ("Cambodge", "utf-16-be"),
        ("Cambodge, ខ្មែរ", "utf-32"),
        (SPANISH * 3, "cp1252"),
        (PORTUGUESE * 3, "cp1252"),
        (CROATIAN * 5, "cp1250"),
        (RUSSIAN * 3, "cp1251"),
        (RUSSIAN * 3, "koi8_r"),
        (ARABIC * 3, "cp1256"),
        (CHINESE * 3, "gb18030"),
        ("Le déminage", "cp1252"),
        ("Señor", "cp1252"),
        ("Генеральная Ассамблея", "cp1251"),
    ],
)
def test_encodings_without_a_declaration(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert not decoded.lossy


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        ("café – 5 €", "cp1252", "ISO-8859-1"),
        ("地雷", "gb18030", "gb2312"),
        ("지뢰", "cp949", "euc-kr"),
        ("地雷", "iso-2022-jp", "ISO-2022-JP"),
        ("ทุ่นระเบิด", "cp874", "TIS-620"),
        ("déminage", "utf-8", "iso-8859-1"),
        ("déminage", "cp1252", "no such encoding"),
        ("déminage", "cp1252", "hex"),
        ("déminage", "cp1252", "a\x00b"),
    ],
)
def test_a_declaration_counts_unless_the_bytes_say_otherwise(text: str, encoding: str, declared: str) -> None:
    assert decode(text.encode(encoding), declared=declared).text == text


def test_few_faults_leave_utf8_what_it_is() -> None:
    data = "Les mines antipersonnel ont été enlevées à Kaboul. ".encode() * 20
    decoded = decode(data[:50] + b"\xff" + data[50:])
    assert decoded.encoding == "utf-8"
    assert decoded.lossy
    assert decoded.text.count("\ufffd") == 1


def test_a_broken_end_is_told() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + "mine".encode("utf-16-le") + b"x")
    assert decoded.text == "mine\ufffd"
    assert decoded.lossy


def test_line_ends_become_line_feeds() -> None:
    assert decode(b"a\r\nb\rc\nd").text == "a\nb\nc\nd"


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "iso-8859-1", "shift_jis", "utf-16", "idna", "punycode"]))
def test_any_bytes_become_some_text(data: bytes, declared: str) -> None:
    decode(data, declared=declared).text.encode("utf-8", errors="surrogatepass")
