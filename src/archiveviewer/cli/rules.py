"""The command for somebody who writes rules about facts: tries a file of them."""

from __future__ import annotations

import argparse
from pathlib import Path

from archiveviewer.archive import rulebook
from archiveviewer.cli.countries import country_code
from archiveviewer.cli.exits import Exit
from archiveviewer.cli.output import Printer
from archiveviewer.settings import absolute


def check(options: argparse.Namespace) -> int:
    """Try the examples of a rule file, or some words with its rules; 0 when every example gives what it says."""
    printer = Printer(as_json=options.json)
    path = Path(absolute(options.file))
    if options.text:
        return _words(path, options, printer)
    wrong = 0
    for one in rulebook.try_rules(path):
        wrong += len(one.wrong)
        state = "; ".join(one.wrong) or _all_right(one.examples)
        printer.row({"rule": one.rule, "examples": one.examples, "wrong": list(one.wrong)}, f"{one.rule}: {state}")
    printer.note("Every example gives what it says." if not wrong else "Some examples do not give what they say.")
    return Exit.PROBLEMS if wrong else Exit.DONE


def _all_right(examples: int) -> str:
    if not examples:
        return "no example yet; give it one"
    return "its example is right" if examples == 1 else f"all {examples} examples are right"


def _words(path: Path, options: argparse.Namespace, printer: Printer) -> int:
    found = rulebook.try_words(path, options.text, country_code(options.country) or "")
    for kind, value in found:
        printer.row({"type": kind, "value": value}, f"{kind} = {value}")
    if not found:
        printer.note("These words give nothing.")
    return Exit.DONE
