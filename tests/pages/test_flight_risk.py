"""Flight risk on the sample company."""

import pandas as pd
import pytest

from components.signals import RULES
from components.ui import flag_figures
from components.ui.flags_offer import sheets
from components.ui.standing import Standing, standing
from tests.pages.conftest import Pages, links, words

EVERYTHING = pytest.mark.parametrize("pages", ["everything"], indirect=True)
REVIEWS_ONLY = pytest.mark.parametrize("pages", ["reviews_only"], indirect=True)
HOSTILE = pytest.mark.parametrize("pages", ["hostile"], indirect=True)


def states(pages: Pages) -> dict[str, int]:
    """People by their state, counted from the flags themselves."""
    return pages.judged.flags.states()["state"].value_counts().to_dict()


def people_links(app):
    """The links that lead to a person."""
    return [link for link in links(app) if link.page == "person"]


def choose(app, key: str):
    """Choose one of the lists."""
    app.session_state["flag_list"] = key
    return app.run()


def test_the_first_sentence_says_what_a_flag_is_not(pages) -> None:
    app = pages.open("flight_risk")
    assert "not a forecast" in app.caption[0].value
    assert not app.error


def test_the_finding_and_the_sum_hold_the_counts_of_the_flags(pages) -> None:
    app = pages.open("flight_risk")
    found, people = states(pages), len(pages.judged.active)
    several = int((pages.judged.flags.states()["flags"] > 1).sum())
    title = app.title[0].value.replace("\\", "")
    assert title == (
        f"{found['yes']} of {people:,} people are worth a conversation, "
        f"{several} of them for two reasons or more"
    )
    assert (
        f"{found['yes']} flagged + {found['no']} not flagged + {found['unknown']} can’t tell "
        f"= {people:,} people"
    ) in words(app)


def test_the_page_fails_when_a_count_is_wrong(pages, monkeypatch) -> None:
    monkeypatch.setattr(Standing, "not_flagged", property(lambda _: 1))
    app = pages.open("flight_risk")
    assert len(app.error) == 1
    assert not app.title


def test_people_without_an_answer_are_not_counted_as_not_judged(pages) -> None:
    flags = pages.judged.flags
    lost = flags.rows[flags.rows["person"] != flags.rows["person"].iloc[0]]
    answers = standing(type(flags)(lost, flags.off), pages.judged.active)
    with pytest.raises(Exception, match="people"):
        answers.total("Flight risk")


def test_every_list_says_how_many_people_are_in_it(pages) -> None:
    app = pages.open("flight_risk")
    fired = pages.judged.flags.fired()
    shown = [option.content for option in app.button_group(key="flag_list").proto.options]
    assert shown[0] == f"All {fired['person'].nunique()}"
    for rule in RULES:
        if rule.kind == "flag" and rule.key not in pages.judged.flags.off:
            assert f"{rule.label} {int((fired['rule'] == rule.key).sum())}" in shown
    assert shown[-2] == f"Plan a talk {len(pages.judged.flags.fired('notice'))}"


def test_five_people_a_page_as_links_that_hold_a_code_only(pages) -> None:
    found = people_links(pages.open("flight_risk"))
    assert len(found) == 5
    flagged = pages.judged.flags.fired()["employee_id"].unique()
    codes = {f"person={pages.code(one)}" for one in flagged}
    assert {link.query_string for link in found} <= codes


def test_notices_stand_apart_and_are_no_flags(pages) -> None:
    flags = pages.judged.flags
    only = set(flags.fired("notice")["person"]) - set(flags.fired()["person"])
    answers = standing(flags, pages.judged.active)
    assert only
    assert not only & answers.reasons.keys()
    assert answers.planned == set(flags.fired("notice")["person"])


def test_people_the_rules_cant_tell_are_listed_with_what_is_missing(pages) -> None:
    app = choose(pages.open("flight_risk"), "open")
    captions = [one.value.replace("\\", "") for one in app.caption]
    said = [one for one in captions if "can’t tell:" in one]
    assert len(people_links(app)) == 5
    assert len(said) >= 5
    known = pages.judged.flags.rows["missing"].dropna().unique()
    assert all(any(one in line for one in known) for line in said)


def test_a_filter_changes_the_finding_and_the_sum(pages) -> None:
    app = pages.open("flight_risk", region="EU")
    people = int((pages.judged.active["region"] == "EU").sum())
    assert f" of {people} people are worth a conversation" in app.title[0].value.replace("\\", "")
    assert f"= {people} people" in words(app)


def test_a_selection_of_nobody_gets_a_sentence(pages) -> None:
    app = pages.open("flight_risk", region="MENA", country="Brazil")
    assert not app.error
    assert "Nobody is in this selection" in words(app)


def test_a_small_department_is_counted_with_the_next_smallest(pages) -> None:
    app_people = pages.judged.active
    counts = app_people["department"].value_counts()
    assert counts.min() < 5
    answers = standing(pages.judged.flags, app_people)
    table = flag_figures.by_department(pages.view(), answers).table
    small = set(counts[counts < 5].index)
    assert not small & set(table["Group"])
    assert table["Group"].iloc[-1].startswith("Hidden departments (")
    judged = table["Judged"].sum() + table["Can’t tell"].sum()
    assert judged == len(app_people)
    assert table["Flagged"].sum() == len(answers.reasons)


def test_a_selection_below_the_limit_shows_no_number_by_department(pages) -> None:
    few = pages.judged.active.head(3)
    figure = flag_figures.by_department(pages.view(), standing(pages.judged.flags, few))
    assert "fewer than 5" in figure.alt
    assert figure.table["Flagged"].isna().all()


def test_a_rule_that_could_not_look_at_everything_says_so(pages) -> None:
    assert "passed_over" in pages.judged.flags.partly
    said = words(pages.open("flight_risk"))
    assert "Passed over – not looked at: outcomes of internal applications" in said


def test_many_flagged_people_bring_a_warning(pages) -> None:
    fired = pages.judged.flags.fired()
    stalled = pages.judged.active[pages.judged.active["person"].isin(fired["person"])]
    manager = stalled["manager_id"].value_counts().index[0]
    team = pages.judged.active[pages.judged.active["manager_id"] == manager]
    flagged = team["person"].isin(fired["person"]).mean()
    app = pages.open("flight_risk", manager_id=pages.code(manager))
    assert flagged > 0.15
    assert "more than 15%" in app.warning[0].value


@REVIEWS_ONLY
def test_rules_without_their_table_are_off_and_say_what_would_switch_them_on(pages) -> None:
    app = pages.open("flight_risk")
    said = words(app)
    assert set(pages.judged.flags.off) >= {"stalled_top_performer", "past_window", "approaching"}
    assert f"{len(pages.judged.flags.off)} rules are off, not clear" in said
    assert "Past the window – no role history" in said
    assert "to switch it on" in said
    assert "Plan a talk 0" in [
        option.content for option in app.button_group(key="flag_list").proto.options
    ]


@HOSTILE
def test_markup_from_a_file_is_shown_as_text(pages) -> None:
    app = pages.open("flight_risk")
    assert not app.error
    labels = [link.label for link in links(app)]
    assert labels
    for text in [*labels, *(one.value for one in app.caption)]:
        assert "![x](" not in text
        assert ":red[" not in text
        assert "$x^2$" not in text


@EVERYTHING
def test_the_download_holds_the_flagged_people_and_no_protected_attribute(pages) -> None:
    view = pages.view()
    tables = sheets(view, standing(pages.judged.flags, view.people))
    fired = pages.judged.flags.fired()
    assert sorted(tables["Flags"]["Employee ID"]) == sorted(fired["employee_id"])
    assert all(" › " in cell for cell in tables["Flags"]["Cells"])
    for table in tables.values():
        assert not {"Gender", "Age band", "Caregiver"} & set(table.columns)


def test_a_person_shows_in_the_list_only_once(pages) -> None:
    answers = standing(pages.judged.flags, pages.judged.active)
    counted = pd.Series(list(answers.reasons)).is_unique
    assert counted
    assert sum(answers.reasons.values()) == len(answers.flags)
