"""Deadline chains as pictures and as words: the time axis, the shapes on it, their painting, and the sentences about them."""
