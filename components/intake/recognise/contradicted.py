"""A known name over values of another field that another column holds already: asked."""

from components.intake.plan import ColumnPlan, Confidence
from components.intake.recognise.body import Column
from components.intake.recognise.candidate import Candidate


def lost_its_meaning(column: Column, reading: Candidate, why: str) -> ColumnPlan:
    """The column is left out until somebody says what it holds."""
    return ColumnPlan(
        column.index,
        column.header,
        confidence=Confidence.ASKED,
        why=f"{reading.why}; {why}",
        asked=f"What does {column.name} hold?",
    )
