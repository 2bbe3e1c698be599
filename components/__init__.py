"""Trajectory's parts, a room per step of the way from bytes to a screen."""
