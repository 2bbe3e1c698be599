"""Career leverage: a wish is never guessed, everybody is counted once, each list has a question."""

from dataclasses import replace

import pytest

from components.growth import MEETINGS
from components.ui import comparing
from components.ui.leverage import bench, leverage_file, parts, talks, wishes_of
from components.ui.leverage.figures import departments, matrix, unknown_by_department
from tests.pages.conftest import Pages, words
from tests.pages.drawn import drawn

EVERYTHING = pytest.mark.parametrize("pages", ["everything"], indirect=True)
HOSTILE = pytest.mark.parametrize("pages", ["hostile"], indirect=True)
STORIES = {
    "000106": ("content, or another way", "respect"),
    "000108": ("content, or another way", "respect"),
    "000126": ("not known", "ask"),
}
"""People of the sample whose wish is planted, with their wish and where it meets readiness."""


@EVERYTHING
def test_the_planted_wishes_are_where_they_belong(pages: Pages) -> None:
    view = pages.view()
    ids = view.people.set_index("person")["employee_id"]
    rows = wishes_of(view).rows.assign(who=lambda one: one["person"].map(ids)).set_index("who")
    for who, (wish, kind) in STORIES.items():
        assert (rows.loc[who, "willingness"], rows.loc[who, "meeting"]) == (wish, kind), who


@EVERYTHING
def test_known_and_unknown_wishes_are_all_the_people(pages: Pages) -> None:
    view = pages.view()
    found = wishes_of(view)
    people = len(view.people)
    assert sum(parts(found).values()) == people == len(found.rows)
    assert sum(map(len, found.by_meeting.values())) == people
    assert int(found.cells()["people"].sum()) == people
    assert f"= {people:,} people" in words(pages.open("leverage"))


@EVERYTHING
def test_every_list_has_its_question_and_says_what_it_stands_on(pages: Pages) -> None:
    app = pages.open("leverage")
    assert not app.exception
    by_key = {one.key: one for one in MEETINGS}
    for key in wishes_of(pages.view()).by_meeting:
        app.segmented_control(key="meeting").set_value(key).run()
        said = words(app)
        assert by_key[key].question in said.replace("\\", "")
        assert "Never asked" in said or "Said on" in said
        assert "competencies reach level" in said or "not known" in said


@EVERYTHING
def test_the_matrix_holds_counts_and_no_name(pages: Pages) -> None:
    view = pages.view()
    figure = matrix(view, wishes_of(view))
    names = set(view.people["name"].dropna())
    assert not names & set(drawn(pages.open("leverage")))
    assert int(figure.table["People"].sum()) == len(view.people)
    assert "Blocked" in figure.alt


@EVERYTHING
def test_small_departments_are_hidden_in_the_structural_view(pages: Pages) -> None:
    view = pages.view()
    found = wishes_of(view)
    rows = departments(view, found)
    assert rows["people"].sum() == len(view.people)
    figure = unknown_by_department(view, found)
    assert figure is not None
    small = rows[rows["people"].lt(5)]["label"]
    assert len(small)
    assert not set(small) & set(figure.table.iloc[:, 0])


def test_without_wishes_nothing_is_guessed(pages: Pages) -> None:
    app = pages.open("leverage")
    assert not app.exception
    assert app.title[0].value.replace("\\", "").endswith("nobody has asked")
    assert set(wishes_of(pages.view()).rows["willingness"]) == {"not known"}


@HOSTILE
def test_uploaded_text_stays_text(pages: Pages) -> None:
    app = pages.open("leverage")
    assert not app.exception
    assert not any("](http" in str(one.value) for one in [*app.markdown, *app.caption])


@EVERYTHING
def test_the_file_holds_everybody_with_the_question(pages: Pages) -> None:
    view = pages.view()
    table = leverage_file(view, wishes_of(view)).tables()["Wish and readiness"]
    assert len(table) == len(view.people)
    assert table["Question"].str.endswith("?").all()


@EVERYTHING
def test_the_bench_speaks_of_the_roles_shown(pages: Pages) -> None:
    app = pages.open("leverage")
    heads = [one.value.replace("\\", "") for one in app.header]
    assert any("said to be ready now" in one for one in heads)
    view = pages.view()
    where = (view.version.name, view.settings.fingerprint, view.as_of)
    whole = comparing.bench_of(*where)
    table = bench.bench_table(view, bench.shown(view, whole))
    assert len(table) == len(whole.named) + len(whole.empty_roles)
    assert (table["Could follow"] == bench.NOBODY).sum() == len(whole.empty_roles)
    some = replace(view, people=view.people[view.people["department"] == "Sales"])
    few = bench.shown(some, whole)
    assert 0 < len(few.roles) < len(whole.roles)
    assert set(few.roles["holder"].dropna()) <= set(some.people["person"])


def test_without_lists_there_is_no_bench(pages: Pages) -> None:
    heads = [one.value for one in pages.open("leverage").header]
    assert not any("ready now" in one for one in heads)


@EVERYTHING
def test_talks_add_up_and_small_departments_stand_together(pages: Pages) -> None:
    view = pages.view()
    rows = talks.talks(view)
    assert len(rows) == len(view.people)
    table = talks.talks_table(view, rows)
    assert (table[[*talks.BANDS]].sum(axis=1) == table["People"]).all()
    assert (table["People"] >= 5).all()
    assert table["People"].sum() == len(view.people)
    recent = int(rows["band"].isin([talks.FRESH, talks.DUE]).sum())
    assert f"on record for {recent:,} of 1,008 people" in words(pages.open("leverage"))


def test_a_talk_without_a_record_is_not_known_and_never_stale(pages: Pages) -> None:
    assert set(talks.talks(pages.view())["band"]) == {talks.NONE}
