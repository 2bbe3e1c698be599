"""Who may see what: whose rows a viewer may list, and which groups are too small to show.

Public: `Scope`, `EVERYONE`, `line_of` for rows; `hide_small`, `hide_with_totals`, `limit_for`
for groups.
"""

from components.access.hiding import Shown, hide_small, hide_with_totals, limit_for
from components.access.scope import EVERYONE, Scope, line_of

__all__ = [
    "EVERYONE",
    "Scope",
    "Shown",
    "hide_small",
    "hide_with_totals",
    "limit_for",
    "line_of",
]
