"""Tries a file of rules about facts for somebody who writes one; it needs no library."""

from __future__ import annotations

from pathlib import Path

from archiveviewer.facts import check
from archiveviewer.facts.check import Tried
from archiveviewer.facts.wording.rule_file import RuleError
from archiveviewer.records import ArchiveError


def try_rules(path: Path) -> tuple[Tried, ...]:
    """Return how each rule of a file does on its examples. Raises ArchiveError when the file cannot be used."""
    try:
        return check.tried(path)
    except RuleError as error:
        raise ArchiveError(f"{error}. See the README beside the rules for what a rule may say.") from error


def try_words(path: Path, words: str, country: str) -> tuple[tuple[str, str], ...]:
    """Return what some words on a page about a country give with the rules of a file: type and value. Raises ArchiveError."""
    try:
        return check.given(path, words, country)
    except RuleError as error:
        raise ArchiveError(str(error)) from error
