"""Finds, shows and explains the pages of a folder of treaty documents, with no network."""

__version__ = "0.1.0"
