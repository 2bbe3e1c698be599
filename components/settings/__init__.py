"""What HR decides: `config/*.toml` as one frozen, checked tree, and the fingerprint of it.

Public: `load_settings`, `Settings`, the sections, `label_key` and `header_key`.
"""

from components.settings.app import AppSettings
from components.settings.backtest import Backtest
from components.settings.clocks import Clocks
from components.settings.columns import ColumnSettings, NamedHeader, Part, Place, Trap
from components.settings.competencies import NOT_REQUIRED, Competency, Framework
from components.settings.levels import Levels, Step
from components.settings.loading import load_settings
from components.settings.nine_box import NineBox
from components.settings.rating_scale import RatingLabel, RatingScale, number_in
from components.settings.ratings import RatingScales
from components.settings.reading import ReadingLimits
from components.settings.regions import CultureNote, FoundNote, Regions, RegionSettings
from components.settings.settings import Settings
from components.settings.spelling import header_key, header_tails, header_words, label_key
from components.settings.values import Category, ValueSettings

__all__ = [
    "NOT_REQUIRED",
    "AppSettings",
    "Backtest",
    "Category",
    "Clocks",
    "ColumnSettings",
    "Competency",
    "CultureNote",
    "FoundNote",
    "Framework",
    "Levels",
    "NamedHeader",
    "NineBox",
    "Part",
    "Place",
    "RatingLabel",
    "RatingScale",
    "RatingScales",
    "ReadingLimits",
    "RegionSettings",
    "Regions",
    "Settings",
    "Step",
    "Trap",
    "ValueSettings",
    "header_key",
    "header_tails",
    "header_words",
    "label_key",
    "load_settings",
    "number_in",
]
