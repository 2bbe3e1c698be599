"""A chart with everything that must stand beside it: finding, base, words, table."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from components.charts.marks import Drawing


@dataclass(frozen=True)
class Figure:
    """One figure of a page.

    chart: carries only what it draws. title: the finding. base: what is counted, how many and
    how to read the marks. alt: what a person who can't see the chart hears. tabled: makes the
    table of the same numbers. key: what the colours stand for, in words; a page draws
    the swatches of `keys` instead, a file has only these words.
    """

    chart: Drawing
    title: str
    base: str
    alt: str
    tabled: Callable[[], pd.DataFrame]
    key: str = ""

    @cached_property
    def table(self) -> pd.DataFrame:
        """The same numbers, columns named in words; made when somebody looks at it."""
        return self.tabled()
