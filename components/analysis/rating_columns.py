"""The latest rating of each person as columns of people, and the table of all ratings."""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, Columns, arrow_of
from components.analysis.cycles import NO_DAY
from components.analysis.day_numbers import days_of, months_ago, months_back
from components.analysis.words import pointers
from components.tables import columns as col
from components.tables.dataset import Dataset

RATER = (col.RATER_ID, col.RATER_SOURCE)
COMMENTED = "commented"
"""Whether anything was written beside a rating."""


def rating_columns(
    latest: Arrays, ratings: Arrays, reviews: Columns, *, as_of: date, months: int
) -> Arrays:
    """Columns of people, from their latest rating and from all ratings with their raters.

    Where the latest rating is older than so many months, it is shown with its age, and whether
    the person is a top performer is not known. Where no review has a day, it counts.
    """
    at = latest["rating_place"]
    dated = reviews.days(col.REVIEW_DATE).take(ratings["place"])
    undated = pc.equal(latest["day"], NO_DAY)
    day = pc.if_else(undated, pa.scalar(None, pa.int64()), latest["day"])
    fresh = pc.or_kleene(pc.less_equal(months_back(day, as_of), months), undated)
    top = pc.equal(latest["top"], 1)
    none = pa.scalar(None, pa.bool_())
    return {
        col.RATING: reviews.of(col.RATING, pa.float64()).take(at),
        col.RATING_LABEL: reviews.text(col.RATING_LABEL).take(at),
        col.CYCLE: reviews.text(col.CYCLE).take(at),
        col.REVIEW_DATE: days_of(reviews.days(col.REVIEW_DATE).take(at)),
        col.RATING_AGE_MONTHS: months_ago(day, as_of),
        col.TOP_PERFORMER: pc.if_else(pc.fill_null(fresh, fill_value=False), top, none),
        col.TOP_SINCE: days_of(dated.take(latest["top_at"])),
        col.TOP_CYCLES: latest["top_cycles"],
        col.RATED_CYCLES: latest["rated_cycles"],
        col.RATING_TREND: latest["rating_trend"],
        **{name: ratings[name].take(latest["rating_at"]) for name in RATER},
        **pointers(reviews, at, "rating"),
    }


def rating_table(ratings: Arrays, reviews: Columns, dataset: Dataset) -> Arrays:
    """One row per person and cycle."""
    at = ratings["place"]
    ids = arrow_of(dataset.persons[col.EMPLOYEE_ID])
    return {
        col.PERSON: ratings[col.PERSON].cast(pa.int32()),
        col.EMPLOYEE_ID: ids.take(ratings[col.PERSON]),
        col.CYCLE: reviews.text(col.CYCLE).take(at),
        "cycle_order": ratings["cycle"].cast(pa.int32()),
        col.REVIEW_DATE: days_of(reviews.days(col.REVIEW_DATE).take(at)),
        col.RATING: ratings["rating"],
        col.POTENTIAL: reviews.of(col.POTENTIAL, pa.float64()).take(at),
        col.GOAL_ATTAINMENT: reviews.of(col.GOAL_ATTAINMENT, pa.float64()).take(at),
        COMMENTED: pc.is_valid(reviews.text(col.COMMENT).take(at)),
        col.RATING_LABEL: reviews.text(col.RATING_LABEL).take(at),
        "top": pc.equal(ratings["top"], 1),
        **{name: ratings[name] for name in RATER},
        col.SHEET: reviews.of(col.SHEET, pa.int16()).take(at),
        col.ROW: reviews.of(col.ROW, pa.int32()).take(at),
    }
