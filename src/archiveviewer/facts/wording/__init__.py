"""What pages say, as data: the treaties, the rules with their wordings, and a sentence folded so that they can be tried on it."""
