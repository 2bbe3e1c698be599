"""A page of its own for measuring: the frame, its head, three charts and a table."""

from time import process_time

from components.access import hide_small
from components.charts import Figure, headcount
from components.tables import columns as col
from components.ui import open_page, session
from components.ui.figures import show_figure, show_table
from components.ui.frame import page_frame
from components.ui.heading import head
from components.ui.view import View

ROWS = 50


def groups(view: View, by: str) -> Figure:
    """How many people there are by one of their attributes."""
    counts = view.people[by].fillna("not known").value_counts().sort_index().reset_index()
    counts.columns = ["label", "people"]
    limit = view.settings.app.min_group
    return headcount(hide_small(counts, "label", None, count="people", limit=limit), of=by)


def show() -> None:
    """What a page shows."""
    view = open_page("overview")
    head(view, "Three charts and a table", f"{len(view.people):,} people")
    for by in (col.REGION, col.LEVEL, col.DEPARTMENT):
        show_figure(groups(view, by), by)
    rows = view.people[[col.EMPLOYEE_ID, col.DEPARTMENT, col.LEVEL, col.MONTHS_IN_SCOPE]]
    show_table(rows.head(ROWS), key="rows", alt="The first people")


started = process_time()
with page_frame():
    show()
session.remember("frame_cpu_milliseconds", (process_time() - started) * 1000)
