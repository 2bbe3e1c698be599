"""The marks of a career's timeline, each on the ground of lanes and years."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from components.charts import theme
from components.charts.lanes import EVENTS, RATINGS, Lanes, year_of
from components.charts.rows import at_y, renamed
from components.charts.theme import ACCENT, ATTENTION, INK, QUIET, UNKNOWN, Size

DOT = 470
BOTTOM = 22
Y2_BOTTOM = alt.Y2Value(alt.ExprRef(f"height-{BOTTOM}"))  # type: ignore[no-untyped-call]
_MOST_LETTERS = 60
_LETTER = 6.2
_BAR = ("start", "end", "title", "unit", "current")


@dataclass(frozen=True)
class Ground:
    """Lanes and years, the y channel of the lanes, the left end of the plot, type sizes."""

    lanes: Lanes
    y: alt.Y
    left: float
    size: Size

    @property
    def x(self) -> alt.X:
        """Time; every mark's field for it is c1."""
        return self.lanes.x("c1", self.left)


def grid(ground: Ground) -> list[alt.Chart]:
    """A hairline at each year, named below the lanes."""
    ticks = ground.lanes.ticks()
    frame = pd.DataFrame({"c1": [float(year) for year in ticks], "c2": [str(one) for one in ticks]})
    line = alt.Chart(frame[["c1"]]).mark_rule(strokeOpacity=0.1)
    name = alt.Chart(frame).mark_text(baseline="bottom", fontSize=ground.size.label, opacity=QUIET)
    return [
        line.encode(ground.x, at_y(18), Y2_BOTTOM),
        name.encode(ground.x, at_y("height"), alt.Text("c2:N")),
    ]


def window(months: tuple[date, date, str] | None, ground: Ground) -> list[alt.Chart]:
    """The months worth a conversation, shaded from top to bottom, named above."""
    if months is None:
        return []
    start, end, words = months
    frame = pd.DataFrame({"c1": [year_of(start)], "c2": [year_of(end)], "c3": [words]})
    shade = alt.Chart(frame[["c1", "c2"]]).mark_rect(cornerRadius=0, opacity=0.17)
    name = alt.Chart(frame[["c1", "c3"]]).mark_text(align="left", fontSize=ground.size.label)
    colour = alt.ColorValue(ATTENTION)
    return [
        shade.encode(ground.x, alt.X2("c2"), at_y(18), Y2_BOTTOM, colour),
        name.encode(ground.x, at_y(8), alt.Text("c3:N")),
    ]


def roles(bars: pd.DataFrame, waited: str, ground: Ground) -> list[alt.Chart]:
    """Bars in their lanes with title and unit; the current one in the accent, with its months."""
    bars = bars.assign(lane=ground.lanes.lane(bars["lane"]), words=_bar_words(bars, waited, ground))
    fields = ("lane", "start", "end", "title", "unit")
    tooltip = [alt.Tooltip("c3:N", title="Role"), alt.Tooltip("c4:N", title="Department")]
    past = alt.Chart(renamed(bars[~bars["current"]], *fields)).mark_rect(fill=INK, fillOpacity=0.12)
    now = alt.Chart(renamed(bars[bars["current"]], *fields)).mark_rect(opacity=0.3)
    colour = alt.ColorValue(ACCENT)
    named = bars[bars["words"].ne("")]
    words = alt.Chart(renamed(named, "lane", "start", "words")).mark_text(
        align="left", dx=10, fontSize=ground.size.number, fontWeight=500
    )
    return [
        past.encode(ground.x, alt.X2("c2"), ground.y, tooltip=tooltip),
        now.encode(ground.x, alt.X2("c2"), ground.y, colour, tooltip=tooltip),
        words.encode(ground.x, ground.y, alt.Text("c2:N")),
        *_waited(bars[bars["current"]], waited, ground),
    ]


def _bar_words(bars: pd.DataFrame, waited: str, ground: Ground) -> list[str]:
    """Title and unit, the title alone, or a part of it, as far as the bar is long."""
    words = []
    fields: list[list[Any]] = [bars[name].tolist() for name in _BAR]
    for start, end, title, unit, current in zip(*fields, strict=True):
        fitting = ground.lanes.letters(start, end) - (len(waited) + 2 if current else 0)
        both = " · ".join(filter(None, (title, unit)))
        words.append(both if len(both) <= fitting else _cut(title, fitting))
    return words


def _cut(words: str, letters: int) -> str:
    """The words, cut where they don't fit; nothing where almost nothing would be left."""
    if len(words) <= letters:
        return words
    return f"{words[: letters - 1].rstrip()}…" if letters >= 6 else ""


def _waited(current: pd.DataFrame, waited: str, ground: Ground) -> list[alt.Chart]:
    """How long the current role has lasted, at its right end."""
    if current.empty or not waited:
        return []
    bar = current.tail(1)
    inside = ground.lanes.letters(bar["start"].iloc[0], bar["end"].iloc[0]) >= len(waited)
    mark = alt.Chart(renamed(bar.assign(waited=waited), "lane", "end", "waited")).mark_text(
        align="right" if inside else "left",
        dx=-10 if inside else 8,
        fontSize=ground.size.number,
        fontWeight=600,
    )
    return [mark.encode(ground.x, ground.y, alt.Text("c2:N"))]


def dots(ratings: pd.DataFrame, scale: tuple[float, float], ground: Ground) -> list[alt.Chart]:
    """Ratings as numbered dots on a lane of their own."""
    if ratings.empty:
        return []
    lane = ground.lanes.names.index(RATINGS)
    drawn = renamed(ratings.assign(lane=lane), "lane", "day", "rating", "number", "cycle")
    tooltip = [alt.Tooltip("c4:N", title="Cycle"), alt.Tooltip("c2:Q", title="Rating")]
    colour = alt.Color("c2:Q", scale=theme.ratings(*scale), legend=None)
    dot = alt.Chart(drawn).mark_circle(size=DOT, opacity=1)
    number = alt.Chart(drawn).mark_text(fontSize=ground.size.number, fontWeight=600)
    return [
        dot.encode(ground.x, ground.y, colour, tooltip=tooltip),
        number.encode(ground.x, ground.y, alt.Text("c3:N")),
    ]


def events(found: pd.DataFrame, ground: Ground) -> list[alt.Chart]:
    """Diamonds on the top lane; the newest are named as far as there is room."""
    if found.empty:
        return []
    lane = ground.lanes.names.index(EVENTS)
    drawn = found.assign(lane=lane, words=[_cut(text, _MOST_LETTERS) for text in found["words"]])
    colour = alt.Color("c2:N", scale=theme.named({"yes": ATTENTION, "no": UNKNOWN}), legend=None)
    drawn["asks"] = ["yes" if asks else "no" for asks in drawn["attention"]]
    marks = alt.Chart(renamed(drawn, "lane", "day", "asks", "words")).mark_point(
        shape="diamond", size=110, filled=True, opacity=1
    )
    diamond = marks.encode(ground.x, ground.y, colour, tooltip=alt.Tooltip("c3:N", title="Event"))
    return [diamond, *_event_words(drawn, ground)]


def _event_words(drawn: pd.DataFrame, ground: Ground) -> list[alt.Chart]:
    """Words left of a diamond in the right half, else right of it; none over another's."""
    middle = (ground.lanes.first + ground.lanes.last) / 2
    days, words = drawn["day"].tolist(), drawn["words"].tolist()
    taken = {at: (day - 0.01, day + 0.01) for at, day in enumerate(days)}
    kept: dict[bool, list[int]] = {True: [], False: []}
    for at in sorted(taken, key=lambda one: days[one], reverse=True):
        left = days[at] > middle
        reach = _reach(days[at], words[at], ground.lanes, left=left)
        others = [one for place, one in taken.items() if place != at]
        if all(reach[1] <= start or end <= reach[0] for start, end in others):
            taken[at] = reach
            kept[left].append(at)
    return [_named(drawn.iloc[at], ground, left=left) for left, at in kept.items() if at]


def _reach(day: float, words: str, lanes: Lanes, *, left: bool) -> tuple[float, float]:
    """The stretch of time that words beside a diamond cover."""
    long = (len(words) * _LETTER + 20) / lanes.pixels_a_year
    return (day - long, day) if left else (day, day + long)


def _named(events_shown: pd.DataFrame, ground: Ground, *, left: bool) -> alt.Chart:
    mark: alt.Chart = alt.Chart(renamed(events_shown, "lane", "day", "words")).mark_text(
        align="right" if left else "left", dx=-12 if left else 12, fontSize=ground.size.label
    )
    return mark.encode(ground.x, ground.y, alt.Text("c2:N"))


def as_of(day: date, ground: Ground) -> list[alt.Chart]:
    """A dashed line on the day everything is told of."""
    frame = pd.DataFrame(
        {
            "c0": [len(ground.lanes.names) - 1],
            "c1": [year_of(day)],
            "c2": [f"{day.day} {day:%b %Y}"],
        }
    )
    line = alt.Chart(frame[["c1"]]).mark_rule(strokeDash=[3, 3], strokeOpacity=0.7)
    words = alt.Chart(frame).mark_text(
        align="left", dx=7, fontSize=ground.size.label, opacity=QUIET
    )
    return [
        line.encode(ground.x, at_y(18), Y2_BOTTOM),
        words.encode(ground.x, ground.y, alt.Text("c2:N")),
    ]
