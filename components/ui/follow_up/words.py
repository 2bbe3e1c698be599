"""Follow-ups in words."""

from collections.abc import Sequence

from components.signals import RULES
from components.store import Deed, FollowUp
from components.ui.counted_words import counted_words
from components.ui.durations import day_words

NOTHING_YET = "Nothing is on record yet"
ICONS = {Deed.TALK: "forum", Deed.PLAN: "event", Deed.ACTION: "task_alt", Deed.OVERRIDE: "block"}
CHOICES = {
    Deed.TALK: "Talk took place",
    Deed.PLAN: "Plan a talk",
    Deed.ACTION: "Action",
    Deed.OVERRIDE: "No concern",
}
_LABELS = {one.key: one.label for one in RULES}


def title(entries: Sequence[FollowUp]) -> str:
    """How much is on record."""
    count = len(entries)
    return f"{counted_words(count, 'follow-up')} on record" if count else NOTHING_YET


def what(one: FollowUp) -> str:
    """What was done, and when."""
    match one.deed:
        case Deed.TALK:
            return f"Talk on {day_words(one.on)}"
        case Deed.PLAN:
            return f"Talk planned for {day_words(one.on)}"
        case Deed.ACTION:
            due = f", due {day_words(one.until)}" if one.until else ""
            return f"Action of {day_words(one.on)}{due}"
        case Deed.OVERRIDE:
            rule = _LABELS.get(one.rule, one.rule)
            until = f" until {day_words(one.until)}" if one.until else ""
            return f"“{rule}” is no concern{until}"


def unreadable_words(count: int) -> str:
    """What to do about entries that no key here opens."""
    entries = "entry" if count == 1 else "entries"
    return (
        f"{count:,} {entries} can’t be read: their keys are missing or they were altered. Look for "
        "a backup of the data folder."
    )
