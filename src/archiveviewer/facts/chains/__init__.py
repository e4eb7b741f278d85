"""What all documents together say about a country: its deadlines and decisions in their order, and its profile."""
