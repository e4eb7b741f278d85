"""Where files come from: walks the folders of a library, and tells what is new, changed or gone."""
