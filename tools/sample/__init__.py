"""Builds the sample archive from texts of our own."""
