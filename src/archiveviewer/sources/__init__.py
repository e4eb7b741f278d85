"""Where files come from: walks the folders of a library, and reads the files that are to be read."""
