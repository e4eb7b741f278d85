"""The language of a text, told from the text alone."""

from __future__ import annotations

import subprocess
import sys

import pytest

from archiveviewer.text.common_words import clear_language
from archiveviewer.text.language import detect
from shared import SHARED, needs_shared

FILES = {
    **{"amh": "am", "arb": "ar", "ben": "bn", "bul": "bg", "cmn_hans": "zh", "cmn_hant": "zh", "deu": "de", "ell_monotonic": "el"},
    **{"eng": "en", "fra": "fr", "heb": "he", "hin": "hi", "hye": "hy", "ind": "id", "ita": "it", "jpn": "ja", "kat": "ka", "khm": "km"},
    **{"kor": "ko", "lao": "lo", "mya": "my", "nep": "ne", "pbu": "ps", "pes_1": "fa", "pol": "pl", "por_BR": "pt", "por_PT": "pt"},
    **{"rus": "ru", "som": "so", "spa": "es", "srp_cyrl": "sr", "swh": "sw", "tam": "ta", "tha": "th", "tir": "ti", "tur": "tr"},
    **{"ukr": "uk", "urd": "ur", "vie": "vi", "khk_mong": "mn", "srp_latn": "hr"},
}

UNCLEAR = (
    "Annex II. Table of areas: Battambang, Pailin, Banteay Meanchey, Oddar Meanchey",
    "Баттамбанг, Пайлин, Бантеай Менчей, Поусат, Кампот, Тбонг Кхмум",
    "बारूदी सुरंग निषेध संधि कंबोडिया बट्टामबांग पैलिन पुर्सात प्रांत",
    "ខ្មែរ ខ្មែរ ខ្មែរ ខ្មែរ",
    "الألغام الألغام الألغام",
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The request indicates that the remaining areas will be cleared by the end of the year.", "en"),
        ("La demande indique que les zones restantes seront traitées avant la fin de la période.", "fr"),
        ("La solicitud indica que las zonas restantes serán despejadas antes de la fecha límite.", "es"),
        ("O pedido indica que as áreas restantes serão limpas até ao fim do prazo e que não há mais minas.", "pt"),
        ("В запросе указывается, что оставшиеся районы будут расчищены к концу этого срока.", "ru"),
        ("У запиті зазначено, що решту районів буде розміновано до кінця строку.", "uk"),
        ("يشير الطلب إلى أن المناطق المتبقية سيتم تطهيرها قبل نهاية المهلة.", "ar"),
        ("درخواست نشان می‌دهد که مناطق باقی‌مانده تا پایان مهلت پاک‌سازی خواهد شد.", "fa"),
        ("په غوښتنه کې ویل شوي چې پاتې سیمې به د مودې تر پایه پاکې شي.", "ps"),
        ("请求指出,其余地区将在最后期限之前清理完毕。", "zh"),
        ("この要請は、残りの地域が期限までに除去されることを示している。", "ja"),
        ("ការ\u200bស្នើសុំ\u200bបង្ហាញ\u200bថា តំបន់\u200bដែល\u200bនៅ\u200bសល់\u200bនឹង\u200bត្រូវ\u200bបាន\u200bបោសសម្អាត។", "km"),
        ("Ombi hili linaonyesha kwamba maeneo yote ya nchi yatasafishwa kabla ya mwisho wa muda kwa watu wa kila kijiji.", "sw"),
        ("Article 5", None),
        ("203,671 1 January 2010", None),
        ("", None),
        ("\ud800\x00" * 40, None),
    ],
)
def test_a_sentence(text: str, language: str | None) -> None:
    assert detect(text) == language


def test_the_same_text_always_gets_the_same_answer() -> None:
    text = "Annex II. Table of areas: Battambang, Pailin, Banteay Meanchey, Oddar Meanchey, Preah Vihear, Pursat"
    assert len({detect(text) for _ in range(5)}) == 1


@pytest.mark.parametrize(
    ("text", "likely", "language"),
    [
        ("Table 4. Battambang 203,671 Pailin 1,235 Pursat 17", "en", "en"),
        ("", "fr", "fr"),
        (
            "La demande indique que les zones restantes seront traitées et que des équipes sont dans le pays pour une durée d'un an.",
            "en",
            "fr",
        ),
        ("В запросе указывается, что оставшиеся районы будут расчищены к концу этого срока.", "en", "ru"),
        ("រដ្ឋាភិបាលកម្ពុជា នៃព្រះរាជាណាចក្រ", "en", "km"),
    ],
)
def test_a_page_of_a_document_whose_language_is_known(text: str, likely: str, language: str) -> None:
    assert detect(text, likely=likely) == language


def test_an_address_says_nothing_to_the_library() -> None:
    assert detect("https://example.org/documents/extension-requests/second-revision") is None


def test_words_shared_by_languages_leave_it_open() -> None:
    assert clear_language("de la de la de la de la") is None
    assert clear_language("Phnom Penh Battambang") is None


def test_after_the_first_call_no_file_is_opened() -> None:
    code = f"""
import sys
from archiveviewer.text.language import detect
assert "langdetect" not in sys.modules
detect("x")
opened = []
sys.addaudithook(lambda event, given: opened.append(given) if event in ("open", "import") else None)
for text in {UNCLEAR!r}:
    detect(text)
sys.exit(repr(opened) if opened else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@needs_shared
@pytest.mark.parametrize(("name", "language"), FILES.items())
def test_real_texts(name: str, language: str) -> None:
    text = (SHARED / "corpus" / "text_udhr" / f"{name}.txt").read_text("utf-8")
    assert {detect(text[start : start + 1500]) for start in range(0, max(1, len(text) - 1500), 1500)} == {language}
