"""The document that is open: how it is opened, asked for its pages and passages, quoted and printed."""
