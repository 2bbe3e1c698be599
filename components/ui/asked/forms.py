"""Questions that a small form answers: a cycle, a day, hours, letters, a scale, an order."""

from collections.abc import Callable

from components.ui.asked.asked import Asked
from components.ui.asked.inputs import cycle, full_time, letters, snapshot_day
from components.ui.asked.levels import level_order
from components.ui.asked.scales import rating_label, rating_scale, score_scale

FORMS: dict[str, Callable[[Asked], None]] = {
    "cycle_missing": cycle,
    "snapshot_day": snapshot_day,
    "full_time_hours": full_time,
    "encoding-asked": letters,
    "encoding-unfit": letters,
    "scale_unknown": rating_scale,
    "scale_direction": rating_scale,
    "scale_per_cycle": rating_scale,
    "scales_differ": rating_scale,
    "score_scale": score_scale,
    "unknown_rating": rating_label,
    "level_order": level_order,
}
"""What stands under a question, by its code."""
