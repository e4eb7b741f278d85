"""Writes data/register.csv, the reference register, from the collected list that is given as argument.

`python tools/make_register.py register.csv` checks every row (a known country and treaty, a date in ISO 8601, a source) and sorts them.
The register is known to December 2025 and incomplete; each row keeps its source, and the program never mixes it with what an archive says.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COLUMNS = ("country", "treaty", "event", "date", "value", "source_url")
TREATIES = {"APMBC": "apmbc", "CCM": "ccm", "CCWPV": "ccw.pv"}
DAY = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?")


def codes() -> set[str]:
    """Return the codes of countries that the program knows."""
    with (ROOT / "data" / "countries.csv").open(encoding="utf-8", newline="") as source:
        return {row["code"] for row in csv.DictReader(source)}


def rows(path: Path) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the collected list in our columns. A row that cannot be right ends the program with its line."""
    known = codes()
    with path.open(encoding="utf-8", newline="") as source:
        for number, row in enumerate(csv.DictReader(source), start=2):
            if row["iso3"] not in known or row["treaty"] not in TREATIES or not DAY.fullmatch(row["date"]) or not row["source_url"]:
                sys.exit(f"{path}:{number}: this row cannot be used: {row}")
            yield row["iso3"], TREATIES[row["treaty"]], row["event"], row["date"], said(row["value"]), row["source_url"]


def said(value: str) -> str:
    """Return a remark as people read it: how many sites say so, in one form or the other."""
    value = re.sub(r"\b1 independent site\(s\)", "1 source", value)
    return value.replace("independent site(s)", "independent sources").replace("latest found", "the latest found")


def main() -> None:
    """Write the register."""
    if len(sys.argv) != len(("program", "list")):
        sys.exit("which list? python tools/make_register.py register.csv")
    with (ROOT / "data" / "register.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(sorted(set(rows(Path(sys.argv[1])))))


if __name__ == "__main__":
    main()
