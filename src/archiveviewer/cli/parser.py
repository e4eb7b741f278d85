"""The commands, their options and their help; each command names the function that runs it.

`--library` and `--json` may stand before or after the command. Functions are looked up only when their command is run, so that
`archiveviewer --help` and the start of the window load nothing that they do not need.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from archiveviewer import __version__
from archiveviewer.cli import values
from archiveviewer.records import Sort
from archiveviewer.settings import Limits, Paths

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

_EPILOG = """\
examples:
  archiveviewer index ~/treaty-documents      read a folder into the library
  archiveviewer search '"1 January 2020" deadline country:KHM'
  archiveviewer facts KHM                     what the archive states about Cambodia, with the sentences
  archiveviewer timeline KHM                  its deadlines and what led to them
  archiveviewer                               open the window

exit codes: 0 done (also with no hits), 1 done with problems, 2 wrong use, 3 cannot go on
"""

_LANGUAGE = """\
how to ask:
  mines clearance        both words, in any form; where no document has both, those with most words follow
  "not later than"       exactly these words, one after the other
  mines -cluster         without a word; also -"a phrase", -kind:report, -(several words)
  landmine OR mine       either word; (landmine OR mine) clearance
  surviv*                every word that begins so
  victim ~ assistance    near each other: on one page (of a text without pages: in one section) or in the title, in any order; where
                         they stand in one sentence comes first. Phrases and (one OR other) can be near, too
  country:KHM lang:fr kind:decision year:2008..2010 title:request folder:annexes has:scan
                         fields; search --complete lists them, and search --complete country: its values
Whatever is typed is a question. Only 512 characters, 32 terms and 20 brackets inside each other are read, and it is said when some
are left out.
"""

_LEFT_OUT = re.compile(r"-(?!h?\Z|-)")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options with `run`, the function to call with them. Ends the process with code 2 on wrong use."""
    options = build().parse_args(_spared(arguments))
    options.library = options.library or Paths.of_user().library
    return options


def _spared(arguments: Sequence[str]) -> list[str]:
    """Return the command line with the words that a question leaves out, `-cluster`, spared from being taken for options.

    No option but `-h` has a single minus; a space before it is nothing to a question.
    """
    start = list(arguments).index("search") + 1 if "search" in arguments else len(arguments)
    return [f" {word}" if at >= start and _LEFT_OUT.match(word) else word for at, word in enumerate(arguments)]


def build() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="archiveviewer",
        description="Finds, shows and explains the pages of a folder of treaty documents, with no network.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"archiveviewer {__version__}")
    parser.add_argument(
        "--library", type=values.path, default=None, metavar="DIR", help="the library to use (default: in your data folder)"
    )
    parser.add_argument("--json", action="store_true", default=False, help="print one JSON object a line, stable for scripts")
    _add_window_options(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    parser.set_defaults(run=_call("window:show"))
    for add in (_index, _search, _show, _files, _facts, _timeline, _attachments, _sheet, _problems, _notes, _check, _rules, _doctor):
        add(commands)
    return parser


def _add_window_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("window (without a command)")
    group.add_argument("--sample", action="store_true", help="open the sample archive")
    group.add_argument("--theme", choices=("system", "light", "dark", "contrast"), default=None, help="colours of the window")
    group.add_argument("--trace", type=Path, metavar="FILE", help="write stalls and times to a page, as JSON lines")


def _call(target: str) -> Callable[[argparse.Namespace], int]:
    """Return a function that looks up `module:function` of this package when it is called."""

    def run(options: argparse.Namespace) -> int:
        module, name = target.split(":")
        function: Callable[[argparse.Namespace], int] = getattr(import_module(f"archiveviewer.cli.{module}"), name)
        return function(options)

    return run


def _command(commands: Commands, name: str, target: str, *, about: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
    parser.add_argument("--library", type=values.path, default=argparse.SUPPRESS, metavar="DIR", help="the library to use")
    parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON object a line")
    parser.set_defaults(run=_call(target))
    return parser


def _country(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("country", nargs="?", metavar="COUNTRY", help="code (KHM) or name (Cambodia); all when left out")


def _index(commands: Commands) -> None:
    parser = _command(commands, "index", "work:index", about="read new and changed files into the library")
    parser.epilog = "Symbolic links are followed, also out of a folder; no folder is entered twice."
    parser.add_argument("folders", nargs="*", type=values.path, metavar="FOLDER", help="folders to read (default: those of the library)")
    parser.add_argument(
        "--file-seconds", type=values.seconds, default=Limits().seconds, metavar="N", help="limit for each file (default: %(default)g)"
    )
    parser.add_argument("--watch", action="store_true", help="go on looking for new and changed files until stopped")
    parser.add_argument("--anew", action="store_true", help="make the index anew, as when it is damaged; notes and corrections are kept")


def _search(commands: Commands) -> None:
    parser = _command(commands, "search", "search:search", about="find documents and the pages in them")
    parser.epilog, parser.formatter_class = _LANGUAGE, argparse.RawDescriptionHelpFormatter
    parser.add_argument("query", nargs="*", metavar="QUERY", help='words, "phrases", -not, OR, word*, near ~ by, country:KHM; see below')
    parser.add_argument("--limit", type=values.count, default=20, metavar="N", help="at most N documents (default: %(default)s)")
    parser.add_argument(
        "--sort", choices=tuple(Sort), default=Sort.RELEVANCE.value, help="best first, or newest first (default: %(default)s)"
    )
    parser.add_argument("--collapse", action="store_true", help="fold copies and language versions into one")
    parser.add_argument("--languages", type=values.languages, default=(), metavar="LIST", help="which version --collapse shows, as fr,en")
    parser.add_argument("--also", action="store_true", help="also words of the trade that mean the same, in all languages")
    parser.add_argument("--facets", action="store_true", help="count what answers by country, kind, language, year and folder")
    parser.add_argument("--explain", action="store_true", help="say for each document why it stands where it stands")
    parser.add_argument("--complete", action="store_true", help="list the fields, or the values of one, by which the question may go on")
    parser.add_argument("--batch", type=Path, metavar="FILE", help="answer many questions; lines of id<TAB>query")
    parser.add_argument("--report", type=values.report, metavar="FILE", help="keep the answers as an evidence sheet, .html or .csv")


def _show(commands: Commands) -> None:
    parser = _command(commands, "show", "reading:show", about="print the text of a document as it is kept")
    parser.add_argument("path", type=Path, metavar="PATH", help="a file that was read")
    parser.add_argument("--page", type=values.count, metavar="N", help="only this page")
    parser.add_argument("--note", type=values.count, metavar="N", help="only the footnote that [N] in its text points to")


def _files(commands: Commands) -> None:
    _command(commands, "files", "reading:files", about="list the files of the library and how far each could be read")


def _facts(commands: Commands) -> None:
    parser = _command(commands, "facts", "countries:facts", about="print what the archive states, with the sentence it stands in")
    _country(parser)
    parser.add_argument("--reference", action="store_true", help="also rows of the reference register, marked as such")
    deed = parser.add_mutually_exclusive_group()
    deed.add_argument("--wrong", metavar="TYPE=VALUE", help="leave out a fact of COUNTRY from now on, in the window too")
    deed.add_argument("--hidden", action="store_true", help="list the facts that were called wrong, with their numbers")
    deed.add_argument("--right", type=values.count, metavar="NUMBER", help="take back that the fact of this number was called wrong")


def _timeline(commands: Commands) -> None:
    parser = _command(commands, "timeline", "countries:timeline", about="print deadlines and what led to them, by date")
    _country(parser)
    parser.add_argument("--as-of", type=values.day, metavar="DATE", help="states as seen on this day (default: today)")
    parser.add_argument("--due", type=values.months, metavar="6m", help="only deadlines due within so many months")
    parser.add_argument("--reference", action="store_true", help="also rows of the reference register, marked as such")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--ics", action="store_true", help="as an iCalendar file")
    shape.add_argument("--csv", action="store_true", help="as a table for a spreadsheet")


def _attachments(commands: Commands) -> None:
    parser = _command(commands, "attachments", "ledger:attachments", about="list the files that pages name, and which are here")
    _country(parser)
    deed = parser.add_mutually_exclusive_group()
    deed.add_argument("--missing", action="store_true", help="only what is not here: the shopping list for the next connection")
    deed.add_argument("--is", nargs=2, dest="chosen", metavar=("NUMBER", "FILE"), help="decide that FILE is the listed one of this number")
    deed.add_argument(
        "--not", type=values.count, dest="refused", metavar="NUMBER", help="decide that the file found for this number is not it"
    )
    deed.add_argument("--undo", type=values.count, metavar="NUMBER", help="take back the last word about this number")


def _sheet(commands: Commands) -> None:
    parser = _command(commands, "sheet", "sheet:sheet", about="hand over all about a country for a report, each fact with its source")
    parser.add_argument("country", metavar="COUNTRY", help="code (KHM) or name (Cambodia)")
    parser.add_argument("--as-of", type=values.day, metavar="DATE", help="as seen on this day (default: today)")
    parser.add_argument("--pdf", type=values.path, metavar="FILE", help="as PDF")
    parser.add_argument("--html", type=values.path, metavar="FILE", help="as a web page (default: to standard output)")
    parser.add_argument("--csv", type=values.path, metavar="FILE", help="as a table for a spreadsheet")


def _problems(commands: Commands) -> None:
    _command(commands, "problems", "reading:problems", about="list what could not be read, why, and what to do")


def _notes(commands: Commands) -> None:
    parser = _command(commands, "notes", "notes:notes", about="print highlights, notes and bookmarks, or merge those of another library")
    parser.add_argument("words", nargs="*", metavar="WORDS", help="only notes that hold all these words")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--markdown", action="store_true", help="as Markdown")
    shape.add_argument("--csv", action="store_true", help="as a table that another library can merge")
    shape.add_argument("--merge", type=Path, metavar="FILE", help="take the notes of a table that another library exported")


def _check(commands: Commands) -> None:
    _command(commands, "check", "work:check", about="test the databases and every stored text")


def _rules(commands: Commands) -> None:
    about = "try rules about facts that you write"
    parser = commands.add_parser("rules", help=about, description=about[0].upper() + about[1:] + ".")
    inner = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check = _command(inner, "check", "rules:check", about="try the examples of a file of rules")
    check.add_argument("file", type=values.path, metavar="FILE", help="a file as in data/rules, where a README says how to write one")
    check.add_argument("--text", metavar="WORDS", help="print what these words give instead")
    check.add_argument("--country", default="KHM", metavar="COUNTRY", help="the country that the page of --text is about (default: KHM)")


def _doctor(commands: Commands) -> None:
    _command(commands, "doctor", "work:doctor", about="print versions, protections in force and free space")
