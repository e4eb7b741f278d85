"""Readings, remarks and reasons of every kind, with what is said of them in plain English."""

from __future__ import annotations

from archiveviewer.records import How, LeftOut, Reading, Reason, Remark, Why

A, B, C = (Reading(How.ANY_FORM, (letter,)) for letter in "abc")

READINGS = [
    (A, "a in any form"),
    (Reading(How.BEGINNING, ("surv",)), "words that begin with surv"),
    (Reading(How.EXACTLY, ("in force",)), 'exactly "in force"'),
    (Reading(How.EXACTLY_AND_ON, ("in for",)), 'exactly "in for" and on'),
    (Reading(How.NOTHING, ("??",)), "?? holds nothing to search for"),
    (Reading(How.UNFINISHED, ("country:",)), "country: is not finished"),
    (
        Reading(How.UNKNOWN, ("country", "Atlantis"), (A,)),
        "country Atlantis is not known here, so it is searched for as words: a in any form",
    ),
    (Reading(How.WITHOUT, inner=(Reading(How.COUNTRY, ("KHM",)),)), "without about Cambodia (KHM)"),
    (Reading(How.ALL, inner=(A, B)), "(a in any form and b in any form)"),
    (Reading(How.ANY, inner=(A, B, C)), "(a in any form or b in any form or c in any form)"),
    (Reading(How.NEAR, inner=(A, B)), "(a in any form near b in any form)"),
    (Reading(How.IN_TITLE, inner=(A,)), "in the title: a in any form"),
    (Reading(How.LANGUAGE, ("fr",)), "in French"),
    (Reading(How.KIND, ("decision",)), "of the kind decision"),
    (Reading(How.YEARS, ("2008", "2008")), "dated 2008"),
    (Reading(How.YEARS, ("2008", "2010")), "dated 2008 to 2010"),
    (Reading(How.YEARS, ("2008", "")), "dated 2008 or later"),
    (Reading(How.YEARS, ("", "2010")), "dated 2010 or earlier"),
    (Reading(How.FOLDER, ("a/b",)), "in the folder a/b"),
    (Reading(How.FOLDER_NAMED, ("Laos",)), "in a folder with Laos in its name"),
    (Reading(How.HAS, ("ocr",)), "with text recognised from pictures"),
    (Reading(How.HAS, ("problem",)), "with something that could not be read"),
    (Reading(How.HAS, ("scan",)), "with pages that are pictures without text"),
]
REMARKS = [
    (Remark(LeftOut.CHARACTERS, ("512",)), "only the first 512 characters are used"),
    (Remark(LeftOut.TERMS, ("32",)), "only the first 32 terms are used"),
    (Remark(LeftOut.BRACKETS, ("20",)), "brackets deeper than 20 are passed over"),
    (Remark(LeftOut.NEARNESS), "only words and phrases can be near each other (~); the rest is looked for anywhere"),
    (Remark(LeftOut.BEGINNING, ("m*", "m")), "m* needs a second letter, so only m itself is looked for"),
]
REASONS = [
    (Reason(Why.WORDS, 1.0), "how often its words stand in it, for its length, and how rare they are"),
    (Reason(Why.TITLE, 1.0), "all the words are in its title"),
    (Reason(Why.WHOLE_TITLE, 1.0), "they are its whole title"),
    (Reason(Why.COUNTRY, 1.0), "it is about the country that is named"),
    (Reason(Why.OTHER_COUNTRY, 1.0), "it is about another country"),
    (Reason(Why.AS_TYPED, 1.0), "it has the words as they were typed"),
    (Reason(Why.PARTLY_AS_TYPED, 1.0), "it has some words as they were typed"),
    (Reason(Why.IN_A_ROW, 1.0), "they follow one another on a page"),
    (Reason(Why.NEAR, 1.0), "they are near each other on a page"),
    (Reason(Why.ONE_PAGE, 1.0), "all that it has of them is on one page"),
    (Reason(Why.PAGES, 1.0, ("1",)), "a page answers"),
    (Reason(Why.PAGES, 1.0, ("3",)), "3 pages answer"),
    (Reason(Why.KIND, 1.0, ("decision",)), "it is about the matter itself (decision)"),
    (Reason(Why.ONE_SENTENCE, 1.0), "what is to be near each other is in one sentence; this comes first"),
]
