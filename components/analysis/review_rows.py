"""Manager reviews in whole numbers, by person and cycle."""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, Columns, in_sequence, kept
from components.analysis.cycles import with_cycles
from components.analysis.day_numbers import day_number
from components.analysis.role_rows import DAYS_BELOW
from components.settings import RatingScales
from components.tables import columns as col
from components.tables.dataset import Dataset

PLACES_BELOW = 2**31
CYCLES_BELOW = 2**20
TOP = "top"


def review_rows(dataset: Dataset, as_of: date, ratings: RatingScales) -> Arrays:
    """Reviews by managers seen on the day: in each cycle the newest comes last, then the first.

    Columns: person, cycle, day, dated, rating, top (1, 0 or missing), recommended, place.
    """
    reviews = Columns(dataset.tables.get("reviews"))
    columns = with_cycles(reviews) | {
        col.PERSON: reviews.number(col.PERSON),
        "rating": reviews.of(col.RATING, pa.float64()),
        "recommended": reviews.number(col.PROMOTION_RECOMMENDED),
        "place": reviews.places(),
    }
    columns |= {"top": _top(reviews, columns["rating"], ratings)}
    by_manager = pc.equal(pc.fill_null(reviews.text(col.RELATION), "manager"), "manager")
    seen = pc.and_(by_manager, pc.less_equal(columns["day"], day_number(as_of)))
    columns = kept(columns, pc.and_(seen, pc.is_valid(columns[col.PERSON])))
    columns["later"] = pc.subtract(PLACES_BELOW - 1, columns["place"])
    keys = [(col.PERSON, dataset.people_count + 1), ("cycle", CYCLES_BELOW)]
    return _by_cycle(columns, keys)


def _by_cycle(columns: Arrays, keys: list[tuple[str, int]]) -> Arrays:
    """Sorted twice, because person, cycle, day and place do not fit one whole number."""
    newest_last = in_sequence(columns, ("day", DAYS_BELOW), ("later", PLACES_BELOW))
    return in_sequence(newest_last, *keys)


def _top(reviews: Columns, rating: pa.ChunkedArray, ratings: RatingScales) -> pa.ChunkedArray:
    if reviews.given(TOP):
        return reviews.number(TOP)
    tops = pa.array([float(value) for value in ratings.default_scale.top_values])
    return pc.if_else(pc.is_valid(rating), pc.is_in(rating, tops).cast(pa.int64()), None)
