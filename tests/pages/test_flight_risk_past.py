"""Flight risk looks back: the rules' record, limits tried out, and curves by months in scope."""

import pytest

from components.signals import limits_of, rule
from components.ui import caching
from components.ui.time_in_scope.steps import steps_table
from tests.pages.conftest import Pages, clean, keep, words

EVERYTHING = pytest.mark.parametrize("pages", ["everything"], indirect=True)
REVIEWS_ONLY = pytest.mark.parametrize("pages", ["reviews_only"], indirect=True)


def headers(app) -> list[str]:
    return [one.value.replace("\\", "") for one in app.header]


def test_the_record_of_the_rules_has_a_finding_a_base_and_its_small_print(pages: Pages) -> None:
    app = pages.open("flight_risk")
    record = caching.track_record(pages.version, caching.settings().fingerprint, pages.as_of)
    assert any("preceded exits here" in one or "proven" in one for one in headers(app))
    said = words(app).replace("\\", "")
    assert f"{record.people:,} people on {record.days} days" in said
    for one in record.tested.values():
        assert one.sentence in said
    assert "To beat: short service alone" in said


@REVIEWS_ONLY
def test_without_dated_history_nothing_is_tested_and_the_page_says_so(pages: Pages) -> None:
    app = pages.open("flight_risk")
    assert any("no dated history" in one.value for one in app.info)
    assert "To beat" not in words(app)


def test_stated_durations_are_compared_on_their_one_day(folder) -> None:
    rows = [
        f"{n},{'Left' if n % 3 == 0 else 'Active'},{n % 60},{5 if n % 2 else 3},2026"
        for n in range(200)
    ]
    header = "Employee ID,Employment status,Months in role,Rating,Cycle"
    keep(folder, {"staff.csv": "\n".join([header, *rows]).encode()})
    app = Pages().open("flight_risk")
    assert any("no dated history" in one.value for one in app.info)
    assert any(one.startswith("On this one day") for one in headers(app))
    assert "can’t tell what came first" in words(app)


def test_curves_are_of_everybody_until_groups_are_compared(pages: Pages) -> None:
    app = pages.open("flight_risk")
    assert any("had left by choice" in one for one in headers(app))
    app.session_state["stays_by"] = "Flagged or not"
    app.run()
    assert not app.exception
    assert any("flagged" in one.lower() and "month" in one for one in headers(app))
    app.session_state["stays_by"] = "Department"
    app.session_state["stays_how"] = "Moved inside"
    app.run()
    assert not app.exception
    assert any(one == "Share that had moved inside, by months in one scope" for one in headers(app))


@EVERYTHING
def test_recorded_reasons_stand_beside_the_curves(pages: Pages) -> None:
    app = pages.open("flight_risk")
    assert "Recorded reasons, by months in scope" in headers(app)


def test_every_step_from_rows_to_months_is_counted(pages: Pages) -> None:
    table = steps_table(pages.judged.measures).set_index("Step")["Rows"]
    counts = pages.judged.measures.step_counts
    assert sorted(table.iloc[:-1]) == sorted(counts.values())
    assert table.iloc[-1] == pages.judged.measures.people["clock_at_least"].sum()
    assert table["Begins a new scope of work"] > 100
    app = pages.open("flight_risk")
    app.session_state["clock_steps"] = True
    assert "each step changed" in words(app.run())


def tried(app, **limits: int):
    """The page with the drawer open on past_window, and its sliders moved."""
    app.session_state["what_if"] = True
    app.run()
    app.selectbox("what_if_rule").set_value("past_window").run()
    for name, value in limits.items():
        app.slider(f"what_if_past_window_{name}").set_value(value)
    return app.run()


def test_a_moved_limit_says_who_enters_and_how_the_past_looks(pages: Pages) -> None:
    before = len(caching.store().configs.all())
    app = tried(pages.open("flight_risk"), from_months=25)
    said = words(app).replace("\\", "")
    assert "more than the" in said
    assert "In your own past" in said
    assert "by resampling people" in said
    assert len(caching.store().configs.all()) == before


def test_limits_are_kept_only_with_a_reason_and_hold_from_then_on(folder) -> None:
    keep(folder, clean("role_history.xlsx", "reviews.xlsx"))
    pages = Pages()
    app = tried(pages.open("flight_risk"), from_months=25)
    assert app.button("keep_limits_now").disabled
    app.text_input("keep_limits_why").set_value("agreed in the board").run()
    app.button("keep_limits_now").click().run()
    assert not app.exception
    assert limits_of(caching.in_force(pages.version))["past_window"].from_months == 25
    assert rule("past_window").label in words(app)
