"""What could have been known on a day of the past, and what came after it."""

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest

from components.analysis import measure
from components.signals import limits_of, rule
from components.signals.backtest import answers, look_back, track_record, what_if
from components.signals.backtest.person_dates import Ahead, Answer
from tests.analysis.build import SETTINGS, dataset, person, review, role
from tests.signals.backtest import worlds

NOW = date(2026, 6, 30)
ROLES = [role(n, "2019-01-01", "A", level="3", job_family="F") for n in "12"]


def past(people, roles=ROLES, **tables):
    data = dataset(people=people, roles=roles, **tables)
    return look_back(data, measure(data, NOW, SETTINGS), SETTINGS)


def newest(people, **tables):
    """What came after the newest day for each person that was judged on it."""
    found = past(people, **tables)
    moment = found.moments[0]
    ids = sorted({row["employee_id"] for row in ROLES})
    ahead = dict(zip(moment.person.tolist(), moment.ahead.tolist(), strict=True))
    return moment, {ids[n]: Ahead(code).name for n, code in ahead.items()}


def left(day, kind="voluntary", **more):
    return person("1", exit_date=day, exit_kind=kind, **more)


def test_days_lie_a_follow_up_apart_and_end_a_follow_up_before_the_last():
    found = past([left("2026-01-31", notice_date="2026-01-01")])
    days = [moment.day for moment in found.moments]
    assert days[0] == NOW - timedelta(days=365)
    assert {(a - b).days for a, b in pairwise(days)} == {365}
    assert len(days) == SETTINGS.backtest.dates


def test_without_notices_the_newest_day_lies_a_notice_earlier():
    assert past([left("2026-01-31")]).moments[0].day == NOW - timedelta(days=395)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("voluntary", "LEFT_BY_CHOICE"),
        ("involuntary", "LEFT_OTHERWISE"),
        ("retirement", "LEFT_OTHERWISE"),
        ("unknown", "LEFT_UNSAID"),
        (None, "LEFT_UNSAID"),
    ],
)
def test_only_a_voluntary_exit_is_one_and_an_unsaid_kind_stays_unsaid(kind, expected):
    _, ahead = newest([person("1", exit_date="2025-12-31", exit_kind=kind)])
    assert ahead == {"1": expected, "2": "STAYED"}


def test_an_exit_counts_by_the_day_of_notice():
    """Notice within the year, last day after it: left. Notice before: not judged at all."""
    _, ahead = newest([left("2026-06-30", notice_date="2026-06-30")])
    assert ahead["1"] == "LEFT_BY_CHOICE"
    moment, ahead = newest([left("2025-09-30", notice_date="2025-06-30")])
    assert (moment.in_notice, ahead) == (1, {"2": "STAYED"})
    moment, ahead = newest([left("2025-09-30", notice_date="2025-07-01")])
    assert (moment.in_notice, ahead["1"]) == (0, "LEFT_BY_CHOICE")


def test_where_no_notice_is_known_it_is_taken_a_month_before_the_last_day():
    day = NOW - timedelta(days=395)
    moment, ahead = newest([left((day + timedelta(days=30)).isoformat())])
    assert (moment.in_notice, "1" in ahead) == (1, False)
    _, ahead = newest([left((day + timedelta(days=31)).isoformat())])
    assert ahead["1"] == "LEFT_BY_CHOICE"
    _, ahead = newest([left((day + timedelta(days=395)).isoformat())])
    assert ahead["1"] == "LEFT_BY_CHOICE"


def test_somebody_who_left_on_a_day_nobody_knows_is_not_judged():
    moment, ahead = newest(
        [
            person("1", stated_status="left", known_on="2026-06-01"),
            left("2026-06-01") | {"employee_id": "2"},
        ]
    )
    assert (moment.undated, "1" in ahead) == (1, False)


def test_an_exit_after_the_last_day_does_not_leak():
    _, ahead = newest([left("2026-07-15", notice_date="2026-07-01")])
    assert ahead["1"] == "STAYED"


def test_a_rule_says_on_a_past_day_what_it_says_of_data_cut_at_that_day():
    rows = [review(n, c, 5.0) for n in "12" for c in ("2021", "2022", "2023", "2024", "2025")]
    found = past([left("2026-01-31")], roles=[
        role("1", "2022-01-01", "A", level="3", job_family="F"),
        role("2", "2024-01-01", "A", level="3", job_family="F"),
    ], reviews=rows)  # fmt: skip
    stalled = rule("stalled_top_performer")
    said = answers(stalled, limits_of(SETTINGS)[stalled.key], found)
    by = {
        (moment.day.year, int(who)): Answer(int(code)).name
        for moment, part in zip(found.moments, _parts(found, said), strict=True)
        for who, code in zip(moment.person, part, strict=True)
    }
    assert by[2024, 0] == "YES"  # 29 months on 31 May 2024
    assert by[2025, 0] == "NO"  # 40 months: past the window
    assert by[2025, 1] == "NO"  # 16 months


def _parts(found, said):
    return np.split(said, np.cumsum([len(moment.ahead) for moment in found.moments])[:-1])


def test_without_dated_history_nothing_is_tested_and_the_record_says_so():
    data = dataset(people=[left("2025-12-31"), person("2")], reviews=[review("1", "2025", 5.0)])
    record = track_record(look_back(data, measure(data, NOW, SETTINGS), SETTINGS), SETTINGS)
    assert record.why_not == "Not testable: no dated history."
    assert record.tested == {}


def test_without_kinds_of_exit_nothing_is_tested_and_the_record_says_what_to_add():
    record = track_record(past([person("1", exit_date="2025-12-31")]), SETTINGS)
    assert record.why_not.endswith("Add exit_kind.")


def test_where_no_rule_was_on_nothing_is_tested_and_the_record_says_so():
    record = track_record(past([left("2025-12-31"), person("2")]), SETTINGS)
    assert record.why_not == "Not testable: every rule was off on the days looked back at."


@pytest.fixture(scope="module")
def world():
    """A company of 400 in which waiting has no effect."""
    return worlds.company(worlds.World(400), seed=1)


@pytest.fixture(scope="module")
def seen(world):
    return look_back(world, measure(world, worlds.LAST, SETTINGS), SETTINGS)


def test_progress_is_told_and_ends_at_the_whole(world):
    told = []
    look_back(world, measure(world, worlds.LAST, SETTINGS), SETTINGS, lambda at, _: told.append(at))
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_moved_limits_give_the_figures_of_these_limits(seen):
    stalled = rule("stalled_top_performer")
    usual = limits_of(SETTINGS)[stalled.key]
    wider = usual.model_copy(update={"from_months": 12, "to_months": 60})
    few, many = what_if(stalled, usual, seen), what_if(stalled, wider, seen)
    assert many.counts.flagged > few.counts.flagged > 0
    assert few.counts == track_record(seen, SETTINGS).tested[stalled.key].found.counts
    assert few.counts.people == many.counts.people


def test_known_unknown_and_unsaid_make_all_person_dates(seen):
    for tested in track_record(seen, SETTINGS).tested.values():
        unsaid = int((seen.person_dates.ahead == Ahead.LEFT_UNSAID).sum())
        counts = tested.found.counts
        assert counts.people + counts.unknown + unsaid == len(seen.person_dates)
