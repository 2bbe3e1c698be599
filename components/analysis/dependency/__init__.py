"""How much a team would miss somebody: sole holders, ready successors, people beneath.

Public: `dependency(dataset, as_of, settings, standing)`, `named_successors` likewise.
"""

from datetime import date

from components.analysis.arrow import Arrays
from components.analysis.dependency.beneath import people_beneath
from components.analysis.dependency.holders import sole_holders
from components.analysis.dependency.successors import named_successors, ready_successors
from components.settings import Settings
from components.tables import columns as col
from components.tables.dataset import Dataset

__all__ = ["dependency", "named_successors"]


def dependency(dataset: Dataset, as_of: date, settings: Settings, standing: Arrays) -> Arrays:
    """Columns by person: sole_holder, sole_holder_of and its cell, ready_successor, people_beneath.

    `standing` holds by person employee_id, manager_id, department, level, track, job_title,
    `active`, and `known`, whether the day knows the person.
    """
    return {
        **sole_holders(dataset, as_of, settings, standing),
        **ready_successors(dataset, as_of, settings, standing),
        col.PEOPLE_BENEATH: people_beneath(standing),
    }
