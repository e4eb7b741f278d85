"""How far a page's text can be trusted: tables of what real pages give."""

from __future__ import annotations

import pytest

from archiveviewer.records import Health
from archiveviewer.text.health import judge
from shared import SHARED, needs_shared


@pytest.mark.parametrize(
    "text",
    [
        "The request was granted. \uf0b7 First item \uf0fc second item \x07 third \x83 fourth",
        "GE.19-13879(E) \n\uf02a\uf031\uf039\uf031\uf033\uf038\uf037\uf039\uf02a\uf020\nHuman Rights Council, forty-second session",
        "Table of Contents · · · · · · · · · · · · · · · · 3",
        "ព្រះរាជាណាចក្រកម្ពុជា ជាតិ សាសនា ព្រះមហាក្សត្រ",
        "ปฏิญญาสากลว่าด้วยสิทธิมนุษยชน",
        "الإعلان العالمي لحقوق الإنسان، المادة ٥ (٢٠٣٬٦٧١ لغما)",
        "मानव अधिकारों की सार्वभौम घोषणा",
        "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền",
        "APMBC CCM CCW CRPD MSP RC ISU GICHD UNMAS",
        "Article 5",
        "地雷",
    ],
)
def test_good(text: str) -> None:
    assert judge(text) is Health.GOOD


@pytest.mark.parametrize("text", ["", " \n\f", "3", "- 12 -", "\uf0b7 \uf0b7", "\x00"])
def test_none(text: str) -> None:
    assert judge(text) is Health.NONE


@pytest.mark.parametrize(
    "text",
    [
        "រដƊធមមនុញញៃនƙពះǍជǁចƙកកមពុជ ƙតȪវបនសភធមមនុញញអនុម័ត",
        "េធƛេនƙពះបរមǍជǏំង ៃថងទី ២៣ ែខ តុǎ ឆនំ ២០១៤",
        "RBHraCaNacRkm<úCa Cati sasna RBHmhakSRt",
        "\ufffd\ufffd\ufffd the \ufffd\ufffd\ufffd of \ufffd\ufffd",
        "\uf041\uf042\uf043 \uf044\uf045\uf046\uf047 \uf048\uf049\uf04a\uf04b\uf04c \uf04d\uf04e\uf04f\uf050\uf051\uf052\uf053\uf054",
        "Ïðåçèäåíò Ðîññèéñêîé Ôåäåðàöèè ïîäïèñàë çàêîí",
        "DÃ©claration universelle des droits de lâ€™homme, Ã©tÃ© adoptÃ©e Ã\u00a0 Paris",
        "(cid:36)(cid:85)(cid:87)(cid:76)(cid:70)(cid:79)(cid:72)",
        "ةيقافتلاا ةرادإ ةموكح ةلود",
        "wkh uhtxhvw zdv judqwhg eb wkh vwdwhv sduwlhv dw wkhlu whqwk phhwlqj",
    ],
)
def test_garbled(text: str) -> None:
    assert judge(text) is Health.GARBLED


@pytest.mark.parametrize(
    "text",
    [
        "الجريدة الرسمية للجمهورية الجزائرية / العدد ١٥ محرم عام ٥4 ـه ١4٤ غشت سنة ٦2 م"
        + " والقواعد العامة المتعلقة بالصفقات العمومية" * 4,
        "A flux of 1.3 cm\x02sr 106 cm\x01s at the top, where D\x02e is taken from the table of all particles."
        + " It is measured at the top." * 15,
    ],
)
def test_partial(text: str) -> None:
    assert judge(text) is Health.PARTIAL


@needs_shared
@pytest.mark.parametrize("name", sorted(path.name for path in (SHARED / "corpus" / "text_udhr").glob("*.txt")))
def test_every_language_written_rightly_is_good(name: str) -> None:
    text = (SHARED / "corpus" / "text_udhr" / name).read_text("utf-8")
    assert {judge(text[start : start + 2500]) for start in range(0, len(text), 2500)} == {Health.GOOD}
