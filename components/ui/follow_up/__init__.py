"""What was done about a person's flags: shown, recorded, withdrawn.

Public: `show_follow_up`, `next_talk`, `newest_talk`, `overrides_here`.
"""

from components.ui.follow_up.overrides import overrides_here
from components.ui.follow_up.section import show_follow_up
from components.ui.follow_up.talks import newest_talk, next_talk

__all__ = ["newest_talk", "next_talk", "overrides_here", "show_follow_up"]
