"""When people leave or move, by their time in one scope of work.

Public: `show_time_in_scope`.
"""

from components.ui.time_in_scope.section import show_time_in_scope

__all__ = ["show_time_in_scope"]
