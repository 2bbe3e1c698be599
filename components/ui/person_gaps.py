"""A person's competency scores beside what the role asks for."""

import narwhals as nw
import pandas as pd

from components.analysis.competency_grid import latest_scores
from components.charts.role_gaps import role_gaps
from components.settings.competencies import Framework
from components.tables import columns as col
from components.ui.counted_words import counted_words
from components.ui.empty import empty, switched_off
from components.ui.facts import Facts, missing
from components.ui.figures import show_figure
from components.ui.person_career import of_person
from components.ui.view import View

_SCORED = {
    col.CYCLE: "string[pyarrow]",
    col.REVIEW_DATE: "date32[pyarrow]",
    col.SELF: "double[pyarrow]",
    col.MANAGER: "double[pyarrow]",
}


def show_gaps(view: View, who: Facts) -> None:
    """The figure, or why there is none."""
    if not view.dataset.has("competencies", col.MANAGER):
        switched_off("Competencies", "No competency scores by managers were loaded.")
        return
    rows = gap_rows(view, who)
    if not rows["score"].notna().any():
        empty("No competency is rated", "No manager’s score is dated up to this day.", icon="rule")
        return
    framework = view.settings.competencies
    figure = role_gaps(
        rows, (framework.lowest, framework.highest), title=gaps_title(rows, who), asks=_asks(who)
    )
    show_figure(figure, "role_gaps")


def gap_rows(view: View, who: Facts) -> pd.DataFrame:
    """One row per competency: competency, score, target."""
    own = of_person(view.measures.competencies, who[col.PERSON])
    latest = latest_scores(nw.from_native(_with_all(own), eager_only=True)).to_native()
    scores = dict(zip(latest[col.COMPETENCY], latest[col.MANAGER], strict=True))
    framework = view.settings.competencies
    names = [*framework.names, *sorted(set(scores) - set(framework.names))]
    return pd.DataFrame(
        {
            "competency": names,
            "score": pd.array([scores.get(name) for name in names], dtype="Float64"),
            "target": pd.array([_target(framework, name, who) for name in names], dtype="Int64"),
        }
    )


def _with_all(own: pd.DataFrame) -> pd.DataFrame:
    """The rows with every column a score may have; what was not given is missing."""
    lacking = {
        name: pd.Series(pd.NA, index=own.index, dtype=dtype)
        for name, dtype in _SCORED.items()
        if name not in own.columns
    }
    return pd.concat([own, pd.DataFrame(lacking, index=own.index)], axis=1)


def gaps_title(rows: pd.DataFrame, who: Facts) -> str:
    """How many competencies stand below what the role asks for."""
    needed = rows["target"].notna() & rows["target"].gt(0) & rows["score"].notna()
    if not needed.any():
        return "Manager’s scores; nothing is set for this role"
    below = int((needed & rows["score"].lt(rows["target"] - 0.05)).sum())
    if not below:
        return f"What {_asks(who)} asks for is met where rated"
    return f"{counted_words(below, 'gap')} to what {_asks(who)} asks for"


def _asks(who: Facts) -> str:
    level = who[col.LEVEL]
    if missing(level):
        return "the role"
    return f"level {level}" if str(level).isdigit() else str(level)


def _target(framework: Framework, competency: str, who: Facts) -> int | None:
    level, track = who[col.LEVEL], who[col.TRACK]
    if missing(level) or missing(track):
        return None
    return framework.target(competency, level=str(level), track=str(track))
