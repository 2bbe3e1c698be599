"""The parts of Load data: what comes in, what was understood, what is in use."""

from collections.abc import Callable
from typing import Literal

import pandas as pd
import streamlit as st

from components.errors import TrajectoryError
from components.exports import template_workbook, two_sheet_template
from components.intake import Upload
from components.store import Version
from components.tables.problems import Severity
from components.tables.schema import TABLES
from components.ui import arrivals, caching
from components.ui.arrivals import Arrival
from components.ui.figures import show_table
from components.ui.matcher import matcher, needs_a_look, proposals, words_for
from components.ui.offer import XLSX
from components.ui.problem_cards import problem_cards
from components.ui.registry import page
from components.ui.text import safe

SIDE_BY_SIDE = 3
ENDINGS = ["xlsx", "xls", "ods", "csv", "tsv", "xlsb", "xlsm"]


def bring_files(label: str) -> None:
    """The place to drop files; new files are read at once, with progress."""
    settings = caching.settings()
    files = st.file_uploader(
        label,
        type=ENDINGS,
        accept_multiple_files=True,
        max_upload_size=settings.app.upload_limit_mb,
        key=f"files_{arrivals.uploader_round()}",
    )
    if files and arrivals.is_new(tuple(file.file_id for file in files)):
        uploads = [Upload(file.name, file.getvalue()) for file in files]
        _with_progress(lambda told: arrivals.arrive(uploads, told))
        st.rerun()


def offer_sample() -> None:
    """One click reads the invented company."""
    if st.button("Try it with the sample company", icon=":material/play_arrow:", key="sample"):
        _with_progress(arrivals.load_sample)
        st.switch_page(page("overview").file)


def offer_templates() -> None:
    """Empty workbooks with the headers that are always understood."""
    with st.container(horizontal=True, gap="small"):
        for label, name, make in (
            ("Template: reviews and role history", "two-sheets", two_sheet_template),
            ("Template: all tables", "all-tables", template_workbook),
        ):
            st.download_button(
                label,
                data=make,
                file_name=f"trajectory-template-{name}.xlsx",
                mime=XLSX,
                key=f"template_{name}",
                on_click="ignore",
                icon=":material/download:",
                type="tertiary",
            )


def show_columns(arrival: Arrival) -> None:
    """The column matcher of the chosen sheet."""
    sheets = arrival.opened.arrived.sheets
    found = sorted(arrival.reading.plans, key=lambda plan: not needs_a_look(plan))
    plans = {plan.sheet: plan for plan in found if plan.columns}
    if not plans:
        st.markdown("No column could be used yet; the questions beside say why.")
        return
    names = {number: name_of(sheets[number].file, sheets[number].name) for number in plans}
    matcher(arrival, plans[_sheet_chosen(names)])


def _sheet_chosen(names: dict[int, str]) -> int:
    """The sheet to show: side by side while they fit, else in a list."""
    numbers = list(names)
    if len(numbers) == 1:
        return numbers[0]
    if len(numbers) > SIDE_BY_SIDE:
        return int(st.selectbox("Sheet", numbers, format_func=names.__getitem__, key="sheet_list"))
    chosen = st.segmented_control(
        "Sheet",
        numbers,
        default=numbers[0],
        format_func=lambda number: safe(names[number]),
        label_visibility="collapsed",
        key="sheet_shown",
        required=True,
    )
    return int(chosen)


def show_problems(arrival: Arrival) -> None:
    """Problems of the files read, with the answers that can be given."""
    problems = arrival.reading.problems
    cells = sum(problem.count for problem in problems)
    found = f"{cells:,} cells or rows need a look" if cells else "Nothing needs a look"
    st.header(found, anchor=False)
    if cells:
        st.caption("They count as unknown, and stay listed, until you decide or change the file.")
        problem_cards(problems, arrival)
    else:
        st.caption("Every cell that is used could be read.")


def confirm_or_leave(arrival: Arrival) -> None:
    """The one primary button, and the way back."""
    asked = sum(p.severity is Severity.QUESTION for p in arrival.reading.problems)
    waiting = {plan.sheet: proposals(plan) for plan in arrival.reading.plans}
    columns = sum(len(proposed) for proposed in waiting.values())
    label = f"Go on without {counted(asked, 'answer')}" if asked else "Looks right"
    with st.container(horizontal=True, gap="small"):
        if columns:
            st.button(
                f"Confirm {counted(columns, 'column')}",
                type="primary",
                key="confirm_columns",
                on_click=arrivals.accept,
                args=(waiting,),
            )
        usable = arrival.reading.dataset.people_count > 0
        kind: Literal["primary", "secondary"] = "secondary" if columns else "primary"
        if st.button(label, type=kind, key="looks_right", disabled=not usable):
            arrivals.confirm(arrival)
            st.switch_page(page("overview").file)
        st.button("Start over", on_click=arrivals.start_over, key="start_over")


def head_of(arrival: Arrival) -> None:
    """What was read: people, ratings and what needs a look, and the sum of the rows."""
    reading = arrival.reading
    frames = reading.dataset.tables
    sheets = arrival.opened.arrived.sheets
    files = len({sheet.file for sheet in sheets})
    asked = sum(problem.severity is Severity.QUESTION for problem in reading.problems)
    columns = [match for match in reading.matches if match.field]
    st.title(
        f"{counted(files, 'file')} read: {reading.dataset.people_count:,} people and "
        f"{len(frames.get('reviews', ())):,} reviews",
        anchor=False,
    )
    rows = sum(sheet.rows for sheet in sheets)
    st.markdown(
        f"{rows:,} rows in {counted(len(sheets), 'sheet')}; {counted(len(columns), 'column')} "
        f"used, {counted(asked, 'question')} open. Nothing counts before you confirm it."
    )


def head_in_use(version: Version) -> None:
    """What every page works with now."""
    dataset = version.dataset
    files = sorted({sheet.file for sheet in dataset.sheets})
    st.title(f"{dataset.people_count:,} people are loaded", anchor=False)
    tables = ", ".join(
        f"{TABLES[name].label.lower()} {len(frame):,}"
        for name, frame in dataset.tables.items()
        if name in TABLES and len(frame)
    )
    st.markdown(safe(f"From {', '.join(files)}. Rows: {tables}."))
    st.caption(where_it_is_kept())


def show_matches(version: Version) -> None:
    """How the columns of the data in use were read."""
    matches = arrivals.matches_of(version)
    used = [match for match in matches if match.field]
    st.header(f"{len(used)} of {counted(len(matches), 'column')} are used", anchor=False)
    st.caption("A column without a match is left out, never guessed.")
    table = pd.DataFrame(
        {
            "Your column": [match.header for match in matches],
            "Used as": [words_for(match.table, match.field) for match in matches],
            "Because": [match.why for match in matches],
            "Sheet": [name_of(match.file, match.sheet) for match in matches],
        }
    )
    show_table(table, key="matches", alt="What each column of the files is used as, and why")


def show_known_problems(version: Version) -> None:
    """What could not be read in the data in use."""
    cells = sum(problem.count for problem in version.problems)
    if not cells:
        st.header("Every cell that is used could be read", anchor=False)
        return
    st.header(f"{counted(cells, 'cell')} could not be used as they stand", anchor=False)
    st.caption("They count as unknown on every page.")
    problem_cards(version.problems)


def offer_forgetting() -> None:
    """Delete what was loaded, after a second look."""
    with st.popover("Forget this data", icon=":material/delete:", key="forget"):
        st.markdown("This deletes what was loaded from this machine. Your own files stay.")
        st.button("Forget it now", on_click=arrivals.forget_data, key="forget_now")


def where_it_is_kept() -> str:
    """Whether the data outlives the app, in words."""
    if caching.store().versions.on_disk:
        return "What you load is kept on this machine until you forget it. Nothing is sent."
    return "What you load is kept in memory only and is gone when the app stops. Nothing is sent."


def counted(number: int, thing: str) -> str:
    """A number with its noun.

    >>> counted(1, "file"), counted(1200, "cell")
    ('1 file', '1,200 cells')
    """
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def name_of(file: str, sheet: str) -> str:
    """A sheet in words.

    >>> name_of("roles.csv", ""), name_of("all.xlsx", "Reviews")
    ('roles.csv', 'all.xlsx › Reviews')
    """
    return f"{file} › {sheet}" if sheet else file


def _with_progress(work: Callable[[Callable[[str, float], None]], object]) -> None:
    bar = st.progress(0.0, text="Opening the files")

    def told(said: str, share: float) -> None:
        bar.progress(min(max(share, 0.0), 1.0), text=safe(said))

    try:
        work(told)
    except TrajectoryError as stopped:
        st.error(safe(str(stopped)), icon=":material/error:")
        st.stop()
    finally:
        bar.empty()
