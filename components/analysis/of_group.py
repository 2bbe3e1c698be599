"""What holds for the whole group of a row, set beside the row."""

import narwhals as nw
from narwhals.typing import FrameT


def of_group(rows: FrameT, *keys: str, **values: nw.Expr) -> FrameT:
    """The rows with aggregates of their group as further columns; their order may change.

    keys: columns without missing values. values: aggregates by name. A window with a partition
    is not used: on Arrow it takes the order of a join for that of the rows and, with more than
    one batch of rows, now and then gives the value of another group.
    """
    return rows.join(rows.group_by(*keys).agg(**values), on=list(keys), how="left")
