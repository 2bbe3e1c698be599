"""The front door with its reader in this process: the same road, without the start of a child."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from typing import Self

import pyarrow as pa
import pytest

from components.errors import FileRefused
from components.intake.arrive import ArriveLimits, delimited, reading, workbook
from components.intake.arrive.sandbox import Told
from components.intake.arrive.wire import Facts


class HereReader:
    """Stands in for the child where thousands of small files are read; nothing else differs."""

    def __init__(self, limits: ArriveLimits) -> None:
        self._limits = asdict(limits)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return

    def read(self, content: bytes, task: Mapping[str, object]) -> Told:
        """What the child would tell."""
        sheets: list[tuple[pa.Table, Facts]] = []
        read = delimited.read if task["kind"] == "text" else workbook.read
        facts = read(
            content, dict(task) | self._limits, lambda table, about: sheets.append((table, about))
        )
        if "refused" in facts:
            raise FileRefused(str(facts["refused"]), "")
        return Told(tuple(sheets), facts)


@contextmanager
def no_child() -> Iterator[None]:
    """Read files in this process for a while."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "Child", HereReader)
        yield
