"""Pure functions over text: normalising, scripts, terms, spans, languages, dates, names, health, sections, escaping."""
