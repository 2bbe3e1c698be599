"""`python -m benchmarks [PART …] [--full]`: measure and print the table."""

import argparse
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import browser, pages, past, road
from benchmarks.books import make_books
from benchmarks.figures import MISSED, Figure, table

SIZES = (road.SMALL, road.MIDDLE, road.LARGE)
QUICK, FULL = road.Rounds(), road.Rounds(small=15, large=9, batch=5, openpyxl_at=road.LARGE)


def parts(books: dict[int, Path], *, full: bool) -> dict[str, Callable[[], Iterator[Figure]]]:
    """What can be measured, in the order of a person's way."""
    return {
        "road": lambda: road.figures(books, FULL if full else QUICK),
        "past": lambda: past.figures(books),
        "pages": lambda: pages.figures(books),
        "browser": lambda: browser.figures(books[road.MIDDLE]),
    }


def main() -> None:
    """Measure the parts asked for and print one table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    known = tuple(parts({}, full=False))
    parser.add_argument("part", nargs="*", metavar="PART", help=f"of {' '.join(known)}; else all")
    parser.add_argument("--full", action="store_true", help="more rounds; openpyxl at full size")
    asked = parser.parse_args()
    if unknown := set(asked.part).difference(known):
        parser.error(f"there is no part {' '.join(sorted(unknown))}; known: {' '.join(known)}")
    found: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        measured = parts(make_books(SIZES, Path(folder)), full=asked.full)
        for name in asked.part or known:
            print(f"Measuring: {name} …", flush=True)
            found += measured[name]()
    print(table(found))
    missed = sum(figure.verdict == MISSED for figure in found)
    print(f"\n{missed} of {sum(figure.most is not None for figure in found)} goals missed.")


if __name__ == "__main__":
    main()
