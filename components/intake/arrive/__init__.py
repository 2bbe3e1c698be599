"""Bytes in, sheets of text out: every file is opened in a child process with limits.

Public: `Upload`, `ArriveLimits`, `Arrived`, `read_sheets`.
"""

from components.intake.arrive.limits import ArriveLimits
from components.intake.arrive.reading import read_sheets
from components.intake.arrive.upload import Arrived, Upload

__all__ = ["ArriveLimits", "Arrived", "Upload", "read_sheets"]
