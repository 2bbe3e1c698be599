"""The file of ratings: what the figure and the drawers show of the groups, a sheet each."""

import pandas as pd

from components.calibration import beside_guideline
from components.ui import comparing
from components.ui.offer import Offer
from components.ui.rating_drawers.beside_evidence import evidence_table, here
from components.ui.rating_drawers.between_cycles import moved, movement_table
from components.ui.rating_drawers.guideline import guideline_table
from components.ui.rating_drawers.use_of_scale import here as groups_here
from components.ui.rating_drawers.use_of_scale import spread_table
from components.ui.rating_views import Ratings
from components.ui.view import View


def ratings_file(view: View, found: Ratings) -> Offer:
    """The workbook of the page; made only when somebody asks for it."""
    by = found.grouping.label.lower()
    return Offer(f"ratings-by-{by}", f"Ratings by {by}", lambda: _sheets(view, found))


def _sheets(view: View, found: Ratings) -> dict[str, pd.DataFrame]:
    where = (view.version.name, view.settings.fingerprint, view.as_of)
    steps = tuple(label.value for label in found.scale.labels)
    spreads = comparing.spreads(*where, found.grouping.column, ratings=steps)
    sheets = {
        "Ratings": found.table(),
        "Beside evidence": evidence_table(view, found, here(view, found)),
        "Use of the scale": spread_table(groups_here(spreads, found), len(steps)),
        "From cycle to cycle": movement_table(moved(view), found, view.settings.app.min_group),
        "Guideline": guideline_table(beside_guideline(found.rows, view.settings.ratings.guideline)),
    }
    return {name: table for name, table in sheets.items() if len(table) or name == "Ratings"}
