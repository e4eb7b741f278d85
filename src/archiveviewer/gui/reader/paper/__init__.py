"""The pages as pictures, in the scrolled area in which they lie, with all that is drawn on them and done to them."""
