"""All canonical tables in one place: what a table is, what its fields mean.

The data dictionary, the templates people download and the column matcher are made from this
list, so a field is described once.
"""

from components.tables import core_tables, further_tables
from components.tables.fields import Field, Kind, Table

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        core_tables.PEOPLE,
        core_tables.ROLES,
        core_tables.REVIEWS,
        core_tables.COMPETENCIES,
        further_tables.ASPIRATIONS,
        further_tables.OPPORTUNITIES,
        further_tables.ARTIFACTS,
        further_tables.SUCCESSORS,
        further_tables.PAY,
        further_tables.SCORECARDS,
        further_tables.STAKEHOLDERS,
    )
}

GROUP_ATTRIBUTES = "group_attributes"
"""A frame beside the tables: person, attribute, value. Kept apart from people so that no view of
named people can carry a protected attribute."""

PERSON_LEVEL = tuple(field.name for field in TABLES["people"].fields if field.name != "employee_id")
"""Fields that, found on a row of another table, are statements about the person."""

__all__ = ["GROUP_ATTRIBUTES", "PERSON_LEVEL", "TABLES", "Field", "Kind", "Table"]
