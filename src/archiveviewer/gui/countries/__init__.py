"""The place Countries: the list of countries, and the profile of one with its evidence."""
