"""The Aalen–Johansen estimator beside another library, with ties, and at its edges."""

import json

import numpy as np
import pytest

from components.analysis.incidence import Stays, cumulative_incidence
from tests.reference import aalen_johansen as reference

FIGURES = json.loads(reference.WHERE.read_text())["figures"]


def stays(entry, exit, cause):  # noqa: A002
    return Stays(np.asarray(entry, float), np.asarray(exit, float), np.asarray(cause))


@pytest.mark.parametrize("name", FIGURES)
def test_untied_data_give_the_figures_of_the_reference(name):
    size, cause = name.split()
    found = cumulative_incidence(stays(**reference.stays(reference.SIZES[size])), int(cause))
    expected = FIGURES[name]
    assert found.times.tolist() == pytest.approx(expected["times"], abs=1e-12)
    assert found.at_risk.tolist() == expected["at_risk"]
    for what in ("incidence", "variance", "low", "high"):
        known = [n for n, value in enumerate(expected[what]) if value is not None]
        assert len(known) > 3
        values = [getattr(found, what)[n] for n in known]
        assert values == pytest.approx([expected[what][n] for n in known], abs=1e-9), what


def test_the_shares_of_all_causes_and_of_those_still_here_make_one():
    some = stays(**reference.stays(300))
    ended = sum(cumulative_incidence(some, cause).incidence[-1] for cause in (1, 2, 3))
    here = np.prod(1 - some.ended_at_all / some.at_risk)
    assert ended + here == pytest.approx(1.0, abs=1e-12)


def test_tied_ends_are_counted_at_once_whatever_their_order():
    one = stays([0] * 6, [3, 3, 3, 5, 5, 8], [1, 2, 1, 1, 0, 2])
    other = stays([0] * 6, [8, 5, 3, 3, 5, 3], [2, 0, 1, 1, 1, 2])
    first, second = cumulative_incidence(one, 1), cumulative_incidence(other, 1)
    assert first.incidence.tolist() == second.incidence.tolist()
    assert first.incidence.tolist() == pytest.approx([2 / 6, 2 / 6 + (3 / 6) * (1 / 3), 0.5])


def test_somebody_who_came_later_was_not_at_risk_before():
    late = stays([0, 0, 4], [2, 5, 6], [1, 1, 0])
    assert late.at_risk.tolist() == [2, 2]
    assert cumulative_incidence(late, 1).incidence.tolist() == pytest.approx([0.5, 0.75])


def test_somebody_who_left_on_the_day_they_came_was_never_at_risk():
    found = cumulative_incidence(stays([0, 2, 3], [2, 2, 3], [1, 1, 0]), 1)
    assert (found.stays, found.incidence.tolist()) == (1, [1.0])


def test_competing_ends_are_not_taken_for_censoring():
    """Taking them for censoring gives 0.75 here; the share who left this way is 0.5."""
    found = cumulative_incidence(stays([0] * 4, [1, 2, 3, 4], [1, 2, 1, 2]), 1)
    assert found.incidence[-1] == pytest.approx(0.5)


def test_nobody_gives_an_empty_curve():
    found = cumulative_incidence(stays([], [], np.array([], np.int64)), 1)
    assert (len(found.times), found.stays, found.is_shown) == (0, 0, False)


@pytest.mark.parametrize(("people", "shown"), [(19, False), (20, True)])
def test_a_curve_is_shown_from_twenty_at_risk(people, shown):
    exits = np.arange(1.0, people + 1)
    assert cumulative_incidence(stays([0] * people, exits, [1] * people), 1).is_shown is shown


@pytest.mark.parametrize(("events", "shown"), [(4, False), (5, True)])
def test_a_curve_is_shown_from_five_events(events, shown):
    causes = [1] * events + [0] * (30 - events)
    assert cumulative_incidence(stays([0] * 30, range(1, 31), causes), 1).is_shown is shown
