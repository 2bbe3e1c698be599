"""Calibration sessions drawn by chance: how often somebody is marked, and how often rightly."""

from statistics import fmean

import numpy as np
import pandas as pd
import pytest

from components.calibration.comparison import compare
from tests.calibration.sessions import MIXES, session
from tests.proofs.table import ProofTable

QUICK, FULL = 120, 4_000
FIVE_POINTS = "3/12/45/30/10"


def marked(people: pd.DataFrame, mix: str) -> dict[str, str]:
    """The managers who are marked, and how."""
    found = compare(people, "rater_id", ratings=range(1, len(MIXES[mix]) + 1))
    rows = found.rows.dropna(subset="marked")
    return dict(zip(rows["group"], rows["marked"], strict=True))


def alarms(mix: str, times: int) -> float:
    """The share of sessions in which anybody is marked although all rate alike."""
    chance = np.random.default_rng(20_260_630)
    return fmean(bool(marked(session(chance, mix), mix)) for _ in range(times))


def power(times: int) -> float:
    """The share of sessions in which one manager, a full step too generous, is marked higher."""
    chance = np.random.default_rng(7)
    drawn = (session(chance, FIVE_POINTS, generous=15) for _ in range(times))
    return fmean(marked(one, FIVE_POINTS).get("m00") == "higher" for one in drawn)


@pytest.mark.parametrize("mix", MIXES)
def test_where_all_rate_alike_few_screens_mark_anybody(mix: str) -> None:
    assert alarms(mix, QUICK) <= 0.15


def test_a_full_step_too_generous_is_mostly_seen() -> None:
    assert power(QUICK) >= 0.7


@pytest.mark.prove
def test_four_thousand_sessions_of_each_mix(proved: ProofTable) -> None:
    met = [
        proved.add(
            "Raters", f"30 managers alike, {mix}: sessions that mark anybody",
            100 * alarms(mix, FULL), unit="%", goal=("at most", 10),
        )
        for mix in MIXES
    ]  # fmt: skip
    met.append(
        proved.add(
            "Raters", "One manager of 15 people a full step too generous: marked",
            100 * power(FULL), unit="%", goal=("at least", 80),
        )
    )  # fmt: skip
    assert all(met)
