"""The result of this room: a dataset and what could not be used of the sheets."""

from dataclasses import dataclass

from components.tables.dataset import Dataset
from components.tables.problems import Problem


@dataclass(frozen=True)
class Built:
    """Facts, and the problems found on the way, in their fixed order."""

    dataset: Dataset
    problems: tuple[Problem, ...]
