"""Wish beside readiness: the matrix, lists with the question to ask, and where nobody asked.

Public: `wishes_of`, `show_meetings`, `show_matrix`, `show_unknown`, `show_talks`, `show_bench`,
`finding`, `parts` and `leverage_file`.
"""

from components.ui.leverage.bench import show_bench
from components.ui.leverage.figures import show_matrix, show_unknown
from components.ui.leverage.lists import show_meetings
from components.ui.leverage.rows import Wishes, wishes_of
from components.ui.leverage.take_away import leverage_file
from components.ui.leverage.talks import show_talks
from components.ui.leverage.words import finding, parts

__all__ = [
    "Wishes",
    "finding",
    "leverage_file",
    "parts",
    "show_bench",
    "show_matrix",
    "show_meetings",
    "show_talks",
    "show_unknown",
    "wishes_of",
]
