"""Sheets that name people of other files by e-mail address or by name, from bytes to facts."""

from datetime import date

from components.intake import Answers, Reading, Upload, read_files
from components.intake.answers.sheet_answer import SheetAnswer
from components.settings import load_settings

SETTINGS = load_settings()
TODAY = date(2026, 6, 30)
FIRST = ("Ada", "Ben", "Cem", "Dora", "Eva", "Finn", "Gita", "Hugo")
PEOPLE = "Employee ID,Name,Email,Hire date,Department\n" + "".join(
    f"E0{number},{first} King,{first.lower()}@x.org,2020-01-1{number},Sales\n"
    for number, first in enumerate(FIRST)
)


def read(people: str, reviews: str, ids: str = "", **columns: str) -> Reading:
    """The people and the reviews read together, with what was said about the second."""
    uploads = [
        Upload("people.csv", people.encode("utf-8")),
        Upload("reviews.csv", reviews.encode("utf-8")),
    ]
    said = {"file": "reviews.csv", "ids": ids or None, "columns": columns}
    answers = Answers().with_answer(SheetAnswer.model_validate(said))
    return read_files(uploads, SETTINGS, answers=answers, today=TODAY)


def reviews(key: str, *who: str) -> str:
    """Reviews of these people, one row each, rated 1 to 5."""
    rows = (f"{one},2025,2025-12-0{at % 9 + 1},{at % 5 + 1}\n" for at, one in enumerate(who))
    return f"{key},Cycle,Review date,Rating\n" + "".join(rows)


def reviewed(reading: Reading) -> list[str]:
    """The ids that have a review, in the order of the rows."""
    frame = reading.dataset.tables.get("reviews")
    return [] if frame is None else frame.sort_values("row")["employee_id"].tolist()


def codes(reading: Reading) -> set[str]:
    """The codes of all problems."""
    return {problem.code for problem in reading.problems}


IDS = [f"E0{number}" for number in range(len(FIRST))]
MAILS = [f"{first}@X.org" for first in FIRST]
NAMES = [f"{first} King" for first in FIRST]


BY_EMAIL, BY_NAME = "by e-mail", "by name"


def test_addresses_are_offered_with_counts_and_given_only_when_said() -> None:
    open_ = read(PEOPLE, reviews("Email", *MAILS))
    assert reviewed(open_) == []
    assert open_.dataset.people_count == len(IDS)
    (question,) = [one for one in open_.problems if one.code == "ids_missing"]
    assert question.severity == "question"
    assert "8 of its 8 e-mail addresses" in question.what
    assert "Ada@X.org = E00" in question.what
    said = read(PEOPLE, reviews("Email", *MAILS), BY_EMAIL)
    assert reviewed(said) == IDS
    assert said.dataset.people_count == len(IDS)
    assert "ids_missing" not in codes(said)


def test_a_declined_offer_is_not_made_again() -> None:
    reading = read(PEOPLE, reviews("Email", *MAILS), "as written")
    assert "ids_missing" not in codes(reading)
    assert reviewed(reading) == []


def test_an_address_of_nobody_is_listed_and_makes_no_new_person() -> None:
    reading = read(PEOPLE, reviews("Email", *MAILS, "guest@y.org"), BY_EMAIL)
    assert reviewed(reading) == IDS
    assert reading.dataset.people_count == len(IDS)
    (problem,) = [one for one in reading.problems if one.code == "email_unknown"]
    assert (problem.file, problem.cell) == ("reviews.csv", "A10")


def test_an_address_of_two_people_is_given_to_neither() -> None:
    twin = "E09,Ada Twin,ada@x.org,2021-01-10,Sales\n"
    reading = read(PEOPLE + twin, reviews("Email", *MAILS), BY_EMAIL)
    assert reviewed(reading) == IDS[1:]
    assert "email_ambiguous" in codes(reading)


def test_addresses_of_others_join_nothing() -> None:
    strangers = [f"{first}@elsewhere.org" for first in FIRST]
    reading = read(PEOPLE, reviews("Email", *strangers))
    assert reviewed(reading) == []
    assert reading.dataset.people_count == len(IDS)
    assert "unknown_sheet" in codes(reading)


def test_where_people_have_no_addresses_nobody_is_made_of_one() -> None:
    bare = "\n".join(
        ",".join((*row.split(",")[:2], *row.split(",")[3:])) for row in PEOPLE.splitlines()
    )
    for ids in ("", BY_EMAIL):
        reading = read(bare, reviews("Email", *MAILS), ids)
        assert reading.dataset.people_count == len(IDS)
        assert reviewed(reading) == []


def test_names_are_offered_with_counts_and_given_only_when_said() -> None:
    open_ = read(PEOPLE, reviews("Name", *NAMES))
    assert reviewed(open_) == []
    (question,) = [one for one in open_.problems if one.code == "ids_missing"]
    assert question.severity == "question"
    assert "8 of its 8 names" in question.what
    assert "Ada King = E00" in question.what
    assert reviewed(read(PEOPLE, reviews("Name", *NAMES), ids=BY_NAME)) == IDS


def test_a_namesake_is_listed_and_never_chosen() -> None:
    twin = "E09,Ada King,ada.king@x.org,2021-01-10,Sales\n"
    reading = read(PEOPLE + twin, reviews("Name", *NAMES), ids=BY_NAME)
    assert reviewed(reading) == IDS[1:]
    assert "name_ambiguous" in codes(reading)


def test_names_of_nobody_are_no_question() -> None:
    reading = read(PEOPLE, reviews("Name", *(f"{first} Nobody" for first in FIRST)))
    assert "no_way_to_people" in codes(reading)
    assert "ids_missing" not in codes(reading)
    assert reviewed(reading) == []


def test_ids_that_are_addresses_are_offered_and_matched_when_said() -> None:
    open_ = read(PEOPLE, reviews("Employee ID", *MAILS))
    assert any("by e-mail" in one.what for one in open_.problems if one.code == "ids_differ")
    assert reviewed(read(PEOPLE, reviews("Employee ID", *MAILS), ids=BY_EMAIL)) == IDS


def test_a_column_of_names_said_to_be_the_id_is_offered_as_names() -> None:
    rows = reviews("Worker", *NAMES)
    open_ = read(PEOPLE, rows, Worker="employee_id")
    assert any("by name" in one.what for one in open_.problems if one.code == "ids_differ")
    assert reviewed(read(PEOPLE, rows, ids=BY_NAME, Worker="employee_id")) == IDS


def test_an_id_that_is_an_address_is_found_by_it() -> None:
    people = PEOPLE.replace("Email", "Alias")
    for number, first in enumerate(FIRST):
        people = people.replace(f"E0{number},", f"{first.lower()}@x.org,", 1)
    reading = read(people, reviews("Email", *MAILS), BY_EMAIL)
    assert reviewed(reading) == [mail.lower() for mail in MAILS]


def test_a_strange_column_of_ids_goes_before_names() -> None:
    rows = reviews("Name,Kennung", *(f"{name},{who}" for name, who in zip(NAMES, IDS, strict=True)))
    assert "no_employee_id" in codes(read(PEOPLE, rows))
