"""Write the sample company to files: `python -m sample_data.make [--out DIR]`."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from sample_data import careers, founding, records
from sample_data.history import History
from sample_data.reviews import Review, Reviews
from sample_data.scores import Scores
from sample_data.workbook import write
from sample_data.world import World

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Made:
    """The company after five years, with everything that is written about it."""

    world: World
    reviews: tuple[Review, ...]
    history: History
    scores: Scores


def make_company() -> Made:
    """Invent the company; the same one on every call."""
    world, held = World(), Reviews()
    founding.found(world)
    careers.live(world, held)
    reviews = sorted(
        (review for reviews in held.by_person.values() for review in reviews),
        key=lambda review: (review.person.employee_id, review.day),
    )
    return Made(world, tuple(reviews), History(world), Scores())


def write_clean(made: Made, folder: Path) -> list[Path]:
    """The two workbooks that are enough, and one with a sheet for each table."""
    folder.mkdir(parents=True, exist_ok=True)
    two = {
        "role_history.xlsx": records.history_sheet(made.history),
        "reviews.xlsx": records.reviews_sheet(made.history, list(made.reviews), made.scores),
    }
    for name, sheet in two.items():
        write(folder / name, [sheet])
    return [folder / name for name in two]


def main() -> None:
    """Write all files and say where."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE, help="folder to write to")
    out = parser.parse_args().out
    for path in write_clean(make_company(), out / "clean"):
        print(f"{path}: {path.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
