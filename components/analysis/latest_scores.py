"""Each person's latest score on each competency: what grids and gaps are made of."""

import narwhals as nw
from narwhals.typing import FrameT

from components.analysis.of_group import of_group
from components.tables import columns as col

_READ = {
    col.REVIEW_DATE: nw.Date(),
    col.CYCLE: nw.String(),
    col.SELF: nw.Float64(),
    col.MANAGER: nw.Float64(),
}


def latest_scores(scores: FrameT) -> FrameT:
    """Each person's own and manager's score on each competency in the latest cycle.

    scores: rows of the competencies table as of the day; own and manager's score may stand in
    rows of their own. It does not depend on what is filtered: once a data version is enough.
    The latest cycle is the one reviewed last, by name where no day is known. A column that was
    not given counts as empty.
    """
    day = nw.col(col.REVIEW_DATE).cast(nw.String).fill_null("")
    spoken = nw.concat_str(day, nw.col(col.CYCLE).fill_null(""), separator=" ")
    told = _with_every_column(scores).with_columns(spoken=spoken)
    told = of_group(told, col.PERSON, col.COMPETENCY, newest=nw.col("spoken").max())
    return (
        told.filter(nw.col("spoken") == nw.col("newest"))
        .group_by(col.PERSON, col.COMPETENCY)
        .agg(nw.col(col.SELF).mean(), nw.col(col.MANAGER).mean())
    )


def _with_every_column(scores: FrameT) -> FrameT:
    given = scores.collect_schema().names()
    empty = [nw.lit(None, kind).alias(name) for name, kind in _READ.items() if name not in given]
    return scores.with_columns(*empty) if empty else scores
