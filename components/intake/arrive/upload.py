"""What comes in and what goes out of this part of the room."""

import re
from dataclasses import dataclass, field

from components.tables.problems import Problem
from components.tables.sheets import Sheet

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_NAME_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as it arrived: the name somebody gave it, and its bytes."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Arrived:
    """The sheets that could be read, in order of the files, and what was wrong with the rest."""

    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...]


def plain_name(name: str) -> str:
    r"""A file or sheet name that can be shown: no path, no control or direction characters.

    >>> plain_name("C:\\reports\\r\u202exslx.exe")
    'rxslx.exe'
    """
    return shown_name(re.split(r"[/\\]", name)[-1])


def shown_name(name: str) -> str:
    """A sheet name without control or direction characters, cut to a length that fits.

    >>> shown_name("Jan/Feb")
    'Jan/Feb'
    """
    clean = " ".join(_UNSEEN.sub("", name).split(" ")).strip()
    return clean[:_NAME_LENGTH] or "unnamed"
