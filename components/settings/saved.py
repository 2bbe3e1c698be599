"""Settings saved in the app: a few sections, written as TOML, laid over those of the files."""

from collections.abc import Mapping

import tomli_w

from components.errors import ConfigError
from components.settings.files import parsed

Sections = Mapping[str, Mapping[str, Mapping[str, int | float]]]


def written(sections: Sections) -> str:
    """Sections as TOML: file name without ending → table → key → value.

    >>> print(written({"signals": {"approaching": {"from_months": 15}}}), end="")
    [signals.approaching]
    from_months = 15
    """
    return tomli_w.dumps({name: dict(tables) for name, tables in sections.items()})


def read(text: str) -> dict[str, object]:
    """What `written` wrote; raises ConfigError where somebody has spoiled it."""
    try:
        return parsed(text)
    except ValueError as mistake:
        raise ConfigError(
            "The settings saved in the app can't be read.",
            where="settings saved in the app",
            now="Save limits again on Flight risk, or go back to those of the files.",
        ) from mistake
