"""The table that `make prove` ends with: each figure with the goal beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

HEADS = ("Proof", "What", "Figure", "Goal", "")
Bound = Literal["at least", "at most", "exactly"]
_SIGNS: dict[Bound, str] = {"at least": "≥", "at most": "≤", "exactly": "="}


@dataclass(frozen=True, slots=True)
class Figure:
    """One line: what was counted or measured, and the goal; no goal where it only informs.

    >>> Figure("Corpus", "Files read", 97.9, "%", ("at least", 97)).verdict
    'met'
    """

    proof: str
    what: str
    value: float
    unit: str = ""
    goal: tuple[Bound, float] | None = None

    @property
    def met(self) -> bool:
        """Whether the goal is met; a figure without a goal always is."""
        if self.goal is None:
            return True
        bound, wanted = self.goal
        if bound == "exactly":
            return self.value == wanted
        return self.value >= wanted if bound == "at least" else self.value <= wanted

    @property
    def verdict(self) -> str:
        """The last cell of the line."""
        return "" if self.goal is None else "met" if self.met else "**missed**"

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as text."""
        goal = f"{_SIGNS[self.goal[0]]} {_said(self.goal[1], self.unit)}" if self.goal else ""
        return self.proof, self.what, _said(self.value, self.unit), goal, self.verdict


def _said(value: float, unit: str) -> str:
    """A figure with its unit; counts without decimals.

    >>> _said(98.4512, "%"), _said(957, ""), _said(2.345, "s")
    ('98.45 %', '957', '2.35 s')
    """
    whole = isinstance(value, int) or float(value).is_integer()
    number = f"{int(value):,}" if whole else f"{value:,.2f}"
    return f"{number} {unit}".rstrip()


@dataclass
class ProofTable:
    """All figures of one run, and further tables below them."""

    figures: list[Figure] = field(default_factory=list)
    further: list[str] = field(default_factory=list)

    def add(
        self,
        proof: str,
        what: str,
        value: float,
        *,
        unit: str = "",
        goal: tuple[Bound, float] | None = None,
    ) -> bool:
        """Add a line; whether its goal is met."""
        self.figures.append(Figure(proof, what, value, unit, goal))
        return self.figures[-1].met

    def add_table(self, title: str, heads: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
        """Add a table of its own."""
        self.further.append(f"{title}\n\n{markdown(heads, rows)}")

    def __str__(self) -> str:
        first = markdown(HEADS, (figure.cells for figure in self.figures))
        return "\n\n".join((first, *self.further))


def markdown(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Lines under each other, columns aligned; bars in a cell are escaped.

    >>> print(markdown(("a", "b"), [("1", "x|y")]))
    | a | b    |
    |---|------|
    | 1 | x\\|y |
    """
    lines = [[str(cell).replace("|", "\\|") for cell in line] for line in (heads, *rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    filled = [
        "| " + " | ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)) + " |"
        for line in lines
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join((filled[0], rule, *filled[1:]))
