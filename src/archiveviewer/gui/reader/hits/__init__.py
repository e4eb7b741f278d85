"""The hits of a document: found, counted, listed, and walked."""
