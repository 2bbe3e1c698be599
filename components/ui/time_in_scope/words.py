"""What curves and reasons say, in words."""

from components.analysis.incidence import Ending, ScopeStays
from components.charts.incidence import Line
from components.ui.time_in_scope.curves import Drawn

ENDINGS = {
    "Left by choice": Ending.BY_CHOICE,
    "Left otherwise": Ending.OTHERWISE,
    "Moved inside": Ending.MOVED,
}
_YEARS = 12


def finding(drawn: Drawn, how: str) -> str:
    """The title: the shares at the last full year that every line reaches."""
    ended = how[0].lower() + how[1:]
    if not drawn.lines:
        return f"Too few stays to say when people {_who(how)}"
    month = _common_year(drawn.lines)
    if len(drawn.lines) == 1:
        share = _share(drawn.lines[0], month)
        return f"By month {month} in one scope, {share} had {ended}"
    if len(drawn.lines) == 2 and drawn.lines[0].label == "Flagged":
        return _compared(drawn.lines, month, ended)
    return f"Share that had {ended}, by months in one scope"


def base(drawn: Drawn, found: ScopeStays) -> str:
    """What is counted, since when, what is left out, and how to read the marks."""
    people = found.rows["person"].nunique()
    words = f"{len(found.rows):,} stays in one scope of work, of {people:,} people"
    words += f", watched since {found.since:%d %b %Y}." if found.since else "."
    band = "Band: 95 % interval. " if len(drawn.lines) < 3 else "Intervals: in the table. "
    words += f" Other ends compete. {band}Dashed: fewer than 10 remain."
    if found.unknown_start or found.undated:
        words += f" Left out: {found.unknown_start:,} of unknown start"
        words += f", {found.undated:,} of unknown end."
    if drawn.too_few:
        words += f" Too few, or not among the largest: {len(drawn.too_few):,} groups."
    return words


def of_flags(unknown: int) -> str:
    """How flagged people and others are compared."""
    words = "Each is watched for a year from the day the rules looked at them, never before."
    return f"{words} {unknown:,} more could not be told." if unknown else words


def _compared(lines: tuple[Line, ...], month: int, ended: str) -> str:
    flagged, others = (_at(line, month) for line in lines)
    shares = f"{_share(lines[0], month)} against {_share(lines[1], month)}"
    if flagged["low"] > others["high"]:
        return f"By month {month}, more of those flagged had {ended}: {shares}"
    if flagged["high"] < others["low"]:
        return f"By month {month}, fewer of those flagged had {ended}: {shares}"
    return f"Flagged or not: no clear difference by month {month} ({shares})"


def _common_year(lines: tuple[Line, ...]) -> int:
    """The last full year that every line reaches surely; the last month where none is whole."""
    sure = [line.points[~line.points["faint"]]["months"] for line in lines]
    last = min((int(months.max()) for months in sure if len(months)), default=0)
    first = max((int(months.min()) for months in sure if len(months)), default=0)
    year = last // _YEARS * _YEARS
    return year if year - first >= _YEARS else last


def _at(line: Line, month: int) -> dict[str, float]:
    row = line.points[line.points["months"] <= month].iloc[-1]
    return {name: float(row[name]) for name in ("share", "low", "high")}


def _share(line: Line, month: int) -> str:
    return f"{_at(line, month)['share']:.0%}"


def _who(how: str) -> str:
    return {"Moved inside": "move"}.get(how, "leave")
