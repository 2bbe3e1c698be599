"""Ids of one file that are written otherwise in another: offered with counts, matched when said."""

from datetime import date

import pytest

from components.intake import Answers, Reading, Upload, load_answers, open_files, understand
from components.intake.profiles import fit, profile_of
from components.settings import load_settings

SETTINGS = load_settings()
TODAY = date(2026, 6, 30)
WAYS = {
    "ignoring case": (lambda n: f"AB{n}x", lambda n: f"ab{n}X"),
    "without decimals": (lambda n: f"{n}", lambda n: f"{n}.0"),
    "without leading zeros": (lambda n: f"{n}", lambda n: f"000{n}"),
    "without prefix": (lambda n: f"EMP_{n}", lambda n: f"{n}"),
}
NUMBERS = range(101, 121)


def listed(ids: list[str]) -> str:
    rows = "".join(f"{one},Person {at:03d} Ek,2020-01-15\n" for at, one in enumerate(ids))
    return f"Employee ID,Name,Hire date\n{rows}"


def reviewed(ids: list[str]) -> str:
    rows = "".join(f"{one},2025,2025-12-01,{at % 5 + 1}\n" for at, one in enumerate(ids))
    return f"Employee ID,Cycle,Review date,Rating\n{rows}"


def read(people: str, reviews: str, answers: Answers | None = None, month: str = "june") -> Reading:
    files = {f"people-{month}.csv": people, f"reviews-{month}.csv": reviews}
    opened = open_files([Upload(name, text.encode()) for name, text in files.items()], SETTINGS)
    return understand(opened, SETTINGS, answers=answers or Answers(), today=TODAY)


def said(reading: Reading, way: str) -> Answers:
    (sheet,) = [one for one in reading.dataset.sheets if one.file.startswith("reviews")]
    return Answers().with_sheet(sheet, ids=way)


def codes(reading: Reading) -> set[str]:
    return {problem.code for problem in reading.problems}


@pytest.mark.parametrize("way", WAYS)
def test_each_way_is_offered_with_counts_and_examples_and_matched_when_said(way: str) -> None:
    first, second = WAYS[way]
    people, reviews = (list(map(how, NUMBERS)) for how in (first, second))
    open_ = read(listed(people), reviewed(reviews))
    (offer,) = [one for one in open_.problems if one.code == "ids_differ"]
    assert "20 of 20 IDs of reviews-june.csv are not among the people as written; 20" in offer.what
    assert f"{reviews[0]} = {people[0]}" in offer.what
    assert f"(ids = “{way}”)" in offer.what
    assert open_.dataset.people_count == 2 * len(people)

    matched = read(listed(people), reviewed(reviews), said(open_, way))
    assert matched.dataset.people_count == len(people)
    assert matched.dataset.tables["reviews"]["employee_id"].tolist() == people
    assert not codes(matched) & {"ids_differ", "ids_ambiguous", "review_without_person"}


def test_as_written_is_an_answer_and_is_not_asked_again() -> None:
    people, reviews = ([how(n) for n in NUMBERS] for how in WAYS["without prefix"])
    open_ = read(listed(people), reviewed(reviews))
    kept = read(listed(people), reviewed(reviews), said(open_, "as written"))
    assert "ids_differ" not in codes(kept)
    assert kept.dataset.people_count == 2 * len(people)


def test_ids_that_would_become_one_are_listed_and_not_matched() -> None:
    """007 and 07 are two people: nobody says whose the review of 7 is."""
    people = ["007", "07", *(f"0{n}" for n in NUMBERS)]
    reviews = ["7", *map(str, NUMBERS)]
    open_ = read(listed(people), reviewed(reviews))
    matched = read(listed(people), reviewed(reviews), said(open_, "without leading zeros"))
    (several,) = [one for one in matched.problems if one.code == "ids_ambiguous"]
    assert (several.value, several.cell, several.count) == ("7", "A2", 3)
    assert "7, 007, 07" in several.what
    assert matched.dataset.tables["reviews"]["employee_id"].tolist()[0] == "7"
    assert matched.dataset.people_count == len(people) + 1


def test_a_match_that_was_said_holds_for_the_files_of_the_next_month() -> None:
    people, reviews = ([how(n) for n in NUMBERS] for how in WAYS["without prefix"])
    open_ = read(listed(people), reviewed(reviews))
    confirmed = read(listed(people), reviewed(reviews), said(open_, "without prefix"))
    profile = profile_of(
        confirmed.dataset.sheets, confirmed.plans, said(open_, "without prefix")
    ).to_toml()
    more = [*people, "EMP_500"], [*reviews, "500"]
    later = read(listed(more[0]), reviewed(more[1]), month="july")
    fitted = fit(load_answers(profile), later.dataset.sheets)
    assert fitted.is_whole
    july = read(listed(more[0]), reviewed(more[1]), fitted.answers, month="july")
    assert not any(one.severity == "question" for one in july.problems)
    assert july.dataset.tables["reviews"]["employee_id"].tolist() == more[0]


def test_a_name_of_nobody_is_listed_and_makes_no_new_person() -> None:
    names = [f"Person {at:03d} Ek" for at in range(len(NUMBERS))]
    people = listed([str(n) for n in NUMBERS])
    reviews = reviewed([*names, "Person 999 Ek"]).replace("Employee ID", "Name", 1)
    matched = read(people, reviews, said(read(people, reviews), "by name"))
    (nobody,) = [one for one in matched.problems if one.code == "name_unknown"]
    assert (nobody.value, nobody.cell) == ("Person 999 Ek", f"A{len(names) + 2}")
    assert matched.dataset.people_count == len(NUMBERS)
    assert len(matched.dataset.tables["reviews"]) == len(names)
