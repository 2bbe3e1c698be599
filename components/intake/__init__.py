"""Bytes in; sheets of text, recognised columns, parsed values and checks out.

Public: `Upload`, `ArriveLimits`, `Arrived`, `read_sheets`.
"""

from components.intake.arrive import Arrived, ArriveLimits, Upload, read_sheets

__all__ = ["ArriveLimits", "Arrived", "Upload", "read_sheets"]
