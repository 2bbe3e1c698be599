"""The rating scale of a column: one that is known, or the labels put in order by hand."""

from collections.abc import Sequence

import streamlit as st

from components.intake import Answers
from components.intake.scales import Label, labels_of, proposed_scale
from components.settings import RatingLabel, RatingScale, Settings
from components.ui import arrivals, session
from components.ui.asked.asked import Asked
from components.ui.asked.orders import Labelled, Taken, order_wizard
from components.ui.text import plain, safe

OWN = ""
NOTHING = ""
MOST_LABELS = 60
"""More different labels than these are no ratings."""


def rating_scale(asked: Asked) -> None:
    """Choose a known scale that holds every label, or give each label its step."""
    _scale(asked, asked.settings.ratings.default_scale.values, within=None)


def score_scale(asked: Asked) -> None:
    """The same for scores: each label is one of the scores of the competencies."""
    framework = asked.settings.competencies
    steps = tuple(range(framework.lowest, framework.highest + 1))
    _scale(asked, steps, within=frozenset(steps))


def _scale(asked: Asked, steps: Sequence[int], *, within: frozenset[int] | None) -> None:
    labels = _labels(asked)
    if len(labels) > MOST_LABELS:
        st.caption(
            f"The column holds {len(labels):,} different values: hardly a rating. Leave it out "
            "in the table of columns."
        )
        return
    held = _held(labels, asked.settings, within)
    key = f"{asked.key}_scale"
    if held:
        ratings = asked.settings.ratings.scales
        st.selectbox(
            "Scale of this column",
            [*held, OWN],
            format_func=lambda name: plain(ratings[name].name if name else "Another: give steps"),
            key=key,
        )
    chosen = session.recall(key, held[0] if held else OWN)
    if chosen:
        st.button(
            "Use this scale",
            key=f"{asked.key}_use",
            on_click=arrivals.answer,
            args=(asked.column_said(scale=chosen),),
        )
        return
    _by_hand(asked, labels, steps)


def _by_hand(asked: Asked, labels: Sequence[Label], steps: Sequence[int]) -> None:
    proposal = proposed_scale([label.text for label in labels], asked.settings)
    scale = proposal.scale if proposal else None
    if proposal:
        st.caption(safe(f"Proposed: {proposal.why}"))
    order_wizard(
        asked.key,
        [_labelled(label, scale) for label in labels],
        lambda taken: arrivals.answer(_answered(asked, taken)),
        steps=_steps(steps, len(labels), scale),
        tops=True,
    )


def _labelled(label: Label, scale: RatingScale | None) -> Labelled:
    step = scale.label_of(label.text) if scale else None
    return Labelled(label.text, label.count, step.value if step else None, bool(step and step.top))


def _steps(usual: Sequence[int], labels: int, scale: RatingScale | None) -> list[int]:
    """The numbers to choose from: the usual ones, those proposed, enough for all labels."""
    proposed = scale.values if scale else ()
    return sorted({*usual, *proposed, *range(1, labels + 1)})


def _held(
    labels: Sequence[Label], settings: Settings, within: frozenset[int] | None
) -> tuple[str, ...]:
    """Known scales that hold every label, and stay within the scores where there are any."""
    keys = settings.ratings.holding([label.text for label in labels])
    scales = settings.ratings.scales
    return tuple(key for key in keys if within is None or within >= {*scales[key].values})


def _answered(asked: Asked, taken: Taken) -> Answers:
    """A scale of its own for the column; labels of one step are spellings of the first."""
    top = max(step for _, step, _ in taken)
    marked = {step for _, step, is_top in taken if is_top} or {top}
    found: dict[int, list[str]] = {}
    for label, step, _ in taken:
        found.setdefault(step, []).append(label)
    steps = [
        RatingLabel(value=step, label=texts[0], spellings=tuple(texts[1:]), top=step in marked)
        for step, texts in sorted(found.items())
    ]
    name = f"{steps[0].label} to {steps[-1].label}"
    return _on(asked, RatingScale(name=name, labels=tuple(steps)))


def _on(asked: Asked, scale: RatingScale) -> Answers:
    key = asked.header.casefold()
    said = asked.said.with_scale(key, scale)
    return said.with_format(asked.sheet, asked.header, scale=key)


def rating_label(asked: Asked) -> None:
    """One label that the column's scale lacks: which of its steps it is, or nothing."""
    scale = _spoken(asked)
    key = f"{asked.key}_step"
    options = [*(step.label for step in scale.labels), NOTHING]
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.selectbox(
            f"“{safe(asked.problem.value)}” means",
            options,
            index=None,
            format_func=lambda label: plain(label or "nothing: there is no rating"),
            key=key,
        )

        def take() -> None:
            chosen = session.recall(key)
            if chosen is not None:
                arrivals.answer(_spelled(asked, scale, chosen))

        st.button("Use it", key=f"{asked.key}_use", on_click=take)


def _spelled(asked: Asked, scale: RatingScale, step: str) -> Answers:
    word = asked.problem.value
    if step == NOTHING:
        before = asked.said.about(asked.sheet).formats.get(asked.header)
        return asked.column_said(blanks=(*(before.blanks if before else ()), word))
    labels = tuple(
        one.model_copy(update={"spellings": (*one.spellings, word)}) if one.label == step else one
        for one in scale.labels
    )
    return _on(asked, RatingScale(name=scale.name, labels=labels))


def _spoken(asked: Asked) -> RatingScale:
    """The scale on which the column's other labels are."""
    ratings = asked.settings.ratings
    said = asked.said.about(asked.sheet).formats.get(asked.header)
    if said and said.scale in ratings.scales:
        return ratings.scales[said.scale]
    return ratings.spoken_by([label.text for label in _labels(asked)])


def _labels(asked: Asked) -> tuple[Label, ...]:
    column = asked.column
    if column is None:
        return ()
    return labels_of(asked.sheet, asked.plan, column, asked.settings)
