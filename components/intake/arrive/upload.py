"""What comes in and what goes out of this part of the room."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count

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
class Written:
    """What was said about how a text file is written; empty where nothing was."""

    encoding: str = ""
    separator: str = ""


@dataclass(frozen=True, slots=True)
class Arrived:
    """The sheets that could be read, in order of the files, and what was wrong with the rest.

    `about` says, of files that came back with our list of problems, which state of a file the
    list is about.
    """

    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...]
    about: Mapping[str, str] = field(default_factory=dict)


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


def told_apart(uploads: Sequence[Upload]) -> tuple[list[Upload], list[str]]:
    """The uploads with plain names, each name once; and the names of copies left out.

    >>> twins = [Upload("a/r.csv", b"1"), Upload("b/r.csv", b"2"), Upload("r.csv", b"1")]
    >>> [upload.name for upload in told_apart(twins)[0]], told_apart(twins)[1]
    (['r.csv', 'r (2).csv'], ['r.csv'])
    """
    seen: list[Upload] = []
    kept: list[Upload] = []
    copies: list[str] = []
    for upload in uploads:
        plain = Upload(plain_name(upload.name), upload.content)
        if plain in seen:
            copies.append(plain.name)
            continue
        seen.append(plain)
        kept.append(Upload(unused(plain.name, {one.name for one in kept}), plain.content))
    return kept, copies


def renamed(uploads: Sequence[Upload], kept: Sequence[Upload]) -> list[str]:
    """Names given to files that came under the name of another.

    >>> twins = [Upload("r.csv", b"1"), Upload("r.csv", b"2")]
    >>> renamed(twins, told_apart(twins)[0])
    ['r (2).csv']
    """
    given = {plain_name(upload.name) for upload in uploads}
    return [upload.name for upload in kept if upload.name not in given]


def unused(name: str, taken: Container[str]) -> str:
    """The name, with the first number behind it that makes it one that is not taken.

    >>> unused("r.csv", ["r.csv"]), unused("s.csv", ["r.csv"])
    ('r (2).csv', 's.csv')
    """
    stem, dot, ending = name.rpartition(".")
    numbered = (f"{stem or ending} ({number}){dot}{ending if stem else ''}" for number in count(2))
    return next(one for one in chain((name,), numbered) if one not in taken)
