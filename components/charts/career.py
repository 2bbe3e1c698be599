"""One person's timeline: levels as a staircase, roles as bars, ratings as numbered dots."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import pandas as pd

from components.charts import career_marks as marks
from components.charts import theme
from components.charts.figure import Figure
from components.charts.lanes import Lanes, in_lanes, level_names, year_of, years
from components.charts.rows import row_axis, row_sizes
from components.charts.theme import DESK, Size

TOP = 22
ROW = 34


@dataclass(frozen=True)
class Career:
    """What is known of one person's way.

    spells: role_start, role_end, job_title, level, department, is_current. ratings:
    review_date, rating, cycle. events: date, words, attention (whether it asks for it).
    levels: labels from low to high. window: first and last day of the months worth a
    conversation, and its words ("24–36 months"). waited: how long the current role has
    lasted, in words ("31 months"). scale: lowest and highest rating.
    """

    spells: pd.DataFrame
    ratings: pd.DataFrame
    events: pd.DataFrame
    as_of: date
    levels: Sequence[str] = ()
    window: tuple[date, date, str] | None = None
    waited: str = ""
    scale: tuple[float, float] = (1, 5)


def career(person: Career, *, title: str | None = None, size: Size = DESK) -> Figure:
    """The timeline; `title` replaces the finding where a page has a better one."""
    rated = person.ratings[person.ratings["review_date"].notna()]
    lanes = _lanes(person, rated)
    names = [_lane_words(name) for name in lanes.names]
    y = row_axis("c0", len(names), top=TOP, bottom=marks.BOTTOM, gap=0.14, edge=0.04)
    left = theme.gutter(names, size) + 10
    ground = marks.Ground(lanes, y, left, size)
    layers = [
        *marks.grid(ground),
        *marks.window(person.window, ground),
        *marks.roles(_bars(person), person.waited, ground),
        *marks.dots(_dots(rated), person.scale, ground),
        *marks.events(_diamonds(person), ground),
        *marks.as_of(person.as_of, ground),
        row_sizes([{"c0": at, "c1": name} for at, name in enumerate(names)], y, size, 0),
    ]
    height = TOP + ROW * len(names) + marks.BOTTOM + 8
    chart = theme.dressed(layers, height, size)
    finding = title or _finding(person)
    return Figure(
        chart, finding, _base(person, rated), _in_words(person, finding), partial(_table, person)
    )


def _lanes(person: Career, rated: pd.DataFrame) -> Lanes:
    names = in_lanes(
        person.spells, person.levels, events=not person.events.empty, ratings=not rated.empty
    )
    starts = [one for one in years(person.spells["role_start"]) if one is not None]
    dots = [one for one in years(rated["review_date"]) if one is not None]
    last = max([year_of(person.as_of), *([year_of(person.window[1])] if person.window else [])])
    first = min([*starts, *dots, year_of(person.as_of) - 1])
    reach = max(last - first, 1.0)
    room_for_the_day = max(0.0, 0.1 * reach - (last - year_of(person.as_of)))
    return Lanes(names, first - 0.02 * reach, last + room_for_the_day + 0.01 * reach)


def _lane_words(name: str) -> str:
    return f"Level {name}" if name.isdigit() else name


def _bars(person: Career) -> pd.DataFrame:
    """Roles as bars: start, end, lane's name, words, whether current."""
    end_of_all = year_of(person.as_of)
    ends = years(person.spells["role_end"])
    current = person.spells["is_current"].fillna(value=False).astype(bool).tolist()
    bars = pd.DataFrame(
        {
            "start": years(person.spells["role_start"]),
            "end": [
                end_of_all if end is None or now else min(end, end_of_all)
                for end, now in zip(ends, current, strict=True)
            ],
            "lane": level_names(person.spells),
            "title": _text(person.spells["job_title"]),
            "unit": _text(person.spells["department"]),
            "current": current,
        }
    )
    return bars[bars["start"].notna() & bars["start"].le(end_of_all)]


def _text(values: pd.Series) -> list[str]:
    return ["" if pd.isna(value) else str(value) for value in values]


def _dots(rated: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "day": years(rated["review_date"]),
            "rating": [round(float(one), 2) for one in rated["rating"]],
            "number": [f"{float(one):g}" for one in rated["rating"]],
            "cycle": _text(rated["cycle"]),
        }
    )


def _diamonds(person: Career) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "day": years(person.events["date"]),
            "words": _text(person.events["words"]),
            "attention": person.events["attention"].astype(bool).tolist(),
        }
    ).dropna(subset="day")


def _finding(person: Career) -> str:
    """How long the current role has lasted, else how many roles are known."""
    roles = len(person.spells)
    held = f"{roles} role{'s' if roles != 1 else ''} on record"
    return f"{held}, the current one for {person.waited}" if person.waited else held


def _base(person: Career, rated: pd.DataFrame) -> str:
    low, high = person.scale
    parts = ["Bars: roles by level.", f"Dots: ratings on the {low:g}–{high:g} scale."]
    if not person.events.empty:
        parts.append("Diamonds: applications and promotion cases.")
    if person.window:
        parts.append(f"Shaded: {person.window[2]} after the last change of scope.")
    undated = len(person.ratings) - len(rated)
    if undated:
        parts.append(f"{undated} ratings without a date are in the table only.")
    return " ".join(parts)


def _in_words(person: Career, finding: str) -> str:
    table = _table(person)
    lines = [
        f"{what} {words}, {when}"
        for what, words, when in zip(table["What"], table["Words"], table["From"], strict=True)
    ]
    return f"{finding}. {'; '.join(lines)}."


def _table(person: Career) -> pd.DataFrame:
    """Roles, ratings and events in one list, by day."""
    spells, ratings, events = person.spells, person.ratings, person.events
    levels = [_lane_words(name) for name in level_names(spells)]
    pairs = zip(_text(spells["job_title"]), levels, strict=True)
    titles = [", ".join(filter(None, pair)) for pair in pairs]
    parts = [
        _lines("Role", titles, spells["role_start"], spells["role_end"]),
        _lines("Rating", [f"{float(one):g}" for one in ratings["rating"]], ratings["review_date"]),
        _lines("Event", _text(events["words"]), events["date"]),
    ]
    table = pd.concat(parts, ignore_index=True)
    return table.sort_values("From", kind="stable", ignore_index=True)


def _lines(
    what: str, words: list[str], start: pd.Series, end: pd.Series | None = None
) -> pd.DataFrame:
    ends = [""] * len(words) if end is None else _text(end)
    return pd.DataFrame({"What": what, "Words": words, "From": _text(start), "To": ends})
