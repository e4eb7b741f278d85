"""Where files come from: walks the folders of a library."""
