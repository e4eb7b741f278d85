"""Hands over what the archive says in formats that other programs read."""
