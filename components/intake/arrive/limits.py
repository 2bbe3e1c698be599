"""How big and how strange a file may be before it is refused."""

from dataclasses import dataclass
from typing import Self

from components.settings import AppSettings

_MB = 1 << 20


@dataclass(frozen=True, slots=True)
class ArriveLimits:
    """The limits of one upload; the defaults are those of config/app.toml.

    `entries`, `total_bytes`, `part_bytes` and `ratio` (past `ratio_grace_bytes`) bound what a
    packed workbook may unpack to; `sheets`, `rows`, `columns` and `area` (rows times columns of one
    sheet) what is read from it. The child that reads it may use `child_memory_bytes`,
    `child_cpu_seconds` and `child_wall_seconds`; `children` run at once in one process.
    """

    upload_mb: int = 100
    entries: int = 2_000
    total_bytes: int = 1 << 30
    part_bytes: int = 768 << 20
    ratio: int = 200
    ratio_grace_bytes: int = 10 << 20
    sheets: int = 256
    rows: int = 1_048_576
    columns: int = 2_000
    area: int = 60_000_000
    text_length: int = 32_767
    child_memory_bytes: int = 2 << 30
    child_cpu_seconds: int = 60
    child_wall_seconds: int = 90
    children: int = 2
    rare_formats: bool = True

    @classmethod
    def of(cls, app: AppSettings) -> Self:
        """The limits that config/app.toml sets."""
        said = app.reading
        return cls(
            upload_mb=app.upload_limit_mb,
            rare_formats=app.rare_formats,
            entries=said.parts,
            total_bytes=said.unpacked_mb * _MB,
            part_bytes=said.part_mb * _MB,
            ratio=said.ratio,
            ratio_grace_bytes=said.ratio_from_mb * _MB,
            sheets=said.sheets,
            rows=said.rows,
            columns=said.columns,
            area=said.cells,
            text_length=said.text_length,
            child_memory_bytes=said.memory_mb * _MB,
            child_cpu_seconds=said.cpu_seconds,
            child_wall_seconds=said.wall_seconds,
            children=said.at_once,
        )

    @property
    def upload_bytes(self) -> int:
        """The limit of one file in bytes."""
        return self.upload_mb * _MB
