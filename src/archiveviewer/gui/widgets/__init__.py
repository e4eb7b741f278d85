"""Widgets and painters that several places use: grounds, words, buttons, chips, rows and tables."""
