"""Ratings by managers: one for each person and cycle, the latest, the trend, the recommended."""

import narwhals as nw

from components.analysis.in_order import (
    ORDER,
    Frame,
    before,
    in_order,
    last_of_each,
    packed,
    unpacked,
    with_first,
)
from components.tables import columns as col


def usable(reviews: Frame) -> Frame:
    """One rating for each person and cycle: the newest review, of one day the first row."""
    return last_of_each(reviews.filter(~nw.col("rating").is_null()), col.PERSON, "cycle")


def latest(ratings: Frame) -> Frame:
    """One row per rated person: latest rating, cycles rated, cycles top in a row, the trend.

    `rating_at` and `top_at` are the numbers, from 0, of the rows in the frame that hold the
    latest rating and the first of the latest top ratings in a row.
    """
    ratings = _numbered(ratings)
    is_top = (nw.col("top") == 1).fill_null(value=False)
    ratings = ratings.with_columns(
        broken=nw.when(is_top).then(nw.col("first") - 1).otherwise(nw.col(ORDER))
    )
    ratings = in_order(ratings, broken=nw.col("broken").cum_max(), previous=before("rating"))
    newest = last_of_each(ratings)
    rated = nw.col(ORDER) - nw.col("first") + 1
    trend = nw.when(rated > 1).then(nw.col("rating") - nw.col("previous"))
    return newest.select(
        col.PERSON,
        "day",
        "dated",
        "top",
        rating_place="place",
        rating_at=nw.col(ORDER) - 1,
        top_at=nw.when(is_top).then(nw.col("broken")),
        rating_trend=trend,
        rated_cycles=rated,
        top_cycles=nw.col(ORDER) - nw.col("broken"),
    )


def recommended(reviews: Frame, cycles: int) -> Frame:
    """One row per person: how many latest cycles in a row recommended a promotion.

    `not_declined_cycles` counts latest cycles in a row that do not say no, answered or not;
    `recommended_day` is the day of the latest of them, `recommended_from` that of the earliest
    of the so many latest cycles; `answered` and `answered_first` are the orders of the answers
    that recommend in these.
    """
    reviews = with_first(reviews, col.PERSON, "cycle").with_columns(
        answer=packed("recommended"),
        answered=nw.when(~nw.col("recommended").is_null()).then(nw.col(ORDER)).otherwise(-1),
    )
    reviews = in_order(
        reviews, answer=nw.col("answer").cum_max(), answered=nw.col("answered").cum_max()
    )
    rows = last_of_each(reviews, col.PERSON, "cycle").with_columns(answer=unpacked("answer"))
    rows = _streaks(_numbered(rows), cycles)
    enough, streak = nw.col("cycles_seen") >= cycles, nw.col("streak")
    return rows.select(
        col.PERSON,
        answered=nw.when(streak > 0).then(nw.col("answered")),
        answered_first=nw.when(streak >= cycles).then(nw.col("earliest_answer")),
        recommended_day=nw.when(streak > 0).then(nw.col("day")),
        recommended_from=nw.when(enough).then(nw.col("earliest")),
        recommended_cycles=streak,
        not_declined_cycles=nw.col(ORDER) - nw.col("no"),
    )


def _streaks(rows: Frame, cycles: int) -> Frame:
    """Each person's last cycle, and the numbers of the last that say no, or do not say yes."""
    yes = (nw.col("answer") == 1).fill_null(value=False)
    no = (nw.col("answer") == 0).fill_null(value=False)
    before_first = nw.col("first") - 1
    rows = rows.with_columns(
        not_yes=nw.when(yes).then(before_first).otherwise(nw.col(ORDER)),
        no=nw.when(no).then(nw.col(ORDER)).otherwise(before_first),
        cycles_seen=nw.col(ORDER) - before_first,
    )
    rows = in_order(
        rows,
        not_yes=nw.col("not_yes").cum_max(),
        no=nw.col("no").cum_max(),
        earliest=nw.col("day").shift(cycles - 1),
        earliest_answer=nw.col("answered").shift(cycles - 1),
    )
    return last_of_each(rows).with_columns(streak=nw.col(ORDER) - nw.col("not_yes"))


def _numbered(rows: Frame) -> Frame:
    """Number the rows anew without gaps, and add the number of each person's first."""
    rows = in_order(rows.with_columns(one=nw.col(ORDER) * 0 + 1), one=nw.col("one").cum_sum())
    return with_first(rows.with_columns(**{ORDER: nw.col("one")}))
