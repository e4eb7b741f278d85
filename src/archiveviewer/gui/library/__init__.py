"""The place Library: folders, the run that reads them, what can be searched, and what could not be read."""
