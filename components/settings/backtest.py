"""`config/backtest.toml`: how rules are compared with the organisation's own past."""

from itertools import pairwise
from typing import Self

from pydantic import Field, model_validator

from components.settings.section import Section, Wrong


class Backtest(Section):
    """Days, counts, and the shares and ratios a verdict stands on."""

    dates: int = Field(ge=1, le=10)
    follow_up_days: int = Field(ge=90, le=730)
    notice_days: int = Field(ge=0, le=180)
    resamples: int = Field(ge=200, le=20_000)
    counts_only_below: int = Field(ge=5, le=100)
    supported_from_exits: int = Field(ge=5, le=1_000)
    supported_from_flags: int = Field(ge=5, le=1_000)
    not_supported_below_lift: float = Field(gt=1, le=3)
    false_discovery_rate: float = Field(gt=0, le=0.5)
    short_service_months: int = Field(ge=1, le=120)
    service_bands_months: tuple[int, ...] = Field(min_length=1, max_length=6)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        bands = self.service_bands_months
        if bands[0] < 1 or any(b <= a for a, b in pairwise(bands)):
            raise Wrong("service_bands_months", "Give whole months from low to high, from 1.")
        if self.supported_from_exits < self.counts_only_below:
            raise Wrong("supported_from_exits", "Use a number not below counts_only_below.")
        if self.supported_from_flags < self.counts_only_below:
            raise Wrong("supported_from_flags", "Use a number not below counts_only_below.")
        return self
