"""A second, plain reading of the rules, person by person, for the sample only."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]

AS_OF = date(2026, 6, 30)
READ_HERE = {
    "approaching", "stalled_top_performer", "past_window", "passed_over", "rejection_fading",
}  # fmt: skip


def by_person(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows of each employee id."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["Employee ID"]].append(row)
    return found


def months(start: date, end: date) -> int:
    """Completed calendar months."""
    whole = (end.year - start.year) * 12 + end.month - start.month
    return whole - 1 if end.day < start.day else whole


def is_active(rows: list[Row]) -> bool:
    """Whether the last main row is still open."""
    return [row for row in rows if row["Is primary"] == "yes"][-1]["End date"] is None


def months_in_scope(rows: list[Row]) -> int:
    """Completed months since the last change of scope."""
    main = [row for row in rows if row["Is primary"] == "yes"]
    since = main[0]["Effective date"]
    for before, after in pairwise(main):
        if _changed(before, after):
            since = after["Effective date"]
    for row in rows:
        side = row["Is primary"] == "no"
        if side and (row["End date"] - row["Effective date"]).days + 1 >= 90:
            since = max(since, row["Effective date"])
    return months(since, AS_OF)


def _changed(before: Row, after: Row) -> bool:
    was, now = before["Direct reports"], after["Direct reports"]
    widened = now >= 3 and (was == 0 or abs(now - was) >= 0.5 * was)
    other = any(before[name] != after[name] for name in ("Level", "Job family"))
    return after["Event"] == "rehire" or other or widened


def is_top(reviews: list[Row]) -> bool | None:
    """Whether the latest manager rating of 15 months is a 5; none where it isn't known."""
    held = [row for row in reviews if row["Relation"] == "manager" and row["Rating"] is not None]
    recent = [row for row in held if row["Review date"] >= date(2025, 3, 30)]
    return recent[-1]["Rating"] == 5 if recent else None


def passed_over(roles: list[Row], reviews: list[Row], chances: list[Row]) -> bool | None:
    """Turned down within six months, or recommended in two cycles without a promotion.

    Without a review by a manager nobody can tell.
    """
    turned_down = _rejected(chances, 0, 6)
    latest = [row for row in reviews if row["Relation"] == "manager"][-2:]
    twice = len(latest) == 2 and all(row["Promotion recommended"] == "yes" for row in latest)
    promoted = any(
        row["Event"] == "promotion" and row["Effective date"] >= latest[0]["Review date"]
        for row in roles
        if latest
    )
    return turned_down or ((twice and not promoted) if latest else None)


def _rejected(chances: list[Row], least: int, most: int) -> bool:
    return any(
        row["Outcome"] == "rejected"
        and row["Kind"] in ("internal application", "promotion")
        and least <= months(row["Decided on"], AS_OF) <= most
        for row in chances
    )


def judged(roles: list[Row], reviews: list[Row], chances: list[Row]) -> set[str]:
    """Flags and notices of an active person; "unknown …" where the rating is missing."""
    over = passed_over(roles, reviews, chances)
    found = set() if over is False else {"passed_over" if over else "unknown passed_over"}
    if _rejected(chances, 7, 12):
        found.add("rejection_fading")
    scope, top = months_in_scope(roles), is_top(reviews)
    clock = {
        "approaching": 18 <= scope <= 23,
        "stalled_top_performer": 24 <= scope <= 36,
        "past_window": scope > 36,
    }
    key = next((key for key, inside in clock.items() if inside), None)
    if key and top is not False:
        found.add(key if top else f"unknown {key}")
    return found
