"""The rows of tools and the boxes above the pages."""
