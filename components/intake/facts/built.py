"""The result of this room: a dataset and what could not be used of the sheets."""

from dataclasses import dataclass, field

from components.intake.facts.assembled import Facts
from components.tables.dataset import Dataset
from components.tables.problems import Problem


@dataclass(frozen=True)
class Built:
    """The dataset, the problems found on the way in their fixed order, and what checks look at."""

    dataset: Dataset
    problems: tuple[Problem, ...]
    facts: Facts = field(repr=False)
