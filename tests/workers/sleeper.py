"""A main that never comes to serve."""

import time

time.sleep(60)
