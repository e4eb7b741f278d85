"""Where pages lie and how large they are shown: plain arithmetic, without Qt."""
