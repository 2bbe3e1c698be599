"""A list of people holds the people shown, in words, and no protected attribute."""

import pandas as pd
import pytest

from components.errors import TrajectoryError
from components.exports import EXPORTS, Export, Material, csv_file
from components.exports.row_views import PROTECTED
from components.tables.problems import Problem, Severity

PEOPLE = pd.DataFrame(
    {
        "person": [1, 3],
        "employee_id": ["E1", "E3"],
        "months_in_scope": [31, 4],
        "role_sheet": [0, 0],
        "role_row": [7, 8],
    }
)
SPELLS = pd.DataFrame({"person": [1, 2, 3], "job_title": ["A", "B", "C"], "row": [1, 2, 3]})
FLAGS = pd.DataFrame({"person": [2, 3], "employee_id": ["E2", "E3"], "rule": ["x", "y"]})
PROBLEM = Problem("dates", Severity.WARNING, "Two dates can't be read.", "Mend them.")
MATERIAL = Material(PEOPLE, {"spells": SPELLS}, FLAGS, [PROBLEM])


def named(key: str) -> Export:
    return next(export for export in EXPORTS if export.key == key)


def test_columns_are_named_in_words_and_bookkeeping_stays_behind():
    assert list(named("people").table(MATERIAL).columns) == ["Employee ID", "Months in scope"]


def test_only_rows_of_the_people_shown_leave():
    assert named("roles").table(MATERIAL)["Employee ID"].tolist() == ["E1", "E3"]
    assert named("flags").table(MATERIAL)["Rule"].tolist() == ["y"]


def test_rows_are_counted_without_making_the_list():
    assert named("roles").count(MATERIAL) == 2
    assert named("flags").count(MATERIAL) == 1
    assert named("problems").count(MATERIAL) == 1
    assert named("competencies").count(MATERIAL) is None


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.key)
def test_the_count_of_a_list_is_that_of_its_rows(export: Export):
    table = export.table(MATERIAL)
    assert export.count(MATERIAL) == (None if table is None else len(table))


def test_a_row_about_nobody_we_know_leaves_with_no_list():
    persons = pd.array([3, None], "int32[pyarrow]")
    successors = pd.DataFrame({"person": persons, "position": ["Head", "Lead"]})
    made = Material(PEOPLE, {"successors": successors})
    assert named("successors").table(made)["Position"].tolist() == ["Head"]
    assert named("successors").count(made) == 1


def test_a_list_without_its_table_is_absent():
    assert named("competencies").table(MATERIAL) is None
    assert named("flags").table(Material(PEOPLE)) is None


def test_problems_name_their_sheet():
    table = named("problems").table(MATERIAL)
    assert table["Code"].tolist() == ["dates"]
    assert "Sheet name" in table.columns


@pytest.mark.parametrize("attribute", sorted(PROTECTED))
@pytest.mark.parametrize("key", ["people", "flags", "roles"])
def test_a_list_with_a_protected_attribute_is_refused(key: str, attribute: str):
    extra = {attribute: "x"}
    material = Material(
        PEOPLE.assign(**extra), {"spells": SPELLS.assign(**extra)}, FLAGS.assign(**extra)
    )
    with pytest.raises(TrajectoryError, match="group view"):
        named(key).table(material)


def test_gender_is_among_the_protected_attributes():
    assert {"gender", "Gender", "age_band", "part_time", "caregiver"} <= PROTECTED


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.key)
def test_every_list_can_be_written(export: Export):
    table = export.table(MATERIAL)
    assert table is None or csv_file(table)


def test_keys_are_used_once():
    assert len({export.key for export in EXPORTS}) == len(EXPORTS)
