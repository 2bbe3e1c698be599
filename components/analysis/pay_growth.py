"""Pay growth of each person over two years, beside the median of those at the same level.

Only where pay was given and allowed. Growth is unknown without pay in one currency at both ends;
the median is unknown where fewer than `FEWEST` people of the level have a known growth.
"""

from datetime import date

import narwhals as nw
import pyarrow as pa
import pyarrow.compute as pc
from narwhals.typing import FrameT

from components.analysis.arrow import Arrays, Columns, coded, in_sequence, kept
from components.analysis.day_numbers import day_number, days_of
from components.analysis.dense import by_person, collected, numbers
from components.analysis.in_order import last_of_each
from components.analysis.review_rows import PLACES_BELOW
from components.analysis.role_rows import DAYS_BELOW, spelling_codes
from components.analysis.words import pointers
from components.tables import columns as col
from components.tables.dataset import Dataset

MONTHS = 24
FEWEST = 5


def pay_growth(dataset: Dataset, as_of: date, standing: Arrays) -> Arrays:
    """Growth in percent, the median of the level, and where the newest pay stands.

    `standing` holds by person the level (a label), and whether the person is active.
    """
    pay = Columns(dataset.tables.get("pay"))
    people = dataset.people_count
    now = _paid(pay, day_number(as_of), people)
    then = _paid(pay, day_number(_months_before(as_of)), people)
    grown = _growth(now, then)
    level = coded(standing["level"], spelling_codes)
    rows = numbers(
        {
            col.PERSON: pa.chunked_array([pa.array(range(people), pa.int64())]),
            "level": level,
            "grown": grown,
            "counts": standing["active"],
        }
    )
    median = by_person(medians(rows), people)["median"]
    return {
        col.PAY_GROWTH: grown,
        col.PAY_SINCE: days_of(pay.days(col.EFFECTIVE_DATE).take(now["place"])),
        col.PAY_GROWTH_OF_LEVEL: median,
        **pointers(pay, now["place"], "pay"),
        **pointers(pay, then["place"], "pay_before"),
    }


def medians(rows: FrameT) -> FrameT:
    """For each person the median growth of active people at the same level.

    rows: person, level (a code), grown (percent), counts (whether the person is one of them).
    """
    known = rows.filter(nw.col("counts"), ~nw.col("level").is_null(), ~nw.col("grown").is_null())
    of_level = known.group_by("level").agg(
        median=nw.col("grown").median(), people=nw.col("grown").count()
    )
    enough = of_level.filter(nw.col("people") >= FEWEST).select("level", "median")
    return rows.select(col.PERSON, "level").join(enough, on="level", how="inner").drop("level")


def _paid(pay: Columns, day: int, people: int) -> Arrays:
    """For each person the newest pay on or before the day: amount, currency, place."""
    columns = {
        col.PERSON: pay.number(col.PERSON),
        "from": pay.days(col.EFFECTIVE_DATE),
        "place": pay.places(),
        "later": pc.subtract(PLACES_BELOW - 1, pay.places()),
    }
    amount = pay.of(col.AMOUNT, pa.float64())
    told = pc.and_(pc.less_equal(columns["from"], day), pc.greater(amount, 0))
    rows = kept(columns, pc.fill_null(pc.and_(told, pc.is_valid(columns[col.PERSON])), False))
    rows = in_sequence(rows, ("from", DAYS_BELOW), ("later", PLACES_BELOW))
    rows = in_sequence(rows, (col.PERSON, people + 1))
    last = collected(last_of_each(numbers(rows)).select(col.PERSON, "place"))
    place = by_person(nw.from_native(last, eager_only=True), people)["place"]
    currency = coded(pc.fill_null(pay.text(col.CURRENCY), ""), spelling_codes)
    return {"place": place, "amount": amount.take(place), "currency": currency.take(place)}


def _growth(now: Arrays, then: Arrays) -> pa.ChunkedArray:
    same = pc.fill_null(pc.equal(now["currency"], then["currency"]), False)
    ratio = pc.subtract(pc.divide(now["amount"], then["amount"]), 1.0)
    return pc.if_else(same, pc.multiply(ratio, 100.0), pa.scalar(None, pa.float64()))


def _months_before(day: date) -> date:
    """The same day two years earlier; 29 February becomes the 28th."""
    years = MONTHS // 12
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
