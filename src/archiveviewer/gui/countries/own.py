"""In which language a country writes its own name, for those languages in which the library knows the names of countries."""

from __future__ import annotations

_COUNTRIES = {
    "ar": "ARE BHR DJI DZA EGY ERI IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SOM SYR TCD TUN YEM",
    "es": "ARG BOL CHL COL CRI CUB DOM ECU ESP GNQ GTM HND MEX NIC PAN PER PRY SLV URY VEN",
    "fr": "BDI BEN BFA CAF CIV CMR COD COG FRA GAB GIN MLI NER SEN TGO",
    "km": "KHM",
    "pt": "AGO BRA CPV GNB MOZ PRT STP TLS",
    "ru": "RUS BLR KGZ",
    "zh": "CHN",
}


def own_language(country: str) -> str | None:
    """Return the language of a country's own name (ISO 639-1), or None."""
    return next((language for language, codes in _COUNTRIES.items() if country in codes.split()), None)
