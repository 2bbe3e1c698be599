"""All settings in one frozen tree, and the fingerprint that names them."""

import hashlib
import json
from collections.abc import Collection, Mapping
from functools import cached_property

from pydantic import Field

from components.settings.app import AppSettings
from components.settings.backtest import Backtest
from components.settings.clocks import Clocks
from components.settings.columns import ColumnSettings
from components.settings.competencies import Framework
from components.settings.levels import Levels
from components.settings.rating_scale import RatingScale
from components.settings.ratings import RatingScales
from components.settings.regions import Regions
from components.settings.section import Section
from components.settings.values import ValueSettings
from components.settings.wording import Wording

_UPLOADS = {"upload_limit_mb", "uploads_at_once", "uploads_at_once_mb"}
_OF_ONE_FILE = {
    *("memory_mb", "cpu_seconds", "wall_seconds", "at_once", "sheets"),
    *("parts", "unpacked_mb", "part_mb", "ratio", "ratio_from_mb"),
}
_APP = {"data_folder", "keep_on_disk", "me", *_UPLOADS}
NOT_IN_FINGERPRINT = {"app": dict.fromkeys(_APP, True) | {"reading": _OF_ONE_FILE}}
"""Settings that can't change a result: where versions are kept, whether, how big uploads may be
(a refused file is named, never half read), and whose desk this is (part of every view's scope).
Rows, columns, cells and text length stay in: beyond them a sheet is left out or a text cut."""


class Settings(Section):
    """Everything in config/, merged and checked; one field for each file."""

    app: AppSettings
    ratings: RatingScales
    levels: Levels
    signals: dict[str, dict[str, int | float]] = Field(default_factory=dict)
    clocks: Clocks
    backtest: Backtest
    competencies: Framework
    columns: ColumnSettings
    values: ValueSettings
    words: Wording
    regions: Regions

    @cached_property
    def fingerprint(self) -> str:
        """The first 12 hex digits of the SHA-256 of the settings as canonical JSON.

        Sorted keys, no spaces, UTF-8; mappings whose order counts are written as pairs.
        """
        content = self.model_dump(mode="json", exclude=NOT_IN_FINGERPRINT)
        text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]

    def with_answers(
        self,
        *,
        levels: tuple[str, ...] = (),
        scales: Mapping[str, RatingScale] | None = None,
        named: Collection[str] = (),
    ) -> "Settings":
        """These settings with the answered order of levels and the answered rating scales.

        The answered order, low to high, wins over the ladders; an answered scale replaces a
        configured one of its name; `named` are scales that columns were said to be on. Settings
        that differ have a fingerprint of their own.
        """
        if not levels and not scales and not named:
            return self
        own = {name: getattr(self, name) for name in type(self).model_fields}
        own["levels"] = _remade(self.levels, answered=levels or self.levels.answered)
        own["ratings"] = self.ratings.with_answered(scales or {}, named)
        return Settings.model_validate(own)


def _remade(levels: Levels, **changes: object) -> Levels:
    own = {name: getattr(levels, name) for name in Levels.model_fields}
    return Levels.model_validate(own | changes)
