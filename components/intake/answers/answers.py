"""What a person said about a sheet: its table, header row, columns; wins over recognition."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError, field_validator

from components.errors import ConfigError
from components.settings.section import Section
from components.tables.schema import TABLES
from components.tables.sheets import Sheet

LEAVE_OUT = ""
NO_HEADER = 0
_FIELDS = frozenset(name for table in TABLES.values() for name in table.names)


class SheetAnswer(Section):
    """Answers about one sheet; None where nothing was said.

    `table` empty leaves the sheet out; `header_row` 0 says that there is none; `lookup` confirms
    or declines that the sheet gives names to ids. `columns` maps a header (or "column C") to a
    field or "table.field"; empty leaves the column out.
    """

    file: str = Field(min_length=1)
    sheet: str = ""
    table: str | None = None
    header_row: int | None = Field(default=None, ge=0)
    date_order: Literal["day", "month"] | None = None
    lookup: bool | None = None
    columns: dict[str, str] = Field(default_factory=dict)

    @field_validator("table")
    @classmethod
    def _is_a_table(cls, table: str | None) -> str | None:
        if table and table not in TABLES:
            raise ValueError(f'"{table}" is no table; use one of: {", ".join(TABLES)}')
        return table

    @field_validator("columns")
    @classmethod
    def _are_fields(cls, columns: dict[str, str]) -> dict[str, str]:
        for header, place in columns.items():
            if place != LEAVE_OUT and not _is_place(place):
                raise ValueError(f'"{header}" is said to be {place}, which is no field')
        return columns

    def speaks_of(self, file: str, sheet: str) -> bool:
        """Whether it is about that sheet; without a sheet name it is about every sheet."""
        return self.file == file and self.sheet in ("", sheet)


class Answers(Section):
    """All answers, in any order."""

    sheet: tuple[SheetAnswer, ...] = ()

    def about(self, sheet: Sheet) -> SheetAnswer:
        """The answer about a sheet; one that names the sheet wins over one for the file."""
        found = [one for one in self.sheet if one.speaks_of(sheet.file, sheet.name)]
        by_name = [one for one in found if one.sheet == sheet.name]
        return next(iter(by_name or found), SheetAnswer(file=sheet.file, sheet=sheet.name))

    def with_answer(self, answer: SheetAnswer) -> "Answers":
        """The same answers with this one in place of any earlier one about the sheet."""
        others = [one for one in self.sheet if (one.file, one.sheet) != (answer.file, answer.sheet)]
        return Answers(sheet=(*others, answer))

    def with_column(self, sheet: Sheet, header: str, place: str) -> "Answers":
        """The same answers, and this header of the sheet stands for `place` (empty: left out)."""
        said = self.about(sheet)
        columns = said.columns | {header: place}
        return self.with_answer(_of(said, sheet, columns=columns))

    def with_sheet(self, sheet: Sheet, **changes: str | int | bool | None) -> "Answers":
        """The same answers with table, header_row, date_order or lookup of a sheet changed."""
        return self.with_answer(_of(self.about(sheet), sheet, **changes))

    def to_toml(self) -> str:
        """The answers as a file that `load_answers` reads; sorted, so equal answers look equal."""
        ordered = sorted(self.sheet, key=lambda one: (one.file, one.sheet))
        return "\n".join(_section(answer) for answer in ordered)


def load_answers(source: Path | str) -> Answers:
    r"""Read answers from a TOML file, or from text that holds TOML.

    Raises ConfigError with the key and the fix.

    >>> answers = load_answers('[[sheet]]\nfile = "a.csv"\ncolumns = { "Nr" = "employee_id" }')
    >>> answers.sheet[0].columns
    {'Nr': 'employee_id'}
    """
    where = source.name if isinstance(source, Path) else "answers"
    try:
        content = tomllib.loads(_text(source))
    except tomllib.TOMLDecodeError as mistake:
        raise ConfigError(
            "The answers are not valid TOML.", where=where, now=f"Mend it: {mistake}."
        ) from mistake
    try:
        return Answers.model_validate(_frozen(content))
    except ValidationError as mistakes:
        raise _in_words(mistakes, where) from mistakes


def _text(source: Path | str) -> str:
    if isinstance(source, str):
        return source
    try:
        return source.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as mistake:
        raise ConfigError(
            "The file can't be read.", where=source.name, now="Save it as UTF-8 text."
        ) from mistake


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value


def _in_words(mistakes: ValidationError, where: str) -> ConfigError:
    first = mistakes.errors(include_url=False)[0]
    path = [str(part + 1) if isinstance(part, int) else part for part in first["loc"]]
    key = " › ".join(path) or "The file"
    if first["type"] == "extra_forbidden":
        known = Answers if len(path) == 1 else SheetAnswer
        now = f"Known here: {', '.join(known.model_fields)}."
        return ConfigError(f"{key} is not a known key.", where=where, now=now)
    if first["type"] == "missing":
        return ConfigError(f"{key} is missing.", where=where, now="Add it.")
    said = first["msg"].removeprefix("Value error, ")
    return ConfigError(f"{key} can't be used.", where=where, now=f"{said[:1].upper()}{said[1:]}.")


def _is_place(place: str) -> bool:
    table, dot, name = place.rpartition(".")
    return name in TABLES[table].names if dot and table in TABLES else not dot and name in _FIELDS


def _of(said: SheetAnswer, sheet: Sheet, **changes: Any) -> SheetAnswer:
    kept = said.model_dump() | {"file": sheet.file, "sheet": sheet.name} | changes
    return SheetAnswer.model_validate(kept)


def _section(answer: SheetAnswer) -> str:
    said = answer.model_dump(exclude={"columns"}, exclude_none=True)
    lines = ["[[sheet]]", *(f"{key} = {_value(value)}" for key, value in said.items())]
    if answer.columns:
        lines += ["[sheet.columns]", *_pairs(sorted(answer.columns.items()))]
    return "\n".join(lines) + "\n"


def _pairs(columns: Iterable[tuple[str, str]]) -> Iterable[str]:
    return (f"{_quoted(header)} = {_quoted(place)}" for header, place in columns)


def _value(value: str | int | bool) -> str:
    return _quoted(value) if isinstance(value, str) else str(value).lower()


_ESCAPES: Mapping[str, str] = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _quoted(text: str) -> str:
    r"""A TOML basic string.

    >>> print(_quoted('Name "short"'))
    "Name \"short\""
    """
    escaped = "".join(
        _ESCAPES.get(sign) or (sign if sign.isprintable() else f"\\U{ord(sign):08X}")
        for sign in text
    )
    return f'"{escaped}"'
