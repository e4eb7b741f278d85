"""Says in the language of the person how a question was read, and why a document stands where it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.kinds import counted, kind_word, language_name, number
from archiveviewer.records import Completion, How, LeftOut, Reading, Reason, Remark, SearchAnswer, Why

translate = QCoreApplication.translate
_SEVERAL = (How.ALL, How.ANY, How.NEAR)


def understood(answer: SearchAnswer) -> tuple[str, ...]:
    """Return how each part of the question was read, and what was left out."""
    return (*(reading_words(part.reading) for part in answer.parts), *map(remark_words, answer.notes))


def chip_words(reading: Reading) -> str:
    """Return how a piece was read in the few words that a chip has room for."""
    match reading.how:
        case How.ANY_FORM:
            return reading.values[0]
        case How.BEGINNING:
            return translate("search", "{words}…").format(words=reading.values[0])
        case How.EXACTLY | How.EXACTLY_AND_ON:
            return translate("search", "“{words}”").format(words=reading.values[0])
        case How.UNKNOWN:
            return translate("search", "{field}:{value} as words").format(field=reading.values[0], value=reading.values[1])
        case _ if reading.inner:
            return _around(reading, [_bracketed(one) for one in reading.inner])
    return reading_words(reading)


def _bracketed(reading: Reading) -> str:
    words = chip_words(reading)
    return f"({words})" if reading.how in _SEVERAL else words


def reading_words(reading: Reading) -> str:
    """Return how a piece of a question was read."""
    if reading.how is How.YEARS:
        return _years(*reading.values)
    if reading.inner:
        said = _around(reading, [reading_words(one) for one in reading.inner])
        return f"({said})" if reading.how in _SEVERAL else said
    return _value(reading.how, reading.values[0])


def _around(reading: Reading, inner: list[str]) -> str:
    """Return the words for a reading that has others inside."""
    match reading.how:
        case How.WITHOUT:
            return translate("search", "without {words}").format(words=inner[0])
        case How.IN_TITLE:
            return translate("search", "in the title: {words}").format(words=inner[0])
        case How.UNKNOWN:
            field, value = reading.values
            form = translate("search", "{field} {value} is not known here, so it is searched for as words: {words}")
            return form.format(field=field, value=value, words=inner[0])
    return _joined(reading.how, inner)


def _joined(how: How, words: list[str]) -> str:
    """Return several readings, each two with what is between them."""
    form = {
        How.ALL: translate("search", "{one} and {other}"),
        How.ANY: translate("search", "{one} or {other}"),
        How.NEAR: translate("search", "{one} near {other}"),
    }[how]
    said, *more = words
    for other in more:
        said = form.format(one=said, other=other)
    return said


def _years(first: str, last: str) -> str:
    if first == last:
        return translate("search", "dated {year}").format(year=first)
    if first and last:
        return translate("search", "dated {first} to {last}").format(first=first, last=last)
    form = translate("search", "dated {year} or later") if first else translate("search", "dated {year} or earlier")
    return form.format(year=first or last)


def _value(how: How, value: str) -> str:
    """Return the words for a reading that has one value and nothing inside."""
    match how:
        case How.COUNTRY:
            from archiveviewer.text.names import name_of  # reads tables that few questions need

            return translate("search", "about {country} ({code})").format(country=name_of(value), code=value)
        case How.LANGUAGE:
            return translate("search", "in {language}").format(language=language_name(value))
        case How.KIND:
            return translate("search", "of the kind {kind}").format(kind=_kind(value))
        case How.HAS:
            return {
                "ocr": translate("search", "with text recognised from pictures"),
                "problem": translate("search", "with something that could not be read"),
                "scan": translate("search", "with pages that are pictures without text"),
            }[value]
    return {
        How.ANY_FORM: translate("search", "{words} in any form"),
        How.BEGINNING: translate("search", "words that begin with {words}"),
        How.EXACTLY: translate("search", "exactly “{words}”"),
        How.EXACTLY_AND_ON: translate("search", "exactly “{words}” and on"),
        How.NOTHING: translate("search", "{words} holds nothing to search for"),
        How.UNFINISHED: translate("search", "{words} is not finished"),
        How.FOLDER: translate("search", "in the folder {words}"),
        How.FOLDER_NAMED: translate("search", "in a folder with {words} in its name"),
    }[how].format(words=value)


def completion_words(completion: Completion) -> str:
    """Return what a field asks for, or how a value of it reads."""
    match completion.field, completion.value:
        case field, "" if field:
            return _help(field)
        case "country", code:
            from archiveviewer.text.names import name_of  # reads tables that few questions need

            return name_of(code)
        case "lang", code:
            return language_name(code)
        case "kind", kind:
            return _kind(kind)
        case "has", value:
            return _value(How.HAS, value)
    return completion.words


def _help(field: str) -> str:
    return {
        "country": translate("search", "documents about a country: its code (KHM) or its name"),
        "lang": translate("search", "documents in a language: fr or French"),
        "kind": translate("search", "what a document is, such as a decision, a request or a report"),
        "year": translate("search", "the year of a document: 2019, 2008..2010, 2008.. or ..2010"),
        "title": translate("search", "words in the title"),
        "folder": translate("search", "documents in a folder that has this in its name"),
        "has": translate("search", "documents with a scan, with ocr (recognised text) or with a problem"),
    }[field]


def remark_words(remark: Remark) -> str:
    """Return what of a question was left out."""
    if remark.what is LeftOut.NEARNESS:
        return translate("search", "only words and phrases can be near each other (~); the rest is looked for anywhere")
    if remark.what is LeftOut.BEGINNING:
        typed, letter = remark.values
        form = translate("search", "{typed} needs a second letter, so only {letter} itself is looked for")
        return form.format(typed=typed, letter=letter)
    most = number(int(remark.values[0]))
    return {
        LeftOut.CHARACTERS: translate("search", "only the first {most} characters are used"),
        LeftOut.TERMS: translate("search", "only the first {most} terms are used"),
        LeftOut.BRACKETS: translate("search", "brackets deeper than {most} are passed over"),
    }[remark.what].format(most=most)


def reason_words(reason: Reason) -> str:
    """Return what speaks for a document, or against it."""
    said = _WITH_A_VALUE.get(reason.why)
    return said(reason.values[0]) if said else _reason(reason.why)


def _reason(why: Why) -> str:
    return {
        Why.WORDS: translate("search", "how often its words stand in it, for its length, and how rare they are"),
        Why.TITLE: translate("search", "all the words are in its title"),
        Why.WHOLE_TITLE: translate("search", "they are its whole title"),
        Why.COUNTRY: translate("search", "it is about the country that is named"),
        Why.OTHER_COUNTRY: translate("search", "it is about another country"),
        Why.AS_TYPED: translate("search", "it has the words as they were typed"),
        Why.PARTLY_AS_TYPED: translate("search", "it has some words as they were typed"),
        Why.IN_A_ROW: translate("search", "they follow one another on a page"),
        Why.NEAR: translate("search", "they are near each other on a page"),
        Why.ONE_PAGE: translate("search", "all that it has of them is on one page"),
        Why.ONE_SENTENCE: translate("search", "what is to be near each other is in one sentence; this comes first"),
    }[why]


def _pages(count: str) -> str:
    if count == "1":
        return translate("search", "a page answers")
    return translate("search", "{pages} answer").format(pages=counted(int(count), "page"))


def _kind(kind: str) -> str:
    """Return a kind in words; those that have none of their own are named as one types them."""
    return kind_word(kind) or kind.replace("_", " ")


_WITH_A_VALUE: dict[Why, Callable[[str], str]] = {
    Why.PAGES: _pages,
    Why.KIND: lambda kind: translate("search", "it is about the matter itself ({kind})").format(kind=_kind(kind)),
}
"""How reasons are told that have a value."""
