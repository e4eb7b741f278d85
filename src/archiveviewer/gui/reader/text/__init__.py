"""The text of a document in a real text widget."""
