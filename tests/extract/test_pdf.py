"""PDF files are read page by page, and what MuPDF keeps silent about is named."""

from __future__ import annotations

from collections.abc import Callable

import pymupdf
import pytest

from archiveviewer.extract.pdf import PdfReader
from archiveviewer.records import Extracted, Health, OutlineItem, ProblemCode

reader = PdfReader()
BODY = "Cambodia submitted a request to extend its mine clearance deadline. The request was granted, and a new deadline was set for 2020."


def _made(*texts: str, change: Callable[[pymupdf.Document], None] | None = None, **saving: object) -> bytes:
    with pymupdf.open() as document:
        for text in texts:
            page = document.new_page()
            if text:
                page.insert_textbox((72, 72, 500, 700), text)
        if change:
            change(document)
        return bytes(document.tobytes(**saving))


def _picture(page: pymupdf.Page) -> None:
    pixels = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 20, 20), 0)
    pixels.clear_with(90)
    page.insert_image(page.rect, pixmap=pixels)


def _problems(read: Extracted) -> list[tuple[ProblemCode, int | None]]:
    return [(problem.code, problem.page) for problem in read.problems]


@pytest.mark.parametrize(
    ("head", "name", "claim"),
    [
        (b"%PDF-1.7", "a", 1.0),
        (b"junk\n%PDF-1.7", "a.txt", 1.0),
        (b"1 0 obj << >> endobj", "a.pdf", 0.8),
        (b"", "a.PDF", 0.2),
        (b"text", "a.txt", None),
        (b"1 0 obj", "a.fuzz", None),
    ],
)
def test_claims(head: bytes, name: str, claim: float | None) -> None:
    assert reader.claims(head, name) == claim


def test_pages_with_their_text() -> None:
    read = reader.read(_made("First page about mines", BODY), "request.pdf")
    assert [page.number for page in read.pages] == [1, 2]
    assert read.pages[0].text == "First page about mines\n"
    assert " ".join(read.pages[1].text.split()) == BODY
    assert (read.paged, read.media_type, read.problems) == (True, "application/pdf", ())
    assert read.title == "First page about mines"


def test_words_broken_at_line_ends_stay_as_written() -> None:
    assert "clear-\nance" in reader.read(_made("mine clear-\nance"), "a.pdf").pages[0].text


def test_labels_outline_title_and_date() -> None:
    def change(document: pymupdf.Document) -> None:
        document.set_toc([[1, "Introduction", 1], [2, "Clearance\n so far", 3], [2, "Elsewhere", -1]])
        document.set_page_labels(
            [
                {"startpage": 0, "prefix": "", "style": "r", "firstpagenum": 1},
                {"startpage": 2, "prefix": "A-", "style": "D", "firstpagenum": 5},
            ]
        )
        document.set_metadata({"title": "Second extension request"})

    read = reader.read(_made("one", "two", "three", change=change), "a.pdf")
    assert [page.label for page in read.pages] == ["i", "ii", "A-5"]
    assert read.outline == (OutlineItem(1, "Introduction", 1), OutlineItem(2, "Clearance so far", 3), OutlineItem(2, "Elsewhere", 3))
    assert read.title == "Second extension request"


def test_title_by_size_of_letters() -> None:
    def change(document: pymupdf.Document) -> None:
        page = document[0]
        page.insert_text((72, 60), "UNITED NATIONS", fontsize=30)
        page.insert_text((72, 110), "Analysis of the request", fontsize=18)
        page.insert_text((72, 132), "submitted by Cambodia", fontsize=18)
        page.insert_textbox((72, 160, 500, 700), BODY, fontsize=10)

    assert reader.read(_made("", change=change), "a.pdf").title == "Analysis of the request submitted by Cambodia"


def test_scan_of_several_pages_is_one_problem() -> None:
    def change(document: pymupdf.Document) -> None:
        for index in range(document.page_count):
            _picture(document[index])

    read = reader.read(_made("", "", "", change=change), "the_scan.pdf")
    assert _problems(read) == [(ProblemCode.NO_TEXT, None)]
    assert [page.health for page in read.pages] == [Health.NONE] * 3
    assert read.title == "the scan"


def test_one_scanned_page_among_others_is_named() -> None:
    read = reader.read(_made(BODY, "", BODY, change=lambda document: _picture(document[1])), "a.pdf")
    assert _problems(read) == [(ProblemCode.PARTIAL, 2)]
    assert [page.health for page in read.pages] == [Health.GOOD, Health.NONE, Health.GOOD]


def test_a_stamp_on_a_scan_is_hardly_text() -> None:
    read = reader.read(_made("Received", BODY, change=lambda document: _picture(document[0])), "a.pdf")
    assert _problems(read) == [(ProblemCode.PARTIAL, 1)]
    assert read.pages[0].text == "Received\n"
    assert read.pages[0].health is Health.PARTIAL


def test_blank_page_among_others_is_no_problem() -> None:
    read = reader.read(_made(BODY, "", BODY), "a.pdf")
    assert not read.problems
    assert len(read.pages) == 3


def test_nothing_but_blank_pages_is_a_problem() -> None:
    read = reader.read(_made("", ""), "a.pdf")
    assert _problems(read) == [(ProblemCode.EMPTY, None)]
    assert read.pages == ()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", ProblemCode.EMPTY),
        (b"%PDF-1.4\n", ProblemCode.DAMAGED),
        (b"%PDF-1.4\ntrailer<</Root 1 0 R>>", ProblemCode.DAMAGED),
        (bytes(1000), ProblemCode.DAMAGED),
        (_made(BODY)[:300], ProblemCode.DAMAGED),
        (_made(BODY, encryption=pymupdf.mupdf.PDF_ENCRYPT_AES_256, user_pw="u", owner_pw="o"), ProblemCode.PASSWORD),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem(data: bytes, code: ProblemCode) -> None:
    read = reader.read(memoryview(data), "a_report.pdf")
    assert _problems(read) == [(code, None)]
    assert (read.pages, read.title) == ((), "a report")


def test_an_owner_password_does_not_keep_readers_out() -> None:
    data = _made(BODY, encryption=pymupdf.mupdf.PDF_ENCRYPT_AES_256, user_pw="", owner_pw="o")
    assert "granted" in reader.read(data, "a.pdf").pages[0].text


@pytest.mark.parametrize("cut", [b"%%EOF", b"startxref"])
def test_a_mended_file_is_read_and_said_to_be_damaged(cut: bytes) -> None:
    data = _made(BODY)
    read = reader.read(data[: data.rindex(cut)] if cut == b"startxref" else data.replace(b"startxref\n", b"startxref\n9"), "a.pdf")
    assert "granted" in read.pages[0].text
    assert _problems(read) == [(ProblemCode.PARTIAL, None)]


def test_junk_before_the_header_is_harmless() -> None:
    read = reader.read(b"Content-Type: application/pdf\r\n\r\n" + _made(BODY), "a.pdf")
    assert "granted" in read.pages[0].text


def test_a_page_that_cannot_be_read_costs_only_itself() -> None:
    def change(document: pymupdf.Document) -> None:
        catalogue = document.pdf_catalog()
        pages = int(document.xref_get_key(catalogue, "Pages")[1].split()[0])
        kids = document.xref_get_key(pages, "Kids")[1].strip("[]").split(" R")
        document.xref_set_key(pages, "Kids", f"[{kids[0]} R {pages} 0 R {kids[2]} R]")

    read = reader.read(_made(BODY, BODY, BODY, change=change), "a.pdf")
    assert [page.number for page in read.pages if page.text] != []
    assert ProblemCode.PARTIAL in {problem.code for problem in read.problems}


def test_content_that_breaks_off_is_named() -> None:
    def change(document: pymupdf.Document) -> None:
        page = document[1]
        document.update_stream(page.get_contents()[0], b"BT /helv 12 Tf (Mines) Tj ET " + b"(( " * 20 + b"<< [ " * 9)

    read = reader.read(_made(BODY, BODY, change=change), "a.pdf")
    assert (ProblemCode.PARTIAL, 2) in _problems(read)


def test_files_inside_are_named() -> None:
    data = _made(BODY, change=lambda document: document.embfile_add("annex.txt", b"x"))
    (problem,) = reader.read(data, "a.pdf").problems
    assert problem.reason == "Files inside this file were not read: 1."


def test_a_lying_number_of_pages_ends() -> None:
    data = _made(BODY).replace(b"/Count 1", b"/Count 99999999")
    read = reader.read(data, "a.pdf")
    assert len(read.pages) <= 1
    assert read.problems


def test_mupdf_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    reader.read(_made(BODY)[:-200], "a.pdf")
    assert capfd.readouterr() == ("", "")


def test_running_out_of_memory_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> pymupdf.Document:
        raise RuntimeError("malloc (123 bytes) failed")

    monkeypatch.setattr(pymupdf, "open", fail)
    with pytest.raises(MemoryError):
        reader.read(b"%PDF-1.4", "a.pdf")


def test_a_page_that_nothing_describes_is_damaged_and_not_white() -> None:
    def hollow(document: pymupdf.Document) -> None:
        document.update_object(document[1].xref, "(broken)")

    read = reader.read(_made(BODY, BODY, BODY, change=hollow), "a.pdf")
    assert _problems(read) == [(ProblemCode.PARTIAL, 2)]
    assert [bool(page.text) for page in read.pages] == [True, False, True]
    assert _problems(reader.read(_made(BODY, "", BODY), "a.pdf")) == [], "a white page is none that is damaged"
