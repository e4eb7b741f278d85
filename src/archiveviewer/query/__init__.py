"""What a person types -> nodes -> a plan -> ranked documents and pages with snippets.

Anything typed is valid. Documents are found and ranked in a table with a row for each; their pages are then looked for only in the
documents that are shown.
"""
