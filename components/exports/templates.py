"""Workbooks to fill in: one sheet for each table, or the two sheets that are enough."""

import io
from collections.abc import Sequence

import pandas as pd

from components.exports.xlsx_files import open_workbook, write_sheet
from components.tables import columns as col
from components.tables.schema import TABLES, Field, Kind, Table

HOW = "How to fill it in"

ON_ROLE_ROWS = (
    col.NAME,
    col.EMAIL,
    col.MANAGER_NAME,
    col.COUNTRY,
    col.HIRE_DATE,
    col.EXIT_DATE,
    col.EXIT_KIND,
)
"""Person-level columns that the two-sheet template carries on the rows of role history."""


def template_workbook() -> bytes:
    """All tables: header rows to fill in, and a sheet that says what each column means."""
    return _template([(table, list(table.fields)) for table in TABLES.values()])


def two_sheet_template(competencies: Sequence[str] = ()) -> bytes:
    """Reviews and role history, person-level columns on the latter.

    competencies: names that get a column "Competency: …" on the review sheet.
    """
    people, roles, reviews = TABLES["people"], TABLES["roles"], TABLES["reviews"]
    employee, *rest = roles.fields
    scores = [
        Field(f"Competency: {name}", Kind.NUMBER, f"The manager's score on {name}.")
        for name in competencies
    ]
    on_roles = [employee, *(people.field(name) for name in ON_ROLE_ROWS), *rest]
    return _template([(reviews, [*reviews.fields, *scores]), (roles, on_roles)])


def _template(sheets: list[tuple[Table, list[Field]]]) -> bytes:
    target = io.BytesIO()
    with open_workbook(target) as workbook:
        for table, fields in sheets:
            names = [_header(field) for field in fields]
            write_sheet(workbook, table.label, pd.DataFrame({name: [] for name in names}))
        write_sheet(workbook, HOW, _guide(sheets))
    return target.getvalue()


def _guide(sheets: list[tuple[Table, list[Field]]]) -> pd.DataFrame:
    """One line for each column: where it stands, what it holds, whether it is needed."""
    return pd.DataFrame(
        [
            {
                "Sheet": table.label,
                "Column": _header(field),
                "What it holds": str(field.kind),
                "Meaning": field.meaning,
                "Needed": "yes" if field.required else "no",
            }
            for table, fields in sheets
            for field in fields
        ]
    )


def _header(field: Field) -> str:
    return field.name if field.name.startswith("Competency: ") else field.label
