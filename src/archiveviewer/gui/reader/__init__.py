"""The reader: the pages of a document with words lit, their text, its outline. `pane` is what the window holds."""
