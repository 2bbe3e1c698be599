"""What was measured, the goal it has, and the table that says met or missed."""

from collections.abc import Iterable
from dataclasses import dataclass

HEADS = ("What", "Figure", "Goal", "", "Beside it")
MET, MISSED, SEEN = "met", "missed", ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; `most` is the goal, None where a figure only stands beside others.

    >>> Figure("Upload to flags", 0.8, "s", most=1.0).verdict
    'met'
    """

    what: str
    value: float
    unit: str
    most: float | None = None
    beside: str = ""

    @property
    def verdict(self) -> str:
        """Whether the goal is met."""
        if self.most is None:
            return SEEN
        return MET if self.value <= self.most else MISSED

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as text."""
        goal = "" if self.most is None else f"≤ {_said(self.most, self.unit)}"
        return self.what, _said(self.value, self.unit), goal, self.verdict, self.beside


def _said(value: float, unit: str) -> str:
    """A figure with its unit.

    >>> _said(0.4217, "s"), _said(31.24, "ms"), _said(1.834, "×")
    ('0.42 s', '31 ms', '1.83×')
    """
    if unit == "×":
        return f"{value:.2f}×"
    return f"{value:.0f} {unit}" if unit == "ms" else f"{value:.2f} {unit}"


def table(figures: Iterable[Figure]) -> str:
    """The lines under each other, columns aligned."""
    lines = [HEADS, *(figure.cells for figure in figures)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEADS))]
    right = (False, True, True, False, False)
    return "\n".join(
        "  ".join(
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in lines
    )
