"""Reading settings files and laying one folder over another, key by key."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from components.errors import ConfigError

REGIONS = "regions"


def read_folder(folder: Path) -> dict[str, Any]:
    """Read every settings file of a folder: its name without ending → its content.

    Raises ConfigError when the folder is missing or a file is not TOML.
    """
    if not folder.is_dir():
        raise ConfigError(
            "The settings folder does not exist.",
            where=str(folder),
            now="Give the path of a folder with files such as app.toml.",
        )
    content: dict[str, Any] = {path.stem: read_file(path) for path in sorted(folder.glob("*.toml"))}
    regions = {path.stem: read_file(path) for path in sorted((folder / REGIONS).glob("*.toml"))}
    return content | ({REGIONS: {"notes": regions}} if regions else {})


def read_file(path: Path) -> dict[str, Any]:
    """Read one file; its lists become tuples, because settings never change."""
    try:
        return parsed(_text(path))
    except tomllib.TOMLDecodeError as mistake:
        raise ConfigError(
            "The file is not valid TOML.", where=str(path), now=f"Mend it: {mistake}."
        ) from mistake


def parsed(text: str) -> dict[str, Any]:
    """TOML with its lists as tuples; ValueError where it is none."""
    return {key: _frozen(value) for key, value in tomllib.loads(text).items()}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as mistake:
        raise ConfigError(
            "The file can't be read.",
            where=str(path),
            now="Save it as UTF-8 text that this user may read.",
        ) from mistake


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value


def lay_over(ground: Mapping[str, Any], layer: Mapping[str, Any]) -> dict[str, Any]:
    """Merge two settings key by key; lists and single values of the layer replace.

    >>> lay_over({"a": {"x": 1, "y": (1, 2)}}, {"a": {"y": (3,)}})
    {'a': {'x': 1, 'y': (3,)}}
    """
    merged = dict(ground)
    for key, value in layer.items():
        below = merged.get(key)
        both_tables = isinstance(value, Mapping) and isinstance(below, Mapping)
        merged[key] = lay_over(below, value) if both_tables else value  # type: ignore[arg-type]
    return merged
