"""Steps that were refused, and promotions that were recommended."""

from datetime import date

import narwhals as nw
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, Columns, in_sequence, kept
from components.analysis.day_numbers import day_number, days_of, months_back
from components.analysis.dense import by_person, numbers
from components.analysis.in_order import ORDER, Frame, last_of_each
from components.analysis.review_rows import PLACES_BELOW
from components.analysis.role_rows import DAYS_BELOW
from components.analysis.words import pointers
from components.tables import columns as col
from components.tables.dataset import Dataset

KINDS = ("internal application", "promotion")
_INTERVIEW = "interview|vorstellung|gespräch|entretien|entrevista|panel|final|offer|hiring manager"
"""A stage that names one of these was, or came after, an interview."""


def rejections(dataset: Dataset, as_of: date, months: int) -> Arrays:
    """For each person the latest refused application or promotion within so many months.

    Its day, the months since, the stage reached, whether there was an interview, whether somebody
    from outside was chosen, and where it stands. The day is that of the decision, else of the
    end, else of the event. Months are counted up, so that "within 6 months" means on or after
    the same day six months earlier.
    """
    cases = Columns(dataset.tables.get("opportunities"))
    decided = pc.coalesce(*(cases.days(name) for name in (col.DECIDED_ON, col.ENDED_ON, col.DATE)))
    of_kind = pc.is_in(cases.text(col.KIND), pa.array(KINDS))
    refused = pc.equal(cases.text(col.OUTCOME), "rejected")
    seen = pc.and_(pc.less_equal(decided, day_number(as_of)), pc.and_(of_kind, refused))
    columns = {col.PERSON: cases.number(col.PERSON), "day": decided, "place": cases.places()}
    columns = kept(columns, pc.and_(seen, pc.is_valid(columns[col.PERSON])))
    columns["later"] = pc.subtract(PLACES_BELOW - 1, columns["place"])
    rows = in_sequence(columns, ("day", DAYS_BELOW), ("later", PLACES_BELOW))
    rows = in_sequence(rows, (col.PERSON, dataset.people_count + 1))
    last = last_of_each(numbers(rows)).select(col.PERSON, "day", "place")
    return _within(cases, by_person(last, dataset.people_count), as_of, months)


def _within(cases: Columns, found: Arrays, as_of: date, months: int) -> Arrays:
    """What is told of the latest refusals, where they are no older than so many months."""
    ago = months_back(found["day"], as_of)
    late = pc.less_equal(ago, months)
    found = {name: pc.if_else(late, values, None) for name, values in found.items()}
    winner = cases.text(col.WINNER).take(found["place"])
    return {
        col.REJECTED_ON: days_of(found["day"]),
        col.MONTHS_SINCE_REJECTION: pc.if_else(late, ago, None),
        col.STAGE_REACHED: cases.text(col.STAGE_REACHED).take(found["place"]),
        col.INTERVIEWED: _interviewed(cases, found["place"]),
        col.LOST_TO_EXTERNAL: pc.equal(winner, "external"),
        **pointers(cases, found["place"], "rejected"),
    }


def _interviewed(cases: Columns, places: pa.ChunkedArray) -> pa.ChunkedArray:
    """Whether the stage reached names an interview; unknown where no stage is given."""
    stages = cases.text(col.STAGE_REACHED).take(places)
    return pc.match_substring_regex(stages, _INTERVIEW, ignore_case=True)


def promotion_columns(
    asked: Arrays, risen: Arrays, reviews: Columns, places: pa.ChunkedArray
) -> Arrays:
    """Cycles recommended, and whether a promotion followed the first of the cycles asked for.

    `asked` are the answers by person (see ratings.recommended), `risen` the last days of a rise
    and of a change that may be one; `places`
    are those of reviews by their order.
    """
    since = asked["recommended_from"]
    rose, may_have = (
        pc.fill_null(pc.greater(risen[name], since), fill_value=False)
        for name in ("rise", "may_rise")
    )
    known = pc.and_(pc.is_valid(since), pc.is_valid(risen["has_level"]))
    told = pc.and_(known, pc.or_(rose, pc.invert(may_have)))
    return {
        col.RECOMMENDED_CYCLES: asked["recommended_cycles"],
        col.NOT_DECLINED_CYCLES: asked["not_declined_cycles"],
        col.RECOMMENDED_ON: days_of(asked["recommended_day"]),
        col.PROMOTED_SINCE: pc.if_else(told, rose, pa.scalar(None, pa.bool_())),
        **pointers(reviews, places.take(asked["answered"]), "recommended"),
        **pointers(reviews, places.take(asked["answered_first"]), "recommended_first"),
    }


def rises(roles: Frame, which: str) -> Frame:
    """One row per person with such a change (rise or may_rise): the day of the last."""
    found = roles.select(ORDER, col.PERSON, "start", which).filter(nw.col(which))
    return last_of_each(found).select(col.PERSON, **{which: "start"})
