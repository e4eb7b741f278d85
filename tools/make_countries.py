"""Writes data/countries.csv: names of countries in the UN languages, Portuguese, Khmer and Dari, from the CLDR data in Babel.

Run it with the development environment: `python tools/make_countries.py`. Our own additions live in data/aliases.csv and are not touched.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.core import get_global

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "pt", "km", "fa")
ALPHA3 = 3
NO_ALPHA3 = {"XK": "XKX"}
NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
OUT = Path(__file__).resolve().parents[1] / "data" / "countries.csv"


def alpha3() -> dict[str, str]:
    """Return ISO 3166 alpha-2 -> alpha-3, from CLDR's list of territory aliases."""
    found: dict[str, str] = dict(NO_ALPHA3)
    for old, new in get_global("territory_aliases").items():
        if len(old) == ALPHA3 and old.isalpha() and len(new) == 1 and old not in WITHDRAWN:
            found.setdefault(new[0], old)
    return found


WITHDRAWN = {"ANT", "BUR", "CSK", "DDR", "FXX", "NTZ", "ROM", "SCG", "SUN", "TMP", "YMD", "YUG", "ZAR", "QUU", "DGA", "ASC", "CPT", "TAA"}
"""Codes of countries that are no more, and of places that are not countries."""


def rows() -> Iterator[list[str]]:
    """Yield code, alpha-2 code and one name per language, sorted by code."""
    names = {language: Locale(language).territories for language in LANGUAGES}
    codes = alpha3()
    for two, three in sorted(codes.items(), key=lambda pair: pair[1]):
        if two not in NOT_COUNTRIES and two in names["en"]:
            yield [three, two, *(str(names[language].get(two, "")) for language in LANGUAGES)]


def main() -> None:
    """Write the file."""
    with OUT.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["code", "alpha2", *LANGUAGES])
        writer.writerows(rows())


if __name__ == "__main__":
    main()
