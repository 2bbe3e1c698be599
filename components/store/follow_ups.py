"""What was done about a person's flags: talks, plans, actions, and flags that are no concern.

Each entry is a record that only its person's key opens. Nothing is changed or deleted: an entry
that was wrong is withdrawn by another one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from components.store.records import Record, Records, State


class Deed(StrEnum):
    """What an entry says was done; the values are kinds of records."""

    TALK = "conversation"
    PLAN = "planned_conversation"
    ACTION = "action"
    OVERRIDE = "override"


_WITHDRAWN = "withdrawn_follow_up"
MOST = 2_000
"""So many characters may be written in one entry."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One entry about `subject` (an employee ID).

    `on` is the day of the talk, the day a talk is planned for, the day an action was agreed, or
    the first day of an override; `until` the day an action is due, or the last day of an override.
    `rule` is the rule an override is about. `words`: a note, the action, the reason.
    """

    number: int
    deed: Deed
    subject: str
    on: date
    until: date | None
    rule: str
    words: str
    at: datetime
    author: str | None

    def holds(self, day: date) -> bool:
        """Whether it is an override in force on the day."""
        return (
            self.deed is Deed.OVERRIDE and self.until is not None and self.on <= day <= self.until
        )


@dataclass(frozen=True)
class FollowUpLog:
    """All entries that stand, oldest first; `unreadable` counts those no key here opens."""

    entries: Sequence[FollowUp]
    unreadable: int = 0

    def about(self, subject: str) -> tuple[FollowUp, ...]:
        """The entries about one person."""
        return tuple(one for one in self.entries if one.subject == subject)

    def overrides(self, day: date) -> tuple[FollowUp, ...]:
        """The overrides in force on the day."""
        return tuple(one for one in self.entries if one.holds(day))


class FollowUps:
    """The entries of a store."""

    def __init__(self, records: Records) -> None:
        """Keep entries among these records."""
        self._records = records
        self._read: tuple[tuple[int, int], FollowUpLog] | None = None

    def add(  # one entry has these parts
        self,
        deed: Deed,
        subject: str,
        *,
        on: date,
        words: str = "",
        until: date | None = None,
        rule: str = "",
        author: str | None = None,
    ) -> None:
        """Keep an entry; it is kept when this returns.

        Raises:
            StoreFailed: it can't be kept; nothing was.
            ValueError: an override without rule, reason or end, an action without words, an end
                before the beginning, or words that are too long.
        """
        said = words.strip()
        ends_early = until is not None and until < on
        lacks = {
            Deed.OVERRIDE: not (rule and said and until),
            Deed.ACTION: not said,
        }.get(deed, False)
        if lacks or ends_early or len(said) > MOST:
            raise ValueError(deed)
        end = until.isoformat() if until else None
        payload = {"on": on.isoformat(), "until": end, "rule": rule, "words": said}
        self._records.append(deed, subject, author, payload)

    def withdraw(self, one: FollowUp, author: str | None = None) -> None:
        """Say that an entry does not hold; both stay on record.

        Raises:
            StoreFailed: it can't be kept; nothing was.
        """
        self._records.append(_WITHDRAWN, one.subject, author, {"number": one.number})

    def log(self) -> FollowUpLog:
        """All entries that stand; read anew once something was added.

        Raises:
            StoreFailed: they can't be read.
        """
        stamp = self._records.stamp
        if self._read is None or self._read[0] != stamp:
            self._read = stamp, self._log()
        return self._read[1]

    def _log(self) -> FollowUpLog:
        kinds = {*map(str, Deed), _WITHDRAWN}
        records = [one for one in self._records.of() if one.kind in kinds]
        held = [one for one in records if one.state is State.WHOLE and one.subject is not None]
        gone = {_said(one)["number"] for one in held if one.kind == _WITHDRAWN}
        entries = [_entry(one) for one in held if one.kind != _WITHDRAWN and one.number not in gone]
        unreadable = sum(one.state in (State.LOCKED, State.ALTERED) for one in records)
        return FollowUpLog(tuple(entries), unreadable)


def _said(record: Record) -> Mapping[str, Any]:
    return record.payload or {}


def _entry(record: Record) -> FollowUp:
    said = _said(record)
    until = said["until"]
    return FollowUp(
        number=record.number,
        deed=Deed(record.kind),
        subject=str(record.subject),
        on=date.fromisoformat(said["on"]),
        until=date.fromisoformat(until) if until else None,
        rule=said["rule"],
        words=said["words"],
        at=record.at,
        author=record.author,
    )
