"""Import profiles as files: taken from an upload, kept, found again, and given away."""

from collections.abc import Sequence

from components.errors import ConfigError
from components.intake import Answers, Fit, Upload, best_fit, load_answers, profile_of, renewed
from components.tables.sheets import Sheet
from components.ui import caching
from components.ui.arrival import Arrival, kind_of

ENDING = ".toml"


def is_profile(upload: Upload) -> bool:
    """Whether an upload is an import profile, by its name."""
    return upload.name.lower().endswith(ENDING)


def take_profile(upload: Upload) -> None:
    """Keep a profile that somebody shared, under the name of its file.

    Raises:
        ConfigError: it is no profile, with the key and the fix.
    """
    profile = load_answers(_text_of(upload))
    caching.store().profiles.save(kind_of([upload.name]), profile.to_toml())


def fitting(sheets: Sequence[Sheet]) -> tuple[str, Fit] | None:
    """The profile kept that fits some sheets best, by its name; None where none does."""
    return best_fit(_kept(), sheets)


def _kept() -> dict[str, Answers]:
    return {one.name: load_answers(one.toml) for one in caching.store().profiles.all()}


def profile_text(arrival: Arrival) -> str:
    """The profile of what was read, as TOML."""
    sheets = arrival.opened.arrived.sheets
    return profile_of(sheets, arrival.reading.plans, arrival.answers).to_toml()


def keep_profile(arrival: Arrival, name: str) -> None:
    """Keep the profile under a name; what it said before of other kinds of sheets stays."""
    sheets = arrival.opened.arrived.sheets
    profile = profile_of(sheets, arrival.reading.plans, arrival.answers)
    before = _kept().get(name)
    whole = profile if before is None else renewed(before, profile)
    caching.store().profiles.save(name, whole.to_toml())


def _text_of(upload: Upload) -> str:
    try:
        return upload.content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise ConfigError(
            "The profile is not UTF-8 text.", where=upload.name, now="Save it as UTF-8."
        ) from wrong
