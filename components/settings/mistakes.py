"""A settings mistake in words: which file, which key, what to write instead."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from inspect import isclass
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from components.errors import ConfigError
from components.settings.files import REGIONS
from components.settings.section import Section, Wrong

_UNION_BRANCHES = frozenset({"int", "float"})


@dataclass(frozen=True, slots=True)
class Folders:
    """The app's folder, the given one, and what the given one said."""

    own: Path
    given: Path | None
    layer: Mapping[str, Any]


def as_config_error(
    mistakes: ValidationError, root: type[Section], folders: Folders
) -> ConfigError:
    """Turn the first mistake into a ConfigError; say how many more there are."""
    found = mistakes.errors(include_url=False)
    first = found[0]
    path = _path(first)
    file, key = _where(path, folders)
    what, now = _what_and_now(first, key, _known_beside(root, path))
    more = f" Further mistakes: {len(found) - 1}." if len(found) > 1 else ""
    return ConfigError(what, where=file, now=now + more)


def _path(mistake: ErrorDetails) -> tuple[str, ...]:
    """The way to the key: file, tables, key."""
    path = tuple(str(part) for part in mistake["loc"] if part not in _UNION_BRANCHES)
    wrong = _wrong(mistake)
    return (*path, *wrong.key.split(".")) if wrong else path


def _wrong(mistake: ErrorDetails) -> Wrong | None:
    """Our own error behind the mistake, if there is one."""
    error = mistake.get("ctx", {}).get("error")
    return error if isinstance(error, Wrong) else None


def _where(path: tuple[str, ...], folders: Folders) -> tuple[str, str]:
    """Give file and key of a mistake: in the given folder if it speaks of the key, else ours."""
    in_regions = len(path) > 2 and path[0] == REGIONS
    name = f"{REGIONS}/{path[2]}.toml" if in_regions else f"{path[0]}.toml"
    key = ".".join(path[3:] if in_regions else path[1:])
    from_given = folders.given is not None and _says(folders.layer, path)
    folder = str(folders.given) if from_given else folders.own.name
    return f"{folder}/{name}", key


def _says(layer: Any, path: tuple[str, ...]) -> bool:
    """Tell whether the given folder has anything at or on the way to the key."""
    for part in path:
        if not isinstance(layer, Mapping):
            return True
        if part not in layer:
            return False
        layer = layer[part]
    return True


def _known_beside(root: type[Section], path: tuple[str, ...]) -> tuple[str, ...]:
    """The keys that are known where the mistake was made."""
    section = root
    for part in path[:-1]:
        field = section.model_fields.get(part)
        section = (_section_in(field.annotation) if field else None) or section
    return tuple(section.model_fields)


def _section_in(annotation: Any) -> type[Section] | None:
    """The section that an annotation holds, however deep."""
    if isclass(annotation) and issubclass(annotation, Section):
        return annotation
    return next(filter(None, map(_section_in, get_args(annotation))), None)


def _what_and_now(mistake: ErrorDetails, key: str, known: tuple[str, ...]) -> tuple[str, str]:
    """Say what is wrong and what to write."""
    if mistake["type"] == "extra_forbidden":
        what = f"{key} is not a known key." if key else "No settings file has this name."
        return what, _suggestion(str(mistake["loc"][-1]), known)
    if mistake["type"] == "missing":
        return f"{key or 'The file'} is missing.", "Add it, or take it over from the app's config."
    wrong = _wrong(mistake)
    return f"{key or 'The file'} can't be used.", wrong.fix if wrong else f"{mistake['msg']}."


def _suggestion(written: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(written, known, n=1, cutoff=0.5)
    meant = f"Did you mean {close[0]}? " if close else ""
    return f"{meant}Known here: {', '.join(known)}."
