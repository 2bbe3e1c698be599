"""Write the sample company to files: `python -m sample_data.make [--out DIR]`."""

import argparse
from pathlib import Path

from sample_data import everything, followers, listing, records
from sample_data.made import Made, make_company
from sample_data.messy import write_messy
from sample_data.workbook import SheetOfRows, write

HERE = Path(__file__).parent


def write_clean(made: Made, folder: Path) -> list[Path]:
    """The two workbooks that are enough, one with a sheet for each table, and pay."""
    folder.mkdir(parents=True, exist_ok=True)
    books: dict[str, list[SheetOfRows]] = {
        "role_history.xlsx": [records.history_sheet(made.history)],
        "reviews.xlsx": [records.reviews_sheet(made.history, list(made.reviews), made.scores)],
        "everything.xlsx": everything.sheets(made),
        "pay.xlsx": [followers.pay(made)],
    }
    for name, sheets in books.items():
        write(folder / name, sheets)
    return [folder / name for name in books]


def write_all(folder: Path) -> list[Path]:
    """Everything that is committed: the clean set, the messy set and the two lists."""
    made = make_company()
    clean = write_clean(made, folder / "clean")
    messy, faults = write_messy(made, folder / "messy")
    lists = listing.write_lists(faults, folder)
    return [*clean, *messy, *lists]


def main() -> None:
    """Write all files and say where."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE, help="folder to write to")
    for path in write_all(parser.parse_args().out):
        print(f"{path}: {path.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
