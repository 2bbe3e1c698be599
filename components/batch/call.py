"""What a call of the batch asks for, read from its words."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

from components.errors import CallError


@dataclass(frozen=True, slots=True)
class Call:
    """Files to read, the as-of day, where to write, and what to read them with."""

    files: tuple[Path, ...]
    as_of: date
    out: Path
    config: Path | None = None
    answers: Path | None = None


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of leaving the program."""

    def error(self, message: str) -> NoReturn:
        raise CallError(f"{message}.", now=self.format_usage().strip())


def call_from(words: Sequence[str]) -> Call:
    """The call the words spell; CallError says what is wrong with them."""
    read = _parser().parse_args(words)
    call = Call(tuple(read.files), read.as_of, read.out, read.config, read.answers)
    for path in (*call.files, *filter(None, (call.config, call.answers))):
        if not path.exists():
            raise CallError(f"{path} is not there.", now="Check the path.")
    if call.out.exists() and not call.out.is_dir():
        raise CallError(f"{call.out} is a file.", now="Name a folder with --out.")
    return call


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m components.batch", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILES", help="spreadsheets to read")
    parser.add_argument("--as-of", required=True, type=_day, help="day to judge on, YYYY-MM-DD")
    parser.add_argument("--out", required=True, type=Path, help="folder for the five files")
    parser.add_argument("--config", type=Path, help="folder whose settings go over the default")
    parser.add_argument("--answers", type=Path, help="TOML file with answers to open questions")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day written YYYY-MM-DD") from None
