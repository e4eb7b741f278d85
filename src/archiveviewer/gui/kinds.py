"""Kinds of documents, languages and pages in words and icons, as every place of the window says them."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QLocale

from archiveviewer.gui.language import NBSP, locale

translate = QCoreApplication.translate
UN_LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
_ORDER = {language: at for at, language in enumerate(UN_LANGUAGES)}
_WEB = (".html", ".htm", ".xhtml", ".mht", ".mhtml")
_ICONS = {
    ".pdf": "file-text",
    ".zip": "file-archive",
    ".eml": "mail",
    ".msg": "mail",
    ".xlsx": "file-spreadsheet",
    ".xls": "file-spreadsheet",
    ".csv": "file-spreadsheet",
    ".ods": "file-spreadsheet",
    ".png": "file-image",
    ".jpg": "file-image",
    ".jpeg": "file-image",
    ".tif": "file-image",
    ".tiff": "file-image",
}


@lru_cache(maxsize=4000)
def _ending(path: str) -> str:
    return PurePath(path).suffix.lower()


def is_web(path: str) -> bool:
    """Whether a file is a saved web page."""
    return _ending(path) in _WEB


def file_icon(path: str) -> str:
    """Return the icon of a file by the ending of its name."""
    if is_web(path):
        return "globe"
    return _ICONS.get(_ending(path), "file-text")


@cache
def kind_word(kind: str) -> str:
    """Return what a document is, in words; nothing for those that are of no special kind."""
    return {
        "country_page": translate("kinds", "country page"),
        "profile": translate("kinds", "profile"),
        "request": translate("kinds", "extension request"),
        "revised_request": translate("kinds", "revised request"),
        "additional_information": translate("kinds", "additional information"),
        "analysis": translate("kinds", "analysis"),
        "decision": translate("kinds", "decision"),
        "annex": translate("kinds", "annex"),
        "article_7_report": translate("kinds", "Article 7 report"),
        "update": translate("kinds", "statement"),
        "law": translate("kinds", "law"),
        "press_release": translate("kinds", "press release"),
    }.get(kind, "")


def document_word(kind: str, path: str) -> str:
    """Return the kind in words, or else what sort of file it is."""
    return kind_word(kind) or (translate("kinds", "saved web page") if is_web(path) else translate("kinds", "document"))


def in_order(language: str) -> tuple[int, str]:
    """Return the place of a language in a row of chips: those of the United Nations first, in their order."""
    return (_ORDER.get(language, len(_ORDER)), language)


def language_name(code: str) -> str:
    """Return the name of a language in the language of the interface, such as "Khmer" for km."""
    language = QLocale(code).language()
    known = QLocale(code).name().partition("_")[0] == code
    return QLocale.languageToString(language) if known else code


def page_word(label: str, *, paged: bool) -> str:
    """Return "p. 12" or "sect. 5"; never broken over two lines."""
    form = translate("kinds", "p. {label}") if paged else translate("kinds", "sect. {label}")
    return form.format(label=label).replace(" ", NBSP)


def pages_word(count: int, *, paged: bool, at_least: bool = False) -> str:
    """Return "3 pages" or "1 section", with "at least" when they were not all counted."""
    word = counted(count, "page") if paged else counted(count, "section")
    return translate("kinds", "at least {pages}").format(pages=word) if at_least and count else word


def number(count: int) -> str:
    """Return a number with the digits and groups of the interface."""
    return locale().toString(count)


def counted(count: int, what: str) -> str:
    """Return "1 page", "9 pages" and the like, for document, page, section and file."""
    return (_one(what) if count == 1 else _many(count, what)).replace(" ", NBSP)


@cache
def _one(what: str) -> str:
    return {
        "document": translate("kinds", "1 document"),
        "page": translate("kinds", "1 page"),
        "section": translate("kinds", "1 section"),
        "file": translate("kinds", "1 file"),
    }[what]


def _many(count: int, what: str) -> str:
    match what:
        case "document":
            return translate("kinds", "%Ln documents", "", count)
        case "page":
            return translate("kinds", "%Ln pages", "", count)
        case "section":
            return translate("kinds", "%Ln sections", "", count)
        case _:
            return translate("kinds", "%Ln files", "", count)
