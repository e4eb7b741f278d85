"""Answers questions by Xapian, for `benchmarks.retrieval`; runs alone, under a Python that has it. Ends with 1 where it is not there.

Reads {"texts": {name: text}, "questions": [...], "limit": n} as JSON, and prints the names found for each question, best first.
"""

from __future__ import annotations

import json
import sys
from typing import Any


def main() -> int:
    """Index, answer and print."""
    try:
        import xapian
    except ImportError:
        return 1
    given: dict[str, Any] = json.load(sys.stdin)  # Any: JSON
    stem = xapian.Stem("en")
    database = xapian.WritableDatabase("", xapian.DB_BACKEND_INMEMORY)
    generator = xapian.TermGenerator()
    generator.set_stemmer(stem)
    for name, text in given["texts"].items():
        document = xapian.Document()
        generator.set_document(document)
        generator.index_text(text)
        document.set_data(name)
        database.add_document(document)
    parser = xapian.QueryParser()
    parser.set_stemmer(stem)
    parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
    parser.set_database(database)
    answers = []
    for question in given["questions"]:
        enquire = xapian.Enquire(database)
        enquire.set_query(parser.parse_query(question, 0))
        answers.append([match.document.get_data().decode() for match in enquire.get_mset(0, given["limit"])])
    json.dump(answers, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
