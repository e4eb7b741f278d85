"""Which files of the library are the ones that pages list, and which documents are one text."""
