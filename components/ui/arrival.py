"""What some uploaded files were read as, while they wait for the confirmation."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from components.intake import (
    Answers,
    Corrections,
    Opened,
    ProblemChanges,
    Reading,
    Upload,
    problem_changes,
)
from components.intake.our_sheet import CODE as OUR_LIST
from components.tables.problems import Problem, ordered
from components.tables.sheets import Sheet

_NO_NAME = re.compile(r"[\d\W_]+")


@dataclass(frozen=True)
class Base:
    """What corrected copies are corrections of: the sheets held, and what was said about them.

    `key` names their contents, `uploads` gives the files themselves as far as they are kept.
    """

    sheets: Sequence[Sheet]
    answers: Answers
    problems: Sequence[Problem]
    key: str
    uploads: Callable[[], Sequence[Upload]]


@dataclass(frozen=True)
class Arrival:
    """Files that were opened, what was said about them, and what was made of them.

    `came` are the files as they were uploaded; `opened` the sheets that are understood, the same
    unless `base` was corrected by them: then `found` says what differs from it. `profile` names
    the import profile they were read with, `about_profile` says what changed since it was saved.
    """

    came: Opened
    opened: Opened
    answers: Answers
    reading: Reading
    profile: str = ""
    about_profile: tuple[Problem, ...] = ()
    base: Base | None = None
    found: Corrections | None = None

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What needs a look, in its fixed order."""
        return ordered((*self.about_profile, *self.reading.problems))

    @property
    def kind(self) -> str:
        """A name for files of this kind: the profile's, else what the files' names share."""
        return self.profile or kind_of([sheet.file for sheet in self.opened.arrived.sheets])

    @property
    def uploads(self) -> tuple[Upload, ...]:
        """The files behind the sheets, as far as they are kept."""
        if self.base is None or self.found is None:
            return self.came.uploads
        corrected = set(self.found.files.values())
        staying = (one for one in self.base.uploads() if one.name not in corrected)
        return (*staying, *self.came.uploads)

    @cached_property
    def mended(self) -> ProblemChanges | None:
        """Which problems the corrections mended; None where nothing was corrected."""
        if self.base is None or self.found is None:
            return None
        problems = [one for one in self.problems if one.code != OUR_LIST]
        return problem_changes(self.base.problems, problems, self.found)


def kind_of(names: Sequence[str]) -> str:
    """What files are called apart from days and numbers.

    >>> kind_of(["reviews_2026-06.xlsx", "Role history 3.csv"])
    'reviews, Role history'
    """
    stems = [_NO_NAME.sub(" ", Path(name).stem).strip() for name in names]
    return ", ".join(dict.fromkeys(stem for stem in stems if stem))[:60] or "files"
