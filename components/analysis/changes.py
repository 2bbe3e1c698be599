"""What counts as a change: of role, of level, of scope, and when a new employment begins.

Change of scope: an event that says so, a change of level or family, direct reports from none to
several or by half, an acting role that lasts. Where neither level nor family can be compared, a
new title counts, by title. A new manager, place, pay or spelling is no change of scope; a title
that was renamed in bulk is no change at all.
"""

from enum import IntEnum

import narwhals as nw

from components.analysis.in_order import Frame, carry, with_first
from components.analysis.renames import without_renames
from components.analysis.role_rows import LADDER_ROOM, UNRANKED, Event
from components.settings import Clocks


class By(IntEnum):
    """What a change was seen by; the first that holds is the one named."""

    HIRE = 1
    FIRST_ROW = 2
    NEW_EMPLOYMENT = 3
    PROMOTION = 4
    DEMOTION = 5
    LATERAL = 6
    EXPANSION = 7
    TRANSFER = 8
    LEVEL = 9
    FAMILY = 10
    REPORTS = 11
    TITLE = 12
    ACTING = 13

    @property
    def words(self) -> str:
        """As said in a reason: "a change of scope by …"."""
        return {By.REPORTS: "direct reports"}.get(self, self.name.replace("_", " ").lower())


_SAID = {
    By.PROMOTION: Event.PROMOTION,
    By.DEMOTION: Event.DEMOTION,
    By.LATERAL: Event.LATERAL,
    By.EXPANSION: Event.EXPANSION,
}
_NO_RISE = [int(Event.LATERAL), int(Event.TRANSFER), int(Event.EXPANSION), int(Event.DEMOTION)]
_OF_LEVEL = {By.PROMOTION, By.DEMOTION, By.LEVEL}
_CARRIED = ("title", "family", "level", "department", "reports")


def changes(roles: Frame, clocks: Clocks) -> Frame:
    """Add to each role row: `role`, `spell`, `moves`, `level_by`, `scope_by`, `rise`, `may_rise`.

    `role` and `spell` are true where one begins, `moves` where the role is another one than
    before, in whichever employment; `level_by` and `scope_by` hold by what signs the change was
    seen (0: no change; see `named_by`); `rise` is true where the level went up or the event says
    promotion, `may_rise` where a change of level or title leaves it open. `renamed` marks rows
    whose title was renamed for many at once.
    """
    roles = carry(with_first(roles), *_CARRIED)
    roles = without_renames(roles.with_columns(**_compared(clocks)), clocks)
    return roles.with_columns(**_named(clocks))


def _differs(name: str) -> nw.Expr:
    return (nw.col(name) != nw.col(f"known_{name}")).fill_null(value=False)


def _compared(clocks: Clocks) -> dict[str, nw.Expr]:
    level, known = nw.col("level"), nw.col("known_level")
    one_ladder = (level // LADDER_ROOM == known // LADDER_ROOM) & (level < UNRANKED)
    comparable = ~(level + known).is_null() | ~(nw.col("family") + nw.col("known_family")).is_null()
    return {
        "new_title": _differs("title"),
        "new_level": _differs("level"),
        "new_family": _differs("family"),
        "new_reports": _reports(clocks),
        "comparable": comparable,
        "open_level": _differs("level") & ~one_ladder.fill_null(value=False),
        "higher": (one_ladder & (level > known)).fill_null(value=False),
        "moved": (_differs("title") | _differs("department"))
        | (nw.col("title") + nw.col("known_title")).is_null()
        | (nw.col("department") + nw.col("known_department")).is_null(),
    }


def _reports(clocks: Clocks) -> nw.Expr:
    """Direct reports from none to several, or by half where the larger number is several."""
    now, known = nw.col("reports"), nw.col("known_reports")
    larger = nw.when(now > known).then(now).otherwise(known)
    by_share = (now - known).abs() >= known * clocks.reports_change_share
    changed = (now != known) & by_share & (larger >= clocks.reports_from)
    return changed.fill_null(value=False)


def _named(clocks: Clocks) -> dict[str, nw.Expr]:
    event, employment, is_first = nw.col("event"), nw.col("employment"), nw.col("is_first")
    begins = {
        By.HIRE: is_first & (event == int(Event.HIRE)),
        By.FIRST_ROW: is_first,
        By.NEW_EMPLOYMENT: employment,
    }
    said = {by: event == int(word) for by, word in _SAID.items()}
    seen = {
        By.TRANSFER: (event == int(Event.TRANSFER)) & nw.col("moved"),
        By.LEVEL: nw.col("new_level"),
        By.FAMILY: nw.col("new_family"),
        By.REPORTS: nw.col("new_reports"),
        By.TITLE: nw.col("new_title") & ~nw.col("comparable"),
    }
    level = {by: case for by, case in (said | seen).items() if by in _OF_LEVEL}
    other = nw.col("new_level") | nw.col("new_family")
    no_title = (nw.col("title") + nw.col("known_title")).is_null()
    changed = nw.col("new_title") | (no_title & other)
    untold = nw.col("new_title") & (nw.col("level") + nw.col("known_level")).is_null()
    paused_long = nw.col("gap") > clocks.gap_days
    return {
        "role": employment | changed,
        "moves": changed & ~is_first,
        "level_by": _signs(begins | level),
        "scope_by": _signs(begins | said | seen),
        "rise": ~employment & (nw.col("higher") | (event == int(Event.PROMOTION))),
        "may_rise": ~employment & ~event.is_in(_NO_RISE) & (nw.col("open_level") | untold),
        "spell": employment | nw.col("new_title") | other | paused_long,
    }


def _signs(cases: dict[By, nw.Expr]) -> nw.Expr:
    """The sum of 2 to the power of each sign that holds; 0 where none does."""
    return nw.sum_horizontal(*(case.cast(nw.Int64) * 2 ** int(by) for by, case in cases.items()))


def named_by(signs: int) -> By:
    """The first sign in a sum of signs.

    >>> named_by(2**By.LEVEL + 2**By.FIRST_ROW).words
    'first row'
    """
    return By((signs & -signs).bit_length() - 1)
