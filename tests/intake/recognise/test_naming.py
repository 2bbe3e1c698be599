"""Columns that name somebody: their values say how, whatever the header promises."""

import pytest

from tests.intake.recognise.made import codes, confidence, detail, read, text, used, why

IDS, MAILS, NAMES = ("0007", "0008"), ("a@x.org", "b@x.org"), ("Ada King", "Bo Hart")


def _people(header: str, values: tuple[str, str], more: str = "Hire date") -> str:
    rows = zip(("0001", "0002"), values, strict=True)
    lines = [f"{own},2024-01-01,{value}" for own, value in rows]
    return "\n".join([f"Employee ID,{more},{header}", *lines])


@pytest.mark.parametrize("header", ["Manager", "Supervisor", "Reports To", "Line Manager"])
def test_whom_people_report_to_is_named_as_the_values_name(header: str) -> None:
    by_id, by_mail, by_name = (read(text(_people(header, way))) for way in (IDS, MAILS, NAMES))
    assert used(by_id)[header] == "people.manager_id"
    assert detail(by_id, header) == {}
    assert used(by_mail)[header] == "people.manager_id"
    assert detail(by_mail, header) == {"how": "manager_email"}
    assert used(by_name)[header] == "people.manager_name"
    assert codes(by_id) == codes(by_mail) == codes(by_name) == []


def test_a_manager_of_one_word_is_a_name_where_ids_have_digits() -> None:
    found = read(text(_people("Manager", ("King", "Hart"))))
    assert used(found)["Manager"] == "people.manager_name"
    assert why(found, "Manager").endswith("its values are names")


def test_a_manager_of_one_word_is_an_id_where_ids_are_words() -> None:
    found = read(text("User ID,Hire date,Manager\naking,2024-01-01,bhart\nbhart,2024-01-01,czoe"))
    assert used(found)["Manager"] == "people.manager_id"


@pytest.mark.parametrize(
    ("values", "place"), [(NAMES, "people.name"), (MAILS, "people.email"), (IDS, "")]
)
def test_a_worker_is_a_name_or_an_address_beside_an_id(values: tuple[str, str], place: str) -> None:
    assert used(read(text(_people("Worker", values)))).get("Worker", "") == place


def test_a_worker_column_of_numbers_is_the_id_where_no_other_is() -> None:
    found = read(text("Worker,Hire date,Business Title\n0007,2024-01-01,Clerk"))
    assert used(found)["Worker"] == "people.employee_id"
    assert confidence(found, "Worker") == "likely"


@pytest.mark.parametrize(
    ("header", "values", "question"),
    [
        ("Manager ID", MAILS, "Is this the manager's e-mail address?"),
        ("Manager ID", NAMES, "Is this the manager's name?"),
        ("Manager Name", IDS, "Is this the manager ID?"),
        ("Manager Email", NAMES, "Is this the manager's name?"),
        ("Full Name", MAILS, "Is this the e-mail address?"),
    ],
)
def test_a_header_that_says_how_and_is_contradicted_is_asked(
    header: str, values: tuple[str, str], question: str
) -> None:
    found = read(text(_people(header, values)))
    (plan,) = [one for one in found.plans[0].columns if one.header == header]
    assert (plan.confidence, plan.asked, plan.used) == ("asked", question, False)
    assert codes(found) == ["column_contradicts"]


def test_where_ids_are_addresses_a_managers_address_is_an_id() -> None:
    found = read(text("Employee ID,Hire date,Manager\na@x.org,2024-01-01,b@x.org"))
    assert used(found)["Manager"] == "people.manager_id"
    assert detail(found, "Manager") == {}


def test_reviewers_named_by_address_are_not_used() -> None:
    found = read(
        text("Employee ID,Cycle,Rating,Reviewer\n0007,2024,4,b@x.org\n0008,2024,3,b@x.org")
    )
    assert "Reviewer" not in used(found)
    assert why(found, "Reviewer") == "Lattice name, but its values are not numbers of people"


@pytest.mark.parametrize(
    ("header", "values", "place"),
    [
        ("Level", "0.25|0.5", "people.level"),
        ("Hire date", "soon|later", "people.hire_date"),
        ("Manager ID", "2024-01-01|2024-02-01", "people.manager_id"),
        ("Overall Rating", "2024-01-01|2024-02-01", "reviews.rating"),
        ("FTE", "full|half", "people.fte"),
    ],
)
def test_a_sure_name_over_values_of_another_kind_is_asked(
    header: str, values: str, place: str
) -> None:
    rows = zip(("0001", "0002"), values.split("|"), strict=True)
    lines = [f"{own},Clerk,{value}" for own, value in rows]
    found = read(text("\n".join([f"Employee ID,Job title,{header}", *lines])))
    (plan,) = [one for one in found.plans[0].columns if one.header == header]
    assert (f"{plan.table}.{plan.field}", plan.confidence) == (place, "asked")


def test_ratings_that_are_whole_sentences_are_asked() -> None:
    long = "Delivered what was agreed and helped others to deliver theirs in a hard year"
    found = read(text(f"Employee ID,Cycle,Rating\n7,2024,{long} indeed\n8,2024,{long} too"))
    assert confidence(found, "Rating") == "asked"


def test_the_state_of_orders_is_not_the_state_of_people() -> None:
    found = read(text("Employee ID,Hire date,Status\n7,2024-01-01,shipped\n8,2024-01-01,packed"))
    assert "Status" not in used(found)
    assert why(found, "Status").endswith("2 of 2 values are not known words")
    assert codes(found) == []
