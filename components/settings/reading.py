"""`[reading]` of `config/app.toml`: how big and how strange one uploaded file may be."""

from pydantic import Field

from components.settings.section import Section


class ReadingLimits(Section):
    """Limits of one file; each has bounds, so that none can be switched off.

    `memory_mb`, `cpu_seconds` and `wall_seconds` bound the process that reads it, `at_once` is
    how many of these run; the others bound what a packed workbook unpacks to and what is read.
    """

    memory_mb: int = Field(ge=256, le=16_384)
    cpu_seconds: int = Field(ge=5, le=600)
    wall_seconds: int = Field(ge=5, le=600)
    at_once: int = Field(ge=1, le=8)
    parts: int = Field(ge=50, le=20_000)
    unpacked_mb: int = Field(ge=16, le=8_192)
    part_mb: int = Field(ge=16, le=8_192)
    ratio: int = Field(ge=20, le=1_000)
    ratio_from_mb: int = Field(ge=1, le=100)
    sheets: int = Field(ge=1, le=2_000)
    rows: int = Field(ge=1_000, le=10_000_000)
    columns: int = Field(ge=50, le=16_384)
    cells: int = Field(ge=100_000, le=500_000_000)
    text_length: int = Field(ge=1_000, le=32_767)
