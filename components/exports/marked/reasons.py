"""Why a file comes back as something else than the user's own workbook, by code."""

from typing import Final

from components.tables.problems import Problem, Severity

_COPY = (
    "A copy is given: the text as it was read, at the same addresses, with its problems marked. "
    "Formats and formulas are not in it."
)
REASONS: Final = {
    "copy-of-text": ("The file is of a kind that can't be marked itself.", _COPY),
    "file-not-at-hand": ("The file itself is no longer at hand, only what was read of it.", _COPY),
    "workbook-too-large-to-mark": ("The workbook is too large to be marked itself.", _COPY),
    "workbook-not-marked": (
        "The workbook could not be opened again within its limits of memory and time.",
        _COPY,
    ),
    "only-the-list": (
        "The file is too large to be marked or copied.",
        "The list of its problems is given. Mend these cells in your own file and upload it again.",
    ),
}


def reason(code: str, file: str) -> Problem:
    """The reason as what a person is told about that file.

    >>> reason("only-the-list", "a.csv").what
    'The file is too large to be marked or copied.'
    """
    what, now = REASONS[code]
    return Problem(code, Severity.WARNING, what, now, file=file)
