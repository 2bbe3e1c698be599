"""The Team page on the sample company."""

import pytest

from components.access import line_of
from components.ui.standing import standing
from components.ui.team_chosen import manager_words, managers_of
from components.ui.team_offer import sheets
from components.ui.team_talks import finding
from tests.pages.conftest import Pages, links, words

EVERYTHING = pytest.mark.parametrize("pages", ["everything"], indirect=True)
HOSTILE = pytest.mark.parametrize("pages", ["hostile"], indirect=True)
NAMESAKES = ("000124", "000125")


def largest(pages: Pages) -> str:
    """The manager with most direct reports."""
    return str(pages.judged.active["manager_id"].value_counts().index[0])


def team(pages: Pages, manager: str):
    active = pages.judged.active
    return active[(active["manager_id"] == manager).fillna(value=False)]


def test_the_finding_counts_the_direct_reports(pages) -> None:
    manager = largest(pages)
    app = pages.open("team", person=pages.code(manager))
    answers = standing(pages.judged.flags, team(pages, manager))
    assert not app.error
    assert f"{len(answers.reasons)} of {len(answers.people)} people" in app.title[0].value
    assert answers.total("Team") in words(app)


def test_the_table_has_a_row_for_everybody_and_no_blank(pages) -> None:
    manager = largest(pages)
    table = pages.open("team", person=pages.code(manager)).dataframe[0].value
    assert sorted(table["Name"]) == sorted(team(pages, manager)["name"])[: len(table)]
    assert list(table.columns) == [
        "Name", "Role", "Level", "Rating", "Months in scope", "Flags", "Last talk",
    ]  # fmt: skip
    said = table.drop(columns="Flags")
    assert said.notna().all(axis=None)
    assert (said != "").all(axis=None)
    assert set(table["Last talk"]) == {"not known"}


def test_somebody_without_a_rating_is_not_rated(pages) -> None:
    active = pages.judged.active
    one = active[active["rating"].isna() & active["manager_id"].notna()].iloc[0]
    table = pages.open("team", person=pages.code(one["manager_id"])).dataframe[0].value
    assert table.set_index("Name").loc[one["name"], "Rating"] == "not rated"


@EVERYTHING
def test_the_last_talk_is_told_where_it_is_known(pages) -> None:
    manager = pages.judged.active.set_index("employee_id").loc["000101", "manager_id"]
    table = pages.open("team", person=pages.code(manager)).dataframe[0].value
    talk = table.set_index("Name").loc["Maike Grünewald", "Last talk"]
    assert talk == "7 months ago"


def test_everyone_below_is_the_whole_reporting_line(pages) -> None:
    people = pages.judged.measures.people
    active = pages.judged.active
    boss = active[active["manager_id"].isna()].iloc[0]
    app = pages.open("team", person=pages.code(boss["employee_id"]))
    app.toggle(key="team_line").set_value(True).run()
    below = line_of(int(boss["person"]), people) & set(active["person"])
    assert f" of {len(below):,} people" in app.title[0].value.replace("\\", "")
    assert len(below) > len(team(pages, boss["employee_id"]))
    assert len(app.dataframe[0].value) == 25


def test_without_an_address_the_first_manager_by_name_is_shown(pages) -> None:
    app = pages.open("team")
    managers = managers_of(pages.view())
    first = min(managers["name"].dropna(), key=str.casefold)
    assert app.title[0].value.startswith(first)


def test_the_manager_filter_chooses_the_team(pages) -> None:
    manager = largest(pages)
    app = pages.open("team", manager_id=pages.code(manager))
    assert app.title[0].value.startswith(pages.judged.names[manager])


def test_managers_of_one_name_are_told_apart_by_id(pages) -> None:
    managers = managers_of(pages.view())
    said = {manager_words(one, managers) for one in NAMESAKES}
    assert len(said) == 2
    assert all(one.endswith(")") for one in said)


def test_somebody_who_leads_nobody_is_said_calmly(pages) -> None:
    managers = set(managers_of(pages.view())["employee_id"])
    other = next(one for one in pages.judged.active["employee_id"] if one not in managers)
    app = pages.open("team", person=pages.code(other))
    assert not app.error
    assert "The address names nobody who leads people shown here" in app.info[0].value


def test_nobody_in_the_selection_gets_a_sentence(pages) -> None:
    app = pages.open("team", region="MENA", country="Brazil")
    assert not app.error
    assert "Nobody in this selection has a manager in the data" in words(app)


def test_conversations_open_the_person_by_a_code(pages) -> None:
    fired = pages.judged.flags.fired().iloc[0]
    active = pages.judged.active.set_index("person")
    manager = active.loc[fired["person"], "manager_id"]
    queries = {one.query_string for one in links(pages.open("team", person=pages.code(manager)))}
    assert f"person={pages.code(fired['employee_id'])}" in queries


def test_the_file_holds_the_team_of_the_screen(pages) -> None:
    manager = largest(pages)
    answers = standing(pages.judged.flags, team(pages, manager))
    tables = sheets(pages.view(), answers)
    assert sorted(tables["Team"]["Name"]) == sorted(answers.people["name"])
    assert set(tables["Flags"]["Employee ID"]) <= set(answers.people["employee_id"])


@HOSTILE
def test_markup_in_a_manager_name_is_shown_as_text(pages) -> None:
    app = pages.open("team")
    assert not app.error
    assert app.title[0].value.startswith("\\!\\[x\\]")


def test_one_of_a_team_is_one(pages) -> None:
    people = pages.judged.active.head(1)
    assert finding("Dana Cruz", standing(pages.judged.flags, people)).endswith(
        "1 of 1 person is worth a conversation"
    )
