"""Where the pages of a document lie, how large they are shown and what is seen of them: plain arithmetic, without Qt or a PDF."""
