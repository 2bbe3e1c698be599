"""One band of the guideline on how ratings are to be spread."""

from typing import Self

from pydantic import Field, model_validator

from components.settings.section import Section, Wrong


class Band(Section):
    """Ratings that are counted together, and the share of people they are meant to have."""

    ratings: tuple[int, ...] = Field(min_length=1)
    share: tuple[float, float]

    @model_validator(mode="after")
    def _from_low_to_high(self) -> Self:
        low, high = self.share
        if not 0 <= low <= high <= 1:
            raise Wrong("share", "Use two shares from 0 to 1, the lower first.")
        return self

    @property
    def words(self) -> str:
        """The ratings in words.

        >>> Band(ratings=(4, 5), share=(0.1, 0.3)).words
        '4 and 5'
        """
        *others, last = map(str, self.ratings)
        return f"{', '.join(others)} and {last}" if others else last
