"""The place Search: results as you type, filters, and what could be tried when nothing is found."""
