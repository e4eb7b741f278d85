"""What is done with one archive: its places beside the reader, ways back, offers while one types."""
