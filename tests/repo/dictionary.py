"""The data dictionary, written from the schema that the app itself reads by."""

from components.tables.fields import Field, Kind, Table
from components.tables.schema import TABLES

INTRODUCTION = """# Data dictionary

Every table that Trajectory knows and every field in it, made from `components/tables` by
`make docs`. Only the fields marked *needed* must be there; a table or field that is missing
switches off what needs it. Every row also keeps the sheet and the row number it came from.
"""
KINDS = {
    Kind.ID: "kept as text, zeros and case included, and compared exactly",
    Kind.TEXT: "kept as it is",
    Kind.CATEGORY: "one of few values; groups people",
    Kind.CHOICE: "one of the words that `config/values.toml` knows",
    Kind.DATE: "a day",
    Kind.NUMBER: "a number",
    Kind.WHOLE: "a number without a fraction",
    Kind.PERCENT: "a share of a hundred",
    Kind.YES_NO: "yes, no, or not known",
    Kind.RATING: "a label or number of the scale in `config/ratings.toml`; the original is kept",
    Kind.MONTHS: "a length of time, in completed months",
    Kind.GROUP: "a group for fairness; shown in group views only",
}


def row(field: Field) -> str:
    """One line of a table."""
    needed = "needed" if field.required else ""
    meaning = field.meaning.replace("|", "\\|")
    return f"| `{field.name}` | {field.label} | {field.kind} | {needed} | {meaning} |"


def section(table: Table) -> str:
    """One table with all its fields."""
    head = f"## {table.label} (`{table.name}`)\n\n{table.meaning}\n"
    columns = "| field | on screen | kind | | meaning |\n|---|---|---|---|---|"
    return "\n".join([head, columns, *(row(field) for field in table.fields)]) + "\n"


def dictionary() -> str:
    """The whole document."""
    kinds = "\n".join(f"* **{kind}**: {KINDS[kind]}" for kind in Kind)
    return "\n".join([INTRODUCTION, *map(section, TABLES.values()), f"## Kinds\n\n{kinds}\n"])
