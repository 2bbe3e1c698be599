"""The marks of a career's timeline, each on the ground of lanes and years."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from components.charts import theme
from components.charts.lanes import EVENTS, RATINGS, Lanes, year_of
from components.charts.marks import (
    Channel,
    Layer,
    coloured,
    drawn,
    expression,
    fixed,
    hints,
    shown,
    text,
)
from components.charts.rows import renamed
from components.charts.theme import ACCENT, ATTENTION, INK, QUIET, UNKNOWN, Size

DOT = 470
BOTTOM = 22
TOP_EDGE, BOTTOM_EDGE = fixed("y", 18), fixed("y2", expression(f"height-{BOTTOM}"))
_MOST_LETTERS = 60
_LETTER = 6.2
_BAR = ("start", "end", "title", "unit", "current")


@dataclass(frozen=True)
class Ground:
    """Lanes and years, the y channel of the lanes, the left end of the plot, type sizes."""

    lanes: Lanes
    y: Channel
    left: float
    size: Size

    @property
    def x(self) -> Channel:
        """Time; every mark's field for it is c1."""
        return self.lanes.x("c1", self.left)


def grid(ground: Ground) -> list[Layer]:
    """A hairline at each year, named below the lanes."""
    ticks = ground.lanes.ticks()
    years = pd.DataFrame({"c1": [float(year) for year in ticks], "c2": [str(one) for one in ticks]})
    look = {"baseline": "bottom", "fontSize": ground.size.label, "opacity": QUIET}
    return [
        drawn("rule", years[["c1"]], ground.x, TOP_EDGE, BOTTOM_EDGE, strokeOpacity=0.1),
        drawn("text", years, ground.x, fixed("y", "height"), text("c2:N"), **look),
    ]


def window(months: tuple[date, date, str] | None, ground: Ground) -> list[Layer]:
    """The months worth a conversation, shaded from top to bottom, named above."""
    if months is None:
        return []
    start, end, words = months
    frame = pd.DataFrame({"c1": [year_of(start)], "c2": [year_of(end)], "c3": [words]})
    span = (ground.x, shown("x2", "c2"), TOP_EDGE, BOTTOM_EDGE, fixed("color", ATTENTION))
    name = (ground.x, fixed("y", 8), text("c3:N"))
    return [
        drawn("rect", frame[["c1", "c2"]], *span, cornerRadius=0, opacity=0.17),
        drawn("text", frame[["c1", "c3"]], *name, align="left", fontSize=ground.size.label),
    ]


def roles(bars: pd.DataFrame, waited: str, ground: Ground) -> list[Layer]:
    """Bars in their lanes with title and unit; the current one in the accent, with its months."""
    bars = bars.assign(lane=ground.lanes.lane(bars["lane"]), words=_bar_words(bars, waited, ground))
    fields = ("lane", "start", "end", "title", "unit")
    past, now = (renamed(bars, *fields, where=bars["current"].eq(one)) for one in (False, True))
    where = (ground.x, shown("x2", "c2"), ground.y, hints(Role="c3:N", Department="c4:N"))
    words = renamed(bars, "lane", "start", "words", where=bars["words"].ne(""))
    look = {"align": "left", "dx": 10, "fontSize": ground.size.number, "fontWeight": 500}
    return [
        drawn("rect", past, *where, fill=INK, fillOpacity=0.12),
        drawn("rect", now, *where, fixed("color", ACCENT), opacity=0.3),
        drawn("text", words, ground.x, ground.y, text("c2:N"), **look),
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


def _waited(current: pd.DataFrame, waited: str, ground: Ground) -> list[Layer]:
    """How long the current role has lasted, at its right end."""
    if current.empty or not waited:
        return []
    bar = current.tail(1)
    inside = ground.lanes.letters(bar["start"].iloc[0], bar["end"].iloc[0]) >= len(waited)
    look = {"align": "right", "dx": -10} if inside else {"align": "left", "dx": 8}
    look |= {"fontSize": ground.size.number, "fontWeight": 600}
    words = renamed(bar.assign(waited=waited), "lane", "end", "waited")
    return [drawn("text", words, ground.x, ground.y, text("c2:N"), **look)]


def dots(ratings: pd.DataFrame, scale: tuple[float, float], ground: Ground) -> list[Layer]:
    """Ratings as numbered dots on a lane of their own."""
    if ratings.empty:
        return []
    ratings = ratings.assign(lane=ground.lanes.names.index(RATINGS))
    rows = renamed(ratings, "lane", "day", "rating", "number", "cycle")
    where = (ground.x, ground.y)
    colour = coloured("c2:Q", theme.ratings(*scale))
    words = hints(Cycle="c4:N", Rating="c2:Q")
    number = {"fontSize": ground.size.number, "fontWeight": 600}
    return [
        drawn("circle", rows, *where, colour, words, size=DOT, opacity=1),
        drawn("text", rows, *where, text("c3:N"), **number),
    ]


def events(found: pd.DataFrame, ground: Ground) -> list[Layer]:
    """Diamonds on the top lane; the newest are named as far as there is room."""
    if found.empty:
        return []
    found = found.assign(
        lane=ground.lanes.names.index(EVENTS),
        words=[_cut(words, _MOST_LETTERS) for words in found["words"]],
        asks=["yes" if asks else "no" for asks in found["attention"]],
    )
    rows = renamed(found, "lane", "day", "asks", "words")
    colour = coloured("c2:N", theme.named({"yes": ATTENTION, "no": UNKNOWN}))
    look = {"shape": "diamond", "size": 110, "filled": True, "opacity": 1}
    diamonds = drawn("point", rows, ground.x, ground.y, colour, hints(Event="c3:N"), **look)
    return [diamonds, *_event_words(found, ground)]


def _event_words(drawn: pd.DataFrame, ground: Ground) -> list[Layer]:
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


def _named(found: pd.DataFrame, ground: Ground, *, left: bool) -> Layer:
    look = {"align": "right", "dx": -12} if left else {"align": "left", "dx": 12}
    look |= {"fontSize": ground.size.label}
    words = renamed(found, "lane", "day", "words")
    return drawn("text", words, ground.x, ground.y, text("c2:N"), **look)


def as_of(day: date, ground: Ground) -> list[Layer]:
    """A dashed line on the day everything is told of."""
    row = [len(ground.lanes.names) - 1, year_of(day), f"{day.day} {day:%b %Y}"]
    frame = pd.DataFrame([row], columns=["c0", "c1", "c2"])
    line = {"strokeDash": [3, 3], "strokeOpacity": 0.7}
    look = {"align": "left", "dx": 7, "fontSize": ground.size.label, "opacity": QUIET}
    return [
        drawn("rule", frame[["c1"]], ground.x, TOP_EDGE, BOTTOM_EDGE, **line),
        drawn("text", frame, ground.x, ground.y, text("c2:N"), **look),
    ]
