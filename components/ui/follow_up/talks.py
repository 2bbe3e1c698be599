"""The last career conversation on record, and the next one that is planned."""

from collections.abc import Sequence
from datetime import date

from components.store import Deed, FollowUp


def newest_talk(entries: Sequence[FollowUp]) -> date | None:
    """The day of the last conversation recorded; nothing where there is none."""
    return max((one.on for one in entries if one.deed is Deed.TALK), default=None)


def next_talk(entries: Sequence[FollowUp]) -> date | None:
    """The day a conversation is planned for, where none took place on it or later."""
    held = newest_talk(entries) or date.min
    return min((one.on for one in entries if one.deed is Deed.PLAN and one.on > held), default=None)
