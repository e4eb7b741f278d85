"""Formats are told by content first, by name only where content does not tell."""

from __future__ import annotations

import pytest

from archiveviewer.extract.media import is_html, is_mail, is_pdf, is_text, media_type

ZIP = b"PK\x03\x04\x14\x00\x00\x00\x00\x00" + bytes(16) + b"\x08\x00\x00\x00"
MAIL = b"Return-Path: <a@b.example>\nReceived: from x\nDate: Mon, 1 Jan 2018 10:00:00 +0000\nSubject: Mines\n\nText"


@pytest.mark.parametrize(
    ("head", "name", "media"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "request", "application/pdf"),
        (b"%PDF-1.7\n%\xe2\xe3", "request.txt", "application/pdf"),
        (b"<!DOCTYPE html><html>", "page.txt", "text/html"),
        (b"<?xml version='1.0'?>\n<!-- saved --><html xmlns='x'>", "page.xhtml", "application/xhtml+xml"),
        (b"<?xml version='1.0'?><rss>", "feed", "application/xml"),
        (b"# Cambodia\n", "page.md", "text/markdown"),
        (b"Cambodia ratified the Convention", "page", "text/plain"),
        ("Камбоджа ратифицировала".encode("cp1251"), "page.txt", "text/plain"),
        ("Cambodia".encode("utf-16"), "page.txt", "text/plain"),
        (b"a,b\n1,2\n", "facts.csv", "text/csv"),
        (b"\x89PNG\r\n\x1a\n\x00", "map.pdf", "image/png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "scan", "image/jpeg"),
        (ZIP + b"mimetypeapplication/epub+zipPK\x01", "book.zip", "application/epub+zip"),
        (ZIP + b"word/document.xml", "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (ZIP + b"a.pdf", "papers.zip", "application/zip"),
        (ZIP + b"a.pdf", "papers.txt", "application/zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "application/msword"),
        (b"{\\rtf1\\ansi", "a.doc", "application/rtf"),
        (b"WARC/1.0\r\nWARC-Type: warcinfo", "crawl", "application/warc"),
        (MAIL, "message", "message/rfc822"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;\nSubject: x\n\n<html>", "p.mht", "multipart/related"),
        (b"\x00\x01\x02\x03\x00\x00\x00\x00", "unknown", "application/octet-stream"),
        (b"\x00\x01\x02\x03\x00\x00\x00\x00", "notes.txt", "application/octet-stream"),
        (b"BM is short for Benchmark, which is a text", "a.txt", "text/plain"),
        (b"", "empty", "application/octet-stream"),
        (b"", "empty.txt", "text/plain"),
    ],
)
def test_media_type(head: bytes, name: str, media: str) -> None:
    assert media_type(head, name) == media


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (b"%PDF-1.4\n", True),
        (b"junk from a mailer\r\n%PDF-1.4\n", True),
        (b"\x00\x00\xff%PDF-1.4", True),
        (b"\x1b%-12345X@PJL SET\r\n%PDF-1.7", True),
        (b"%!PS-Adobe-3.0 PDF-1.4\n", True),
        (b"A file begins with %PDF-1.4 when it is a PDF.", False),
        (b"x" * 1100 + b"\n%PDF-1.4", False),
        (b"%!PS-Adobe-3.0\n", False),
    ],
)
def test_is_pdf(head: bytes, *, is_one: bool) -> None:
    assert is_pdf(head) is is_one


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (b"<html>", True),
        (b"\xef\xbb\xbf<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>", True),
        ("<!doctype html>".encode("utf-16"), True),
        (b"\n\n<!-- a comment -->\n<HEAD>", True),
        (b"<svg xmlns='x'>", False),
        (b"<htmlx>", False),
        (b"Text about <html> pages", False),
    ],
)
def test_is_html(head: bytes, *, is_one: bool) -> None:
    assert is_html(head) is is_one


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (MAIL, True),
        (b"From a@b Mon Jan 1\n" + MAIL, True),
        (b"From: the Secretariat\nTo: all States Parties\nSubject: Reporting\n\nA memo that was typed.", False),
        (b"Date: 2009\nCountry: Cambodia\nArticle: 5\n", False),
    ],
)
def test_is_mail(head: bytes, *, is_one: bool) -> None:
    assert is_mail(head) is is_one


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (b"plain\ttext\r\n\x0c", True),
        ("ខ្មែរ".encode(), True),
        ("地雷".encode("gb18030"), True),
        ("Cambodia".encode("utf-16-le"), True),
        (b"\x1b$B with escapes \x1b(B", True),
        (b"text\x00text", False),
        (bytes(range(256)), False),
    ],
)
def test_is_text(head: bytes, *, is_one: bool) -> None:
    assert is_text(head) is is_one
