"""Which sheets of new files a profile speaks of, and what has changed since it was saved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from components.intake.answers import Answers, SheetAnswer
from components.settings import header_key
from components.tables.problems import Problem, Severity
from components.tables.sheets import Sheet

_LOOK_AT = 20
ENOUGH = 0.6
"""So large a share of a profile's headers makes a sheet one of its kind."""
_NAMED = 6


@dataclass(frozen=True, slots=True)
class Fit:
    """A profile on new files: the answers for them, and the sheets that are not as before.

    `sheets` counts the sheets it speaks of, `score` the headers they share with it.
    """

    answers: Answers
    sheets: int = 0
    score: float = 0.0
    problems: tuple[Problem, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing has changed since the profile was saved."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class _Found:
    """A sheet beside the part of the profile that speaks of it, and the row of its headers."""

    sheet: Sheet
    said: SheetAnswer
    row: int
    headers: tuple[str, ...] = field(default=())

    @property
    def gone(self) -> tuple[str, ...]:
        """Headers of the profile that the sheet lacks."""
        here = {header_key(header) for header in self.headers}
        return tuple(one for one in self.said.headers if header_key(one) not in here)

    @property
    def new(self) -> tuple[str, ...]:
        """Headers of the sheet that the profile lacks."""
        known = {header_key(header) for header in self.said.headers}
        return tuple(one for one in self.headers if header_key(one) not in known)

    @property
    def share(self) -> float:
        """Share of the profile's headers that the sheet has."""
        return 1 - len(self.gone) / len(self.said.headers)

    @property
    def rank(self) -> tuple[float, int, bool]:
        """Better ones are greater."""
        return (self.share, -len(self.new), self.said.sheet == self.sheet.name)


def best_fit(profiles: Mapping[str, Answers], sheets: Sequence[Sheet]) -> tuple[str, Fit] | None:
    """The profile that fits most of the sheets, and how; the later one of two equal ones."""
    fits = [(name, fit(profile, sheets, name)) for name, profile in profiles.items()]
    able = [one for one in fits if one[1].sheets]
    return max(able, key=lambda one: (one[1].score, one[1].is_whole), default=None)


def fit(profile: Answers, sheets: Sequence[Sheet], name: str = "") -> Fit:
    """The profile's answers for every sheet of its kind, whatever file and sheet are called.

    Answers that name no headers are about the very file and sheet they name, and stay.
    """
    plain = tuple(one for one in profile.sheet if not one.headers)
    found = [one for sheet in sheets if (one := _find(profile, sheet)) is not None]
    return Fit(
        Answers(
            levels=profile.levels,
            scales=profile.scales,
            sheet=(*plain, *(_answer(one) for one in found)),
        ),
        sheets=len(found),
        score=sum(one.share for one in found),
        problems=tuple(problem for one in found for problem in _changes(one, name)),
    )


def _find(profile: Answers, sheet: Sheet) -> _Found | None:
    if sheet.hidden or not sheet.rows:
        return None
    rows = _first_rows(sheet)
    able = [_on_row(said, sheet, rows) for said in profile.sheet if said.headers]
    fitting = [one for one in able if one.share >= ENOUGH]
    return max(fitting, key=lambda one: one.rank, default=None)


def _on_row(said: SheetAnswer, sheet: Sheet, rows: list[tuple[str, ...]]) -> _Found:
    """The row among the first that holds the most of the profile's headers."""
    every = (
        _Found(sheet, said, sheet.first_row + place, tuple(filter(None, row)))
        for place, row in enumerate(rows)
    )
    return max(every, key=lambda one: (one.share, -len(one.new), -one.row))


def _first_rows(sheet: Sheet) -> list[tuple[str, ...]]:
    held = sheet.text.slice(0, _LOOK_AT)
    columns = [
        [" ".join(text.split()) if text else "" for text in column.to_pylist()]
        for column in held.columns
    ]
    return list(zip(*columns, strict=True))


def _answer(one: _Found) -> SheetAnswer:
    """The answer about the sheet as it now is; columns that are gone are not in it."""
    gone = {header_key(header) for header in one.gone}
    columns = {
        header: place
        for header, place in one.said.columns.items()
        if header_key(header) not in gone
    }
    update = {"file": one.sheet.file, "sheet": one.sheet.name, "columns": columns}
    return one.said.model_copy(update=update)


def _changes(one: _Found, name: str) -> Iterator[Problem]:
    if not (one.gone or one.new):
        return
    parts = [
        _said(headers, word) for headers, word in ((one.gone, "gone"), (one.new, "new")) if headers
    ]
    since = f"the profile “{name}” was saved" if name else "the profile was saved"
    yield Problem(
        "profile_changed",
        Severity.WARNING,
        f"Since {since}, {' and '.join(parts)}.",
        "The other columns are read as before; new ones are recognised afresh. Check them, and "
        "confirm to save the profile anew.",
        file=one.sheet.file,
        sheet=one.sheet.name,
        cell=one.sheet.address(one.row, one.sheet.first_column),
    )


def _said(headers: tuple[str, ...], word: str) -> str:
    """Columns in words.

    >>> _said(("Bonus",), "new"), _said(("A", "B"), "gone")
    ('1 column is new (Bonus)', '2 columns are gone (A, B)')
    """
    many = f"{len(headers)} columns are" if len(headers) > 1 else "1 column is"
    return f"{many} {word} ({_listed(headers)})"


def _listed(headers: tuple[str, ...]) -> str:
    more = len(headers) - _NAMED
    shown = ", ".join(headers[:_NAMED])
    return f"{shown} and {more} more" if more > 0 else shown
