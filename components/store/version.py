"""What a data version is: a confirmed upload, and how it stands in the history of them."""

from dataclasses import dataclass
from datetime import datetime

from components.tables.dataset import Dataset
from components.tables.problems import Problem


@dataclass(frozen=True)
class Version:
    """A confirmed upload: the dataset, what was wrong with it, and how it was read.

    `matches` and `answers` are texts (JSON, TOML) that the intake wrote and reads again; the
    store does not look into them.
    """

    dataset: Dataset
    problems: tuple[Problem, ...] = ()
    matches: str = "[]"
    answers: str = ""

    @property
    def name(self) -> str:
        """The fingerprint that names it."""
        return self.dataset.fingerprint


@dataclass(frozen=True, slots=True)
class KeptFile:
    """An uploaded file kept with a version; `size` in bytes."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A version in the history.

    people: persons named in it. files: the uploaded files kept with it. profile: the import
    profile it was read with. previous: the version in use when it was confirmed.
    """

    name: str
    confirmed_at: datetime
    people: int
    files: tuple[KeptFile, ...]
    profile: str | None
    previous: str | None
    in_use: bool
