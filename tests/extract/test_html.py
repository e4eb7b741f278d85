"""Web pages come out as a browser lays them out, without what is not for reading."""

from __future__ import annotations

import pytest
from selectolax.lexbor import SelectolaxError

from archiveviewer.extract import html as html_reader
from archiveviewer.extract.html import HtmlReader
from archiveviewer.records import Extracted, ProblemCode
from shared import SHARED, needs_shared

reader = HtmlReader()


def _read(html: str, name: str = "page.html") -> Extracted:
    return reader.read(html.encode(), name)


def _text(html: str, name: str = "page.html") -> str:
    return "".join(page.text for page in _read(html, name).pages)


@pytest.mark.parametrize(
    ("head", "name", "claims"),
    [
        (b"<!DOCTYPE html>", "page", True),
        (b"<html>", "page.txt", True),
        (b"Chad <br> 2009", "page.htm", True),
        (b"", "page.html", True),
        (b"\x00\x01" * 50, "page.html", True),
        (b"<p>Text in a letter</p>", "page", False),
        (b"<?xml version='1.0'?><rss>", "feed.xml", False),
        (b"MIME-Version: 1.0\nContent-Type: text/html\nSubject: x\n\n<html>", "page.html", False),
    ],
)
def test_claims(head: bytes, name: str, *, claims: bool) -> None:
    assert (reader.claims(head, name) is not None) is claims


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One <b>two</b>\n three.</p><p>Four</p>", "One two three.\n\nFour"),
        ("<h1>Chad</h1>Chad ratified<br>in 1999<br><br>Then", "Chad\n\nChad ratified\nin 1999\n\nThen"),
        ("<ul><li>Annex 18<li>Annex 19</ul>after", "Annex 18\nAnnex 19\n\nafter"),
        ("<table><tr><td>1999</td><td>28 July</td></tr><tr><td>2000</td></tr></table>", "1999\n28 July\n2000"),
        ("<dl><dt>Deadline<dd>1 January 2010</dl>", "Deadline\n1 January 2010"),
        ("<div>a<div>b</div>c</div>", "a\nb\nc"),
        ("anti<b>personnel</b> mines", "antipersonnel mines"),
        ("1&nbsp;January&nbsp;2010 &ndash; caf&eacute; &#x1780;", "1\xa0January\xa02010 – café ក"),
        ("<pre>a  b\n  c</pre>", "a  b\n  c"),
        ("<p>a<script>var b;</script><style>p{}</style><!-- c --></p><svg><text>d</text></svg><select><option>Zambia</select>", "a"),
        ("<noscript><p>Kept</p></noscript>", "Kept"),
        ("<p>  </p><p>\n</p><p>Only</p>", "Only"),
        ("<button>Victim assistance</button><details><summary>More</summary>Text</details>", "Victim assistance\n\nMore\nText"),
    ],
)
def test_layout(html: str, text: str) -> None:
    assert _text(f"<!DOCTYPE html><body>{html}") == text


def test_navigation_is_left_out() -> None:
    assert (
        _text(f"<nav><a>Home</a></nav><main>{'Cambodia. ' * 9}</main><div role=navigation>More</div>").strip() == ("Cambodia. " * 9).strip()
    )


def test_navigation_is_kept_where_it_is_all_there_is() -> None:
    assert _text("<nav><a>Afghanistan</a><br><a>Angola</a><br><a>Argentina</a></nav>.") == "Afghanistan\nAngola\nArgentina\n."


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<title>Cambodia &amp; Article 5</title><h1>Other</h1>", "Cambodia & Article 5"),
        ("<title>untitled</title><h1>Cambodia</h1>", "Cambodia"),
        ("<p>Cambodia ratified</p>", "Cambodia ratified"),
        ("<svg><title>Logo</title></svg><p>Chad</p>", "Chad"),
        ("<p>1</p>", "page"),
    ],
)
def test_title(html: str, title: str) -> None:
    assert _read(html).title == title


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8_r"),
        ("", "utf-8"),
        ("", "utf-16"),
    ],
)
def test_encodings(head: str, encoding: str) -> None:
    html = f"<html><head>{head}</head><body><p>Противопехотные мины</p>"
    read = reader.read(html.encode(encoding), "page.html")
    assert read.pages[0].text == "Противопехотные мины"
    assert not read.problems


def test_xhtml_keeps_what_follows_an_empty_element() -> None:
    head = '<?xml version="1.0" encoding="utf-8"?><html><head><title/><script src="x"/></head>'
    read = _read(head + '<body><a id="y"/><p>Text &lt; <br/><![CDATA[a<b]]></p></body></html>', "page.xhtml")
    assert read.media_type == "application/xhtml+xml"
    assert read.pages[0].text == "Text <\na<b"


@pytest.mark.parametrize("opening", ["<div>", "<ul><li>", "<blockquote class=x>"])
def test_depth_is_harmless(opening: str) -> None:
    page = opening * 20_000 + "deep"
    assert _text(page).strip() == "deep"
    assert html_reader._shallow(page).count("<") < page.count("<") * 0.6


@pytest.mark.parametrize("piece", ["<p>one", "<div>two</div>", "<table><tr><td>three</table>", "<li>four", "<br>five"])
def test_a_long_page_is_left_as_it_is(piece: str) -> None:
    assert html_reader._shallow(piece * 3000) == piece * 3000


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", ProblemCode.EMPTY),
        (b"<html><body><script>render()</script><div id=app></div>", ProblemCode.EMPTY),
        (b"<frameset><frame src=a.html></frameset>", ProblemCode.EMPTY),
        (bytes(range(256)), ProblemCode.DAMAGED),
    ],
)
def test_nothing_to_read_is_a_problem(data: bytes, code: ProblemCode) -> None:
    read = reader.read(data, "page.html")
    assert read.pages == ()
    assert [problem.code for problem in read.problems] == [code]


def test_a_want_of_memory_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise SelectolaxError("Can't parse HTML.")

    monkeypatch.setattr(html_reader, "LexborHTMLParser", fail)
    with pytest.raises(MemoryError):
        _read("<html>Mines.")


@needs_shared
def test_a_real_page_in_two_encodings_is_the_same() -> None:
    folder = SHARED / "corpus" / "formats_unstructured"
    names = ("example-steelJIS-datasheet.html", "example-steelJIS-datasheet-utf-16.html")
    one, other = (reader.read((folder / name).read_bytes(), name) for name in names)
    assert one == other
    assert "Chemical composition" in one.title
