"""Rows of role history in whole numbers: what each row says, ready for looking at neighbours.

Titles, families and departments become codes of their spelling (NFKC, case and spaces folded);
levels become codes in which two levels of one ladder compare as numbers.
"""

from collections.abc import Sequence
from datetime import date
from enum import IntEnum

import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, Columns, coded, in_sequence, kept
from components.analysis.day_numbers import day_number
from components.settings import Levels, label_key
from components.tables import columns as col
from components.tables.dataset import Dataset

DAYS_BELOW = 2**22
"""Every day number is below this."""
SEQUENCE_BELOW = 2**20
LADDER_ROOM = 2**16
"""Codes of one ladder share the multiple of this."""
UNRANKED = 2**30
"""Codes of levels on no ladder start here."""


class Event(IntEnum):
    """What a row of role history reports; 0 where it doesn't say or says something else."""

    NONE = 0
    HIRE = 1
    REHIRE = 2
    PROMOTION = 3
    LATERAL = 4
    TRANSFER = 5
    EXPANSION = 6
    DEMOTION = 7
    ACTING = 8
    LEAVE = 9
    EXIT = 10


def role_rows(dataset: Dataset, as_of: date, levels: Levels) -> Arrays:
    """The rows seen on the day, by person and start.

    Not seen are rows that start or were recorded after the day, and ends that lie after it.
    """
    roles = Columns(dataset.tables.get("roles"))
    day = day_number(as_of)
    columns = _dated(roles, day) | _coded(roles, levels) | _numbers(roles)
    recorded = pc.less_equal(pc.fill_null(roles.days(col.RECORDED_ON), day), day)
    seen = kept(columns, pc.and_(pc.less_equal(columns["start"], day), recorded))
    seen = kept(seen, pc.is_valid(seen[col.PERSON]))
    persons = max(dataset.people_count, 1)
    ranked = _ranked_within_day(seen)
    keys = [(col.PERSON, persons), ("start", DAYS_BELOW)]
    return in_sequence(ranked, *keys, ("within_day", SEQUENCE_BELOW))


def _dated(roles: Columns, day: int) -> Arrays:
    end = roles.days(col.END_DATE)
    return {
        col.PERSON: roles.number(col.PERSON),
        "start": roles.days(col.EFFECTIVE_DATE),
        "end": pc.if_else(pc.less_equal(end, day), end, pa.scalar(None, pa.int64())),
    }


def _coded(roles: Columns, levels: Levels) -> Arrays:
    return {
        "title": coded(roles.text(col.JOB_TITLE), spelling_codes),
        "family": coded(roles.text(col.JOB_FAMILY), spelling_codes),
        "department": coded(roles.text(col.DEPARTMENT), spelling_codes),
        "level": coded(roles.text(col.LEVEL), lambda labels: level_codes(labels, levels)),
        "event": pc.fill_null(coded(roles.text(col.EVENT), _event_codes), 0),
    }


def _numbers(roles: Columns) -> Arrays:
    fte = pc.multiply(roles.of(col.FTE, pa.float64()), 10_000.0)
    return {
        "reports": pc.max_element_wise(roles.number(col.DIRECT_REPORTS), 0, skip_nulls=False),
        "primary": roles.number(col.IS_PRIMARY),
        "fte": pc.round(fte).cast(pa.int64()),
        "within_day": roles.number(col.SEQUENCE),
        "place": roles.places(),
    }


def _ranked_within_day(columns: Arrays) -> Arrays:
    """Sequence numbers as small whole numbers; rows without one come first."""
    sequence = columns["within_day"]
    if sequence.null_count == len(sequence):
        return columns | {"within_day": pc.fill_null(sequence, 0)}
    lowest = pc.min(sequence)
    above = pc.add(pc.subtract(sequence, lowest), 1)
    return columns | {"within_day": pc.min_element_wise(pc.fill_null(above, 0), SEQUENCE_BELOW - 1)}


def spelling_codes(texts: Sequence[str]) -> list[int]:
    """Equal numbers for texts that differ only in width, case and spaces.

    >>> spelling_codes(["Data Analyst", "data  analyst", "Engineer"])
    [0, 0, 1]
    """
    codes: dict[str, int] = {}
    return [codes.setdefault(label_key(text), len(codes)) for text in texts]


def level_codes(labels: Sequence[str], levels: Levels) -> list[int]:
    """Codes in which a higher level of one ladder has the higher number.

    Levels of one ladder share `code // LADDER_ROOM`; a label on no ladder has a code of its own
    from UNRANKED on.
    """
    steps = levels.steps(labels)
    ladders = {name: n for n, name in enumerate(sorted({s.ladder for s in steps.values() if s}))}
    own = dict(zip(labels, spelling_codes(labels), strict=True))
    half = LADDER_ROOM // 2
    return [
        ladders[step.ladder] * LADDER_ROOM + half + step.step if step else UNRANKED + own[label]
        for label, step in ((label, steps[label]) for label in labels)
    ]


def _event_codes(texts: Sequence[str]) -> list[int]:
    known = {event.name.lower(): int(event) for event in Event}
    return [known.get(label_key(text), Event.NONE) for text in texts]


__all__ = [
    "DAYS_BELOW",
    "LADDER_ROOM",
    "UNRANKED",
    "Event",
    "level_codes",
    "role_rows",
    "spelling_codes",
]
