"""The Distributions page: everybody is counted once, nobody is ranked, small teams are pooled."""

import pytest

from components.analysis.distributions import distribution
from components.ui.names import names_of_raters
from components.ui.rating_words import GROUPINGS, divided
from tests.pages.conftest import Pages, words
from tests.pages.drawn import alts, drawn, specs

BY = {grouping.label: grouping for grouping in GROUPINGS}
REVIEWS_ONLY = pytest.mark.parametrize("pages", ["reviews_only"], indirect=True)
HOSTILE = pytest.mark.parametrize("pages", ["hostile"], indirect=True)


def rows_by(pages: Pages, label: str):
    people = pages.judged.active
    names = names_of_raters(pages.view()) if label == "Manager" else None
    return distribution(people, BY[label].column, steps=range(1, 6), limit=5, names=names)


def choose(app, label: str):
    return app.segmented_control(key="ratings_by").set_value(label).run()


def test_the_page_opens_with_a_finding_and_no_trouble(pages) -> None:
    app = pages.open("distributions")
    assert not app.error
    assert app.title[0].value.startswith("3 is the most common rating")


@pytest.mark.parametrize("label", list(BY))
def test_rated_pooled_and_not_rated_people_add_up(pages, label: str) -> None:
    app = choose(pages.open("distributions"), label)
    parts = divided(rows_by(pages, label), pages.judged.active, BY[label])
    people = len(pages.judged.active)
    assert sum(parts.values()) == people
    for part, count in parts.items():
        assert (f"{count:,} {part}" in words(app)) is bool(count)
    assert f"= {people:,} people" in words(app)


def test_the_finding_counts_teams_without_anybody_at_the_top(pages) -> None:
    rows = rows_by(pages, "Manager")
    teams = rows[rows["kind"].eq("group") & rows["rating"].eq(5)]
    none, known = int(teams["people"].eq(0).sum()), int(teams["rated"].gt(0).sum())
    said = pages.open("distributions").title[0].value.replace("\\", "")
    assert said == f"3 is the most common rating; in {none} of {known} teams nobody is at 5"


def test_everyone_is_told_in_words_so_that_nothing_need_be_pointed_at(pages) -> None:
    counts = pages.judged.active["rating"].value_counts()
    told = ", ".join(f"{counts[step]:,} at {step}" for step in range(1, 6))
    assert told in words(pages.open("distributions"))


def test_no_manager_is_named_in_the_words_of_the_page(pages) -> None:
    said = words(pages.open("distributions"))
    managers = pages.judged.active["rater_id"].dropna().unique()
    people = pages.judged.measures.people
    names = people[people["employee_id"].isin(managers)]["name"]
    assert len(names) > 50
    assert [name for name in names if name in said] == []


def test_namesakes_keep_their_id_whatever_the_filters_leave(pages) -> None:
    for manager in ("000125", "000124"):
        labels = drawn(pages.open("distributions", manager_id=pages.code(manager)))
        assert f"Rocío Villaseñor ({manager})" in labels
        assert "Rocío Villaseñor" not in labels


def turn(app, page: int):
    pager = app.get("pagination")
    return pager[0].set_value(page).run() if pager and pager[0].num_pages >= page else app


def test_the_pages_of_the_figure_hold_every_group_once(pages) -> None:
    rows = rows_by(pages, "Manager")
    groups = rows[rows["order"].gt(0)]["group"].unique()
    app, seen = pages.open("distributions"), []
    for page in range(1, app.get("pagination")[0].num_pages + 1):
        labels = set(drawn(turn(app, page)))
        seen += [group for group in groups if group in labels]
    assert set(seen) == set(groups)
    assert [name for name in set(seen) if "Small" not in name and seen.count(name) > 1] == []


def test_people_not_rated_are_named_beside_their_group(pages) -> None:
    unrated = int(pages.judged.active["rating"].isna().sum())
    assert f"{unrated} not rated" in drawn(pages.open("distributions"))


def test_fewer_than_five_rated_people_are_not_shown(pages) -> None:
    app = pages.open("distributions", country="Jordan")
    said = words(app)
    assert "Fewer than 5 of these people are rated" in said
    assert "1 rated and hidden = 1 person" in said
    assert app.get("vega_lite_chart") == []


def test_a_filter_changes_the_sentence_and_the_sum(pages) -> None:
    active = pages.judged.active
    people = int((active["department"] == "Finance").sum())
    said = words(pages.open("distributions", department="Finance"))
    assert f"= {people} people" in said


def test_room_size_draws_every_text_large_enough(pages) -> None:
    app = pages.open("distributions")
    app.toggle(key="room_size").set_value(True).run()
    sizes = [size for spec in specs(app) for size in font_sizes(spec)]
    assert sizes
    assert min(sizes) >= 24


def font_sizes(part) -> list[float]:
    """All sizes of type in a figure's specification."""
    if isinstance(part, list):
        return [size for held in part for size in font_sizes(held)]
    if not isinstance(part, dict):
        return []
    own = [value for name, value in part.items() if "ontSize" in name]
    return own + [
        size for name, held in part.items() if name != "data" for size in font_sizes(held)
    ]


def test_every_figure_has_words_for_who_cannot_see_it(pages) -> None:
    assert all(len(words) > 20 for words in alts(pages.open("distributions")))


@REVIEWS_ONLY
def test_reviews_alone_are_enough(pages) -> None:
    app = pages.open("distributions")
    assert not app.error
    assert "rated by" in words(app)


@HOSTILE
def test_too_few_people_are_said_and_uploaded_markup_stays_text(pages) -> None:
    app = pages.open("distributions")
    assert not app.error
    assert "3 rated and hidden = 3 people" in words(app)
    assert not any("](http" in str(one.value) for one in app.markdown)
