"""Reads one document from top to bottom: what it is, of whom, and what the rules find in it."""
