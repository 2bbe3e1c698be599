"""The workbooks that are measured: histories that fit together."""

from collections.abc import Sequence
from pathlib import Path

from sample_data.people_scale import make_large


def make_books(sizes: Sequence[int], folder: Path) -> dict[int, Path]:
    """A workbook for each number of people; the same numbers give the same bytes."""
    return {people: make_large(people, folder)[0] for people in sizes}
