"""Bytes in, sheets of text out: every file is opened in a child process with limits.

Public: `Upload`, `ArriveLimits`, `Arrived`, `read_sheets`, `Written` (what was said about a text
file), `told_apart`, and what a question about a text file may show: `encoding_previews`,
`separator_previews`.
"""

from components.intake.arrive.encodings import ENCODINGS, encoding_previews
from components.intake.arrive.limits import ArriveLimits
from components.intake.arrive.reading import read_sheets
from components.intake.arrive.separators import separator_previews
from components.intake.arrive.upload import Arrived, Upload, Written, told_apart

__all__ = [
    "ENCODINGS",
    "ArriveLimits",
    "Arrived",
    "Upload",
    "Written",
    "encoding_previews",
    "read_sheets",
    "separator_previews",
    "told_apart",
]
