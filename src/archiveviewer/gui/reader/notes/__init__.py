"""What a person writes and marks in a document."""
