"""Rules that read facts, events and listed files out of pages, and what all of them together say about a country."""
