"""A published table of counts as a network, and how far it pins down a hidden number.

Counts flow from the grand total through row totals and cells to column totals and back, so
rows and columns that add up are a network whose flow is conserved. How far a hidden number
could move without changing anything that is shown is a largest flow through the other hidden
numbers; for a two-way table that bound is exact (what a linear solver would find).
"""

from collections import deque
from dataclasses import dataclass

LEAST = 1
"""A hidden number is known to be at least this: empty cells are always shown."""


@dataclass(slots=True)
class Entry:
    """One number of the table: a cell or a total, as an arc between two nodes.

    rank: 0 for cells, 1 for row and column totals, 2 for the grand total; what is hidden in
    addition is hidden in this order.
    """

    start: int
    end: int
    people: int
    rank: int
    hidden: bool = False

    @property
    def spare(self) -> int:
        """How far the number could sink before it would have to be an empty cell."""
        return max(self.people - LEAST, 0)


def is_safe(entry: int, entries: list[Entry], limit: int) -> bool:
    """Whether the shown numbers leave a hidden one a range at least `limit` wide."""
    tested = entries[entry]
    hidden = [other for at, other in enumerate(entries) if other.hidden and at != entry]
    up = _flow(hidden, tested.end, tested.start, limit)
    if up >= limit:
        return True
    down = min(_flow(hidden, tested.start, tested.end, limit - up), tested.spare)
    return up + down >= limit


def _flow(arcs: list[Entry], source: int, sink: int, enough: int) -> int:
    """The largest change that can run from source to sink, counted no further than enough."""
    left = {at: arc.spare for at, arc in enumerate(arcs)}
    at_node: dict[int, list[tuple[int, int, bool]]] = {}
    for at, arc in enumerate(arcs):
        at_node.setdefault(arc.start, []).append((at, arc.end, True))
        at_node.setdefault(arc.end, []).append((at, arc.start, False))
    flow = 0
    while flow < enough:
        path = _path(at_node, left, source, sink)
        if path is None:
            break
        step = min([enough - flow, *(left[at] for at, up in path if not up)])
        for at, up in path:
            left[at] += step if up else -step
        flow += step
    return flow


def _path(
    at_node: dict[int, list[tuple[int, int, bool]]], left: dict[int, int], source: int, sink: int
) -> list[tuple[int, bool]] | None:
    """The shortest way along hidden numbers that may still rise or sink."""
    came: dict[int, tuple[int, int, bool] | None] = {source: None}
    queue = deque([source])
    while queue and sink not in came:
        node = queue.popleft()
        for at, other, up in at_node.get(node, ()):
            if other not in came and (up or left[at]):
                came[other] = (node, at, up)
                queue.append(other)
    return _walked(came, sink) if sink in came else None


def _walked(came: dict[int, tuple[int, int, bool] | None], sink: int) -> list[tuple[int, bool]]:
    path = []
    step = came[sink]
    while step is not None:
        node, at, up = step
        path.append((at, up))
        step = came[node]
    return path
