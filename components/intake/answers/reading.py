"""Answers read from TOML; a mistake names the key and the fix."""

import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from components.errors import ConfigError
from components.intake.answers.answers import Answers
from components.intake.answers.sheet_answer import ColumnFormat, SheetAnswer

_SECTIONS: dict[str, type[BaseModel]] = {"sheet": SheetAnswer, "formats": ColumnFormat}


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
        now = f"Known here: {', '.join(_keys_at(path))}."
        return ConfigError(f"{key} is not a known key.", where=where, now=now)
    if first["type"] == "missing":
        return ConfigError(f"{key} is missing.", where=where, now="Add it.")
    said = first["msg"].removeprefix("Value error, ")
    return ConfigError(f"{key} can't be used.", where=where, now=f"{said[:1].upper()}{said[1:]}.")


def _keys_at(path: list[str]) -> list[str]:
    """The keys that would have been known where the strange one stands."""
    inside = next((name for name in reversed(path[:-1]) if name in _SECTIONS), "")
    return list(_SECTIONS.get(inside, Answers).model_fields)
