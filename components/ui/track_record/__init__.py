"""How the rules have done in the organisation's own past, on a page.

Public: `show_track_record`.
"""

from components.ui.track_record.section import show_track_record

__all__ = ["show_track_record"]
