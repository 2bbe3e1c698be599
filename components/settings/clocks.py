"""`config/clocks.toml`: how rows of role history become spells and clocks."""

from pydantic import Field

from components.settings.section import Section


class FamilyClocks(Section):
    """Whether job families have limits of their own, and on how many moves each has to stand."""

    own_clocks: bool
    moves: int = Field(ge=20, le=10_000)
    instead_of_months: int = Field(ge=1, le=120)


class Clocks(Section):
    """Limits in days, shares of 0 to 1, and numbers of people."""

    gap_days: int = Field(ge=0, le=365)
    overlap_days: int = Field(ge=0, le=365)
    leave_pauses_over_days: int = Field(ge=0, le=730)
    new_employment_over_days: int = Field(ge=1, le=3650)
    acting_days: int = Field(ge=1, le=730)
    rename_people: int = Field(ge=2, le=1000)
    rename_share: float = Field(gt=0, le=1)
    left_truncation_share: float = Field(gt=0, le=1)
    reports_from: int = Field(ge=1, le=100)
    reports_change_share: float = Field(gt=0, le=10)
    family: FamilyClocks
