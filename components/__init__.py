"""Trajectory's parts, a room per step of the way from bytes to a screen.

Arrow is told before anything loads it to take its memory from the system: its own pools keep some
for each thread, and every tab runs in threads of its own (`components.ui.start.share_memory`).
"""

import os

os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
