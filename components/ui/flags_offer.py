"""The flags as a workbook: everybody shown, every rule, every answer, with its cells."""

from collections.abc import Mapping

import pandas as pd

from components.exports.row_views import as_row_view
from components.signals import NO_CONCERN, evidence, rule
from components.tables import columns as col
from components.ui.evidence_cells import cell_words
from components.ui.facts import facts_of
from components.ui.follow_up.overrides import override_words
from components.ui.offer import Offer
from components.ui.standing import Standing
from components.ui.view import View

_WHO = (col.NAME, col.JOB_TITLE, col.LEVEL, col.DEPARTMENT, col.REGION, col.MANAGER_NAME)


def flags_offer(view: View, answers: Standing) -> Offer:
    """What Flight risk offers to take away."""
    return Offer("flags", "Flags, notices and what can’t be told", lambda: sheets(view, answers))


def sheets(view: View, answers: Standing) -> Mapping[str, pd.DataFrame]:
    """A sheet for flags, one for notices, one for what the rules can't tell."""
    parts = {"Flags": answers.flags, "Notices": answers.notices, "Can't tell": answers.unknown}
    if len(answers.no_concern):
        parts["No concern"] = answers.no_concern
    return {name: flag_rows(view, rows) for name, rows in parts.items()}


def flag_rows(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of the flags with who it is about, the rule in words and the cells."""
    who = view.people[[col.PERSON, *_WHO]]
    facts = facts_of(rows)
    cells = pd.Series(
        ["; ".join(map(cell_words, evidence(flag, view.dataset))) for flag in facts],
        index=rows.index,
        dtype="str",
    )
    labels = {key: rule(key).label for key in rows[col.RULE].unique()}
    aside = pd.Series(
        [override_words(view, flag) if flag[col.STATE] == NO_CONCERN else "" for flag in facts],
        index=rows.index,
        dtype="str",
    )
    told = rows.assign(**{col.RULE: rows[col.RULE].map(labels), "cells": cells})
    told = told.assign(**{col.REASON: (told[col.REASON] + " " + aside).str.strip()})
    shown = [col.PERSON, col.EMPLOYEE_ID, col.RULE, col.KIND, col.STATE, col.SINCE, col.REASON]
    joined = told[[*shown, col.MISSING, "cells"]].merge(who, on=col.PERSON, how="left")
    order = [col.EMPLOYEE_ID, *_WHO, *shown[2:], col.MISSING, "cells"]
    return as_row_view(joined[order], where="Flags")
