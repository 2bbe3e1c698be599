"""How big and how strange a file may be before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArriveLimits:
    """The limits of one upload; the defaults follow what foreign workbooks really need.

    `entries`, `total_bytes`, `part_bytes` and `ratio` (past `ratio_grace_bytes`) bound what a
    packed workbook may unpack to; `sheets`, `columns` and `area` (rows times columns of one
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

    @property
    def upload_bytes(self) -> int:
        """The limit of one file in bytes."""
        return self.upload_mb * 1024 * 1024
