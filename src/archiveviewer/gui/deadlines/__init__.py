"""The place Deadlines: all chains on one time axis, and the same as a list."""
