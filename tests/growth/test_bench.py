"""The bench: who is named for which role, whether they want it, and roles with nobody."""

import pandas as pd

from components.analysis import measure
from components.growth import Willingness, bench, wishes_and_readiness
from tests.analysis.build import AS_OF, SETTINGS, Row, dataset, person

HIRED = {"hire_date": "2020-01-01"}
PEOPLE = [
    person("boss", job_title="Head of Sales", key_role=True, **HIRED),
    person("alone", job_title="Head of Law", key_role=True, **HIRED),
    person("plain", job_title="Seller", **HIRED),
    person("next", job_title="Seller", **HIRED),
    person("gone", job_title="Seller", exit_date="2025-01-01", exit_kind="voluntary", **HIRED),
]


def named(employee_id: str, readiness: str | None = "ready now", **more: str) -> Row:
    return {"employee_id": employee_id, "readiness": readiness, "as_of": "2026-01-01", **more}


def said(employee_id: str, intent: str) -> Row:
    own = {"asked_on": "2026-03-01", "horizon": "now", "said_by": "self"}
    return {"employee_id": employee_id, "intent": intent, **own}


def found_in(successors: list[Row], aspirations: list[Row] | None = None, people=None):
    """The bench, and the ID of each person's number."""
    tables = {"people": people or PEOPLE, "successors": successors}
    if aspirations:
        tables["aspirations"] = aspirations
    data = dataset(**tables)
    measures = measure(data, AS_OF, SETTINGS)
    wishes = wishes_and_readiness(data, measures, SETTINGS)
    ids = data.persons.set_index("person")["employee_id"].to_dict()
    return bench(data, measures, SETTINGS, wishes), ids


def role_of(found, ids, holder: str) -> dict[str, int]:
    rows = found.roles[found.roles["holder"].map(ids) == holder]
    assert len(rows) == 1
    return rows.iloc[0][["named", "ready", "wanted"]].astype(int).to_dict()


def test_a_key_role_without_anybody_is_listed() -> None:
    found, ids = found_in([named("next", incumbent_id="boss")])
    assert role_of(found, ids, "alone") == {"named": 0, "ready": 0, "wanted": 0}
    assert [ids[one] for one in found.empty_roles["holder"]] == ["alone"]


def test_ready_and_willing_are_counted_apart() -> None:
    rows = [named("next", incumbent_id="boss"), named("plain", incumbent_id="boss")]
    found, ids = found_in(rows, [said("next", "up"), said("plain", "stay")])
    assert role_of(found, ids, "boss") == {"named": 2, "ready": 2, "wanted": 1}
    assert [ids[one] for one in found.pushed["person"]] == ["plain"]


def test_whose_wish_nobody_knows_is_not_pushed() -> None:
    found, ids = found_in([named("next", incumbent_id="boss")])
    assert found.pushed.empty
    assert role_of(found, ids, "boss") == {"named": 1, "ready": 1, "wanted": 0}
    assert found.named["willingness"].tolist() == [Willingness.UNKNOWN.value]


def test_a_role_is_known_by_its_title_where_one_person_holds_it() -> None:
    found, ids = found_in([named("next", position="Head of Sales")])
    assert role_of(found, ids, "boss")["named"] == 1
    seats, _ = found_in([named("next", position="Seller")])  # two hold that title
    assert seats.named["holder"].isna().all()
    assert len(seats.roles) == 3


def test_who_has_left_is_on_no_bench() -> None:
    found, ids = found_in([named("gone", incumbent_id="boss")])
    assert role_of(found, ids, "boss")["named"] == 0


def test_readiness_that_is_not_said_or_later_is_not_ready() -> None:
    later = named("plain", "3 years and more", incumbent_id="boss")
    found, ids = found_in([named("next", None, incumbent_id="boss"), later])
    assert role_of(found, ids, "boss") == {"named": 2, "ready": 0, "wanted": 0}
    assert found.named["ready"].tolist() == [pd.NA, False]


def test_a_name_on_three_lists_is_seen() -> None:
    bosses = [person(f"b{at}", job_title=f"Head {at}", **HIRED) for at in range(3)]
    rows = [named("next", incumbent_id=f"b{at}") for at in range(3)]
    found, ids = found_in([*rows, named("plain", incumbent_id="b0")], people=[*PEOPLE, *bosses])
    assert {ids[one]: int(lists) for one, lists in found.on_many.items()} == {"next": 3}


def test_without_lists_only_key_roles_remain() -> None:
    data = dataset(people=PEOPLE)
    measures = measure(data, AS_OF, SETTINGS)
    found = bench(data, measures, SETTINGS, wishes_and_readiness(data, measures, SETTINGS))
    assert (len(found.named), len(found.roles)) == (0, 2)
