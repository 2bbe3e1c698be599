"""The Distributions page: everybody is counted once, nobody is ranked, small teams are pooled."""

import re
from dataclasses import replace

import pytest

from components.analysis.distributions import distribution
from components.ui.comparing import counts_still
from components.ui.names import names_of_raters
from components.ui.rating_views import ratings_by
from components.ui.rating_words import GROUPINGS, divided
from tests.pages.conftest import Pages, words
from tests.pages.drawn import alts, drawn, specs

BY = {grouping.label: grouping for grouping in GROUPINGS}
REVIEWS_ONLY = pytest.mark.parametrize("pages", ["reviews_only"], indirect=True)
HOSTILE = pytest.mark.parametrize("pages", ["hostile"], indirect=True)


def rows_by(pages: Pages, label: str):
    people = pages.judged.active
    names = names_of_raters(pages.view()) if label == "Manager" else None
    column = BY[label].column
    return distribution(people, column, steps=range(1, 6), limit=5, months=15, names=names)


def choose(app, label: str):
    return app.segmented_control(key="ratings_by").set_value(label).run()


def test_the_page_opens_with_a_finding_and_no_trouble(pages) -> None:
    app = pages.open("distributions")
    assert not app.error
    said = app.title[0].value
    assert re.match(r"\d+ of \d+ managers rates? (higher|lower)( and \d+ lower)? than", said)
    assert said.endswith("the cause is not known")


@pytest.mark.parametrize("label", list(BY))
def test_rated_pooled_and_not_rated_people_add_up(pages, label: str) -> None:
    app = choose(pages.open("distributions"), label)
    held = int(counts_still(pages.judged.active, 15).sum())
    parts = divided(rows_by(pages, label), held, BY[label], 15)
    people = len(pages.judged.active)
    assert sum(parts.values()) == people
    for part, count in parts.items():
        assert (f"{count:,} {part}" in words(app)) is bool(count)
    assert f"= {people:,} people" in words(app)


def compared(pages: Pages):
    return ratings_by(pages.view(), BY["Manager"])


def test_the_finding_counts_the_managers_who_stand_out(pages) -> None:
    found = compared(pages)
    marked, shown = int(found.compared["marked"].notna().sum()), len(found.compared)
    assert 0 < marked < 10 < shown
    said = pages.open("distributions").title[0].value
    numbers = [int(one) for one in re.findall(r"\d+", said)]
    assert numbers[1] == shown
    assert numbers[0] + sum(numbers[2:]) == marked


def test_the_planted_managers_stand_where_they_were_planted(pages) -> None:
    """Both rate a full step off; among a hundred managers one of them is beyond chance."""
    rows = compared(pages).compared.set_index("key")
    higher, lower = rows.loc["000109"], rows.loc["000110"]
    assert lower["marked"] == "lower"
    assert lower["high95"] < 0
    assert higher["low80"] > 0
    assert higher["sure"] > 0.5


def test_only_those_who_stand_out_can_be_shown(pages) -> None:
    found = compared(pages)
    app = pages.open("distributions")
    app.toggle(key="marked_manager").set_value(True).run()
    assert not app.exception
    labels = set(drawn(app))
    marked = found.compared.dropna(subset="marked")
    assert set(marked["group"]) <= labels
    others = set(found.compared["group"]) - set(marked["group"])
    assert not others & labels


def test_managers_are_compared_on_all_they_rate_whatever_is_filtered(pages) -> None:
    everyone = compared(pages).compared.set_index("key")
    people = pages.judged.active
    view = replace(pages.view(), people=people[people["department"] == "Engineering"])
    some = ratings_by(view, BY["Manager"]).compared.set_index("key")
    assert 0 < len(some) < len(everyone)
    both = everyone.loc[everyone.index.intersection(some.index)]
    some = some.loc[both.index]
    assert len(some)
    assert (some["deviation"] == both["deviation"]).all()
    assert (some["marked"].fillna("") == both["marked"].fillna("")).all()


def test_nobody_in_a_small_team_is_compared(pages) -> None:
    found = compared(pages)
    assert found.compared["rated"].min() >= 5
    pools = found.rows[found.rows["kind"].eq("pool")]["order"]
    assert not set(pools) & set(found.compared["order"])
    table = found.table()
    small = table[table["Group"].str.startswith("Small teams")]
    assert len(small)
    assert small["What remains"].isna().all()


def test_the_small_print_says_how_often_a_mark_is_a_false_alarm(pages) -> None:
    said = words(pages.open("distributions"))
    assert "fewer than 10 in 100 screens mark anybody" in said
    assert "Not marked is not the same as no difference" in said


def test_everyone_is_told_in_words_so_that_nothing_need_be_pointed_at(pages) -> None:
    people = pages.judged.active
    counts = people[counts_still(people, 15)]["rating"].value_counts()
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
    people = pages.judged.active
    unrated, older = (int(one.sum()) for one in (people["rating"].isna(), aged(people)))
    assert unrated
    assert older
    assert f"{unrated} not rated, {older} older" in drawn(pages.open("distributions"))


def aged(people):
    """Who has a rating that is too old to count."""
    return people["rating"].notna() & ~counts_still(people, 15)


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
