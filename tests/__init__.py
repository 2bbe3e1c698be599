"""Tests mirror the tree; `repo` checks the house itself and `journeys` walks it."""
