"""A chart with everything that must stand beside it: finding, base, words, table."""

from dataclasses import dataclass

import pandas as pd

from components.charts.marks import Drawing


@dataclass(frozen=True)
class Figure:
    """One figure of a page.

    chart: carries only what it draws. title: the finding. base: what is counted, how many and
    how to read the marks. alt: what a person who can't see the chart hears. table: the same
    numbers, columns named in words. key: what the colours stand for, in words; a page draws
    the swatches of `keys` instead, a file has only these words.
    """

    chart: Drawing
    title: str
    base: str
    alt: str
    table: pd.DataFrame
    key: str = ""
