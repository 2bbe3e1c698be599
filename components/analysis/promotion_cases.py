"""Steps that were refused, and promotions that were recommended."""

from datetime import date

import narwhals as nw
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, Columns, in_sequence, kept
from components.analysis.day_numbers import begun_until, day_number, days_of, with_month_and_day
from components.analysis.dense import by_person, missing, numbers
from components.analysis.in_order import Frame, last_of_each
from components.analysis.review_rows import PLACES_BELOW
from components.analysis.role_rows import DAYS_BELOW
from components.analysis.words import pointers
from components.tables import columns as col
from components.tables.dataset import Dataset

KINDS = ("internal application", "promotion")
MONTHS_SINCE_REJECTION = "months_since_rejection"


def rejections(dataset: Dataset, as_of: date) -> Arrays:
    """For each person the latest refused application or promotion: day, months since, where.

    The day is that of the decision, else of the end, else of the event. Months are counted up,
    so that "within 6 months" means on or after the same day six months earlier.
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
    found = by_person(last, dataset.people_count)
    frame = with_month_and_day(numbers({"on": found["day"]}), "on")
    return {
        col.REJECTED_ON: days_of(found["day"]),
        MONTHS_SINCE_REJECTION: frame.select(m=begun_until("on", as_of)).to_arrow()["m"],
        **pointers(cases, found["place"], "rejected"),
    }


def promotion_columns(
    recommended: Frame | None, rises: Frame | None, reviews: Columns, people: int
) -> Arrays:
    """Cycles recommended, and whether a promotion followed the first of the cycles asked for."""
    names = ("recommended_cycles", "not_declined_cycles", "recommended_from", "recommended_place")
    found = {name: missing(people, pa.int64()) for name in names}
    if recommended is not None:
        found = by_person(recommended.select(col.PERSON, *names), people)
    risen = missing(people, pa.int64())
    known = missing(people, pa.int64())
    if rises is not None:
        last = by_person(rises, people)
        risen, known = last["rise_start"], last["has_role"]
    after = pc.fill_null(pc.greater(risen, found["recommended_from"]), fill_value=False)
    asked = pc.and_(pc.is_valid(found["recommended_from"]), pc.is_valid(known))
    return {
        col.RECOMMENDED_CYCLES: found["recommended_cycles"],
        "not_declined_cycles": found["not_declined_cycles"],
        col.PROMOTED_SINCE: pc.if_else(asked, after, pa.scalar(None, pa.bool_())),
        **pointers(reviews, found["recommended_place"], "recommended"),
    }


def rises(roles: Frame) -> Frame:
    """One row per person with a role: `rise_start`, the last promotion, and `has_role`."""
    risen = last_of_each(roles.filter(nw.col("rise"))).select(col.PERSON, rise_start="start")
    people = last_of_each(roles).select(col.PERSON, has_role=nw.col("first") * 0 + 1)
    return people.join(risen, on=col.PERSON, how="left")
