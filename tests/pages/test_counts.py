"""Known + unknown + hidden = people, on every page and in every selection; broken, it is said."""

import re
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components.signals import Flags
from components.ui import caching, comparing, competency_views, note_cards, rating_views
from components.ui.registry import PAGES
from tests.pages.conftest import Pages, words

SUM = re.compile(
    r"^((?:[\d,]+ [^+=\n]+ \+ )*[\d,]+(?: [^+=\n]+)?) = ([\d,]+) (?:person|people)$", re.MULTILINE
)
COUNTING = (
    *("overview", "team", "flight_risk", "leverage", "competencies", "distributions"),
    "culture_notes",
)
WITHOUT_A_SUM = {"load_data", "downloads", "person", "about"}
SELECTIONS: dict[str, dict[str, str]] = {
    "everyone": {},
    "a department": {"department": "Finance"},
    "a small region": {"region": "MENA"},
    "one person": {"country": "Jordan"},
    "two filters": {"region": "EU", "department": "Engineering"},
    "nobody": {"department": "Nowhere"},
    "an earlier day": {"as_of": "2024-12-31"},
}


def number(text: str) -> int:
    return int(text.replace(",", ""))


def sums(app: AppTest) -> list[tuple[list[int], int]]:
    """The parts and the total of every sum that the page prints."""
    found = SUM.findall(words(app))
    return [([number(part.split()[0]) for part in left.split(" + ")], number(total))
            for left, total in found]  # fmt: skip


def kept(pages: Pages, chosen: dict[str, str]) -> pd.DataFrame:
    """The active people that the filters keep, worked out here."""
    judged = pages.judged
    if "as_of" in chosen:
        day = pd.Timestamp(chosen["as_of"]).date()
        judged = caching.judged(pages.version, caching.settings().fingerprint, day)
    people = judged.active
    for name in chosen.keys() - {"as_of"}:
        people = people[(people[name] == chosen[name]).fillna(value=False)]
    return people


def test_every_page_about_people_is_looked_at() -> None:
    assert {entry.key for entry in PAGES} == {*COUNTING, *WITHOUT_A_SUM}


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("key", COUNTING)
def test_the_parts_add_up_to_the_people_in_the_data(pages: Pages, key: str, selection: str) -> None:
    chosen = SELECTIONS[selection]
    app = pages.open(key, **chosen)
    assert [one.value for one in (*app.error, *app.exception)] == []
    people = kept(pages, chosen)
    found = sums(app)
    for parts, total in found:
        assert sum(parts) == total
    if key != "team":
        assert [total for _, total in found] == [len(people)]
    elif people["manager_id"].notna().any():
        (total,) = [total for _, total in found]
        assert total in set(people["manager_id"].value_counts())


@pytest.mark.parametrize("pages", ["everything", "reviews_only", "hostile"], indirect=True)
@pytest.mark.parametrize("key", COUNTING)
def test_the_parts_add_up_whatever_was_loaded(pages: Pages, key: str) -> None:
    app = pages.open(key)
    assert [one.value for one in (*app.error, *app.exception)] == []
    found = sums(app)
    assert all(sum(parts) == total for parts, total in found)
    if key != "team":
        assert [total for _, total in found] == [len(pages.judged.active)]


@pytest.mark.parametrize("key", COUNTING)
def test_the_sentence_counts_the_same_people(pages: Pages, key: str) -> None:
    for chosen in ({"department": "Finance"}, {"region": "MENA"}):
        sentence = pages.open(key, **chosen).get("popover")[0].proto.popover.label
        people, everyone = len(kept(pages, chosen)), len(kept(pages, {}))
        assert sentence.replace("\\", "").endswith(f": {people:,} of {everyone:,} people")


def test_flagged_and_unknown_are_those_of_the_judgement(pages: Pages) -> None:
    states = pages.judged.flags.states()["state"].value_counts()
    ((parts, total),) = sums(pages.open("flight_risk"))
    assert parts == [states["yes"], states["no"], states["unknown"]]
    assert total == len(pages.judged.active)


Break = Callable[[pytest.MonkeyPatch, Pages], None]


def forget_an_answer(monkeypatch: pytest.MonkeyPatch, pages: Pages) -> None:
    """One row of the flags is lost: of somebody to whom every rule says no, in the first team."""
    flags, active = pages.judged.flags, pages.judged.active
    states = flags.states()
    calm = set(states.loc[states["state"] == "no", "person"])
    largest = active["manager_id"].value_counts().index[0]
    team = active.loc[(active["manager_id"] == largest).fillna(value=False), "person"]
    person = next(one for one in team if one in calm)
    lost = (flags.rows["person"] == person) & (flags.rows["rule"] == "past_window")
    broken = replace(pages.judged, flags=Flags(flags.rows[~lost], flags.off))
    assert lost.sum() == 1
    monkeypatch.setattr(caching, "flags_here", lambda *_: broken.flags)


def lose_somebody(module: object, name: str) -> Break:
    """One person is lost on the way to the groups."""

    def breaking(monkeypatch: pytest.MonkeyPatch, _: Pages) -> None:
        whole = getattr(module, name)

        def lossy(people: pd.DataFrame, *more: object, **named: object) -> object:
            return whole(people.iloc[1:], *more, **named)

        monkeypatch.setattr(module, name, lossy)

    return breaking


def forget_a_wish(monkeypatch: pytest.MonkeyPatch, _: Pages) -> None:
    """One person has no row beside readiness."""
    whole = comparing.wishes
    monkeypatch.setattr(comparing, "wishes", lambda *where: whole(*where).iloc[1:])


BREAKS: dict[str, Break] = {
    "overview": forget_an_answer,
    "team": forget_an_answer,
    "flight_risk": forget_an_answer,
    "leverage": forget_a_wish,
    "competencies": lose_somebody(competency_views, "competency_grid"),
    "distributions": lose_somebody(rating_views, "distribution"),
    "culture_notes": lose_somebody(note_cards, "places_of_work"),
}


@pytest.mark.parametrize("key", COUNTING)
def test_a_page_whose_counts_disagree_says_so_and_shows_no_number(
    pages: Pages, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    manager = pages.judged.active["manager_id"].value_counts().index[0]
    address = {"person": pages.code(manager)} if key == "team" else {}
    whole = pages.open(key, **address)
    assert not whole.error
    BREAKS[key](monkeypatch, pages)
    broken = pages.open(key, **address)
    (said,) = [one.value.replace("\\", "") for one in broken.error]
    assert re.search(r"[\d,]+ \S.* is not [\d,]+ people\.", said)
    assert "not shown because they may be wrong" in said
    assert sums(broken) == []
    assert len(broken.title) == 0
    assert len(broken.get("arrow_vega_lite_chart")) == 0
