"""What stands beside the pages: small pictures, the outline, a list."""
