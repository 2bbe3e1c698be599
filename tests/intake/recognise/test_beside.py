"""Columns whose neighbours speak against their name are asked about, never taken."""

import pytest

from tests.intake.recognise.made import confidence, read, text, used


@pytest.mark.parametrize(("beside", "taken"), [("PLZ", False), ("Team", True)])
def test_a_town_beside_a_postcode_is_asked_about(beside: str, taken: bool) -> None:
    rows = f"Personalnummer,Name,{beside},Ort\n0007,Ada King,10115,Berlin\n0008,Bo Hart,20095,Hamm"
    assert ("Ort" in used(read(text(rows, "people.csv")))) == taken


def test_an_address_in_any_words_makes_a_town_doubtful() -> None:
    rows = "0007,Ada King,94320,Bry\n0008,Bo Hart,80000,Amiens"
    found = read(text(f"emp_id,emp_nom,emp_codpos,emp_ville\n{rows}", "people.csv"))
    assert confidence(found, "emp_ville") == "asked"


@pytest.mark.parametrize(("values", "taken"), [(("MR.", "Mme"), False), (("Testeur", "MR."), True)])
def test_forms_of_address_are_no_job_titles(values: tuple[str, str], taken: bool) -> None:
    rows = "\n".join(f"000{at},Ada King,{value}" for at, value in enumerate(values, 7))
    found = read(text(f"Matricule,Nom,Titre\n{rows}", "people.csv"))
    assert ("Titre" in used(found)) == taken


@pytest.mark.parametrize(("value", "taken"), [("", False), ("D12", True)])
def test_nothing_is_taken_for_codes_before_one_stands_there(value: str, taken: bool) -> None:
    rows = f"0007,Ada King,{value}\n0008,Bo Hart,{value}"
    found = read(text(f"employee_id,name,cd_setor\n{rows}", "people.csv"))
    assert ("cd_setor" in used(found)) == taken


def test_a_self_rating_without_competency_is_no_competency_score() -> None:
    rows = "employee_id,review_date,rating,Self Rating\n0007,2025-01-31,3,4\n0008,2025-01-31,4,5"
    found = read(text(rows, "reviews.csv"))
    assert used(found)["rating"] == "reviews.rating"
    assert confidence(found, "Self Rating") == "unused"


@pytest.mark.parametrize(
    ("header", "value", "place"),
    [
        ("Review Completed Date", "2025-01-31", "reviews.review_date"),
        ("Potential Category", "High", "reviews.potential"),
    ],
)
def test_facts_of_a_review_are_known_by_their_longer_names(
    header: str, value: str, place: str
) -> None:
    rows = f"employee_id,cycle,rating,{header}\n0007,2024,3,{value}\n0008,2024,4,{value}"
    assert used(read(text(rows, "reviews.csv")))[header] == place


@pytest.mark.parametrize(
    ("header", "values"),
    [("Manager ID", ("0.8", "0.75", "0.5")), ("Email", ("no", "no", "no", "yes"))],
)
def test_a_sure_name_over_values_of_something_else_is_asked_about(
    header: str, values: tuple[str, ...]
) -> None:
    lines = [f"000{at},Ada King,2020-01-31,{value}" for at, value in enumerate(values, 1)]
    found = read(text("\n".join([f"employee_id,name,hire_date,{header}", *lines]), "people.csv"))
    assert confidence(found, header) == "asked"
    assert [one.code for one in found.problems] == ["column_contradicts"]


@pytest.mark.parametrize(("others", "told"), [("name,hire_date", True), ("Nombre,Ingreso", False)])
def test_a_strange_name_among_names_of_ours_is_told(others: str, told: bool) -> None:
    lines = "0007,3,Ada King,2020-01-31,x1\n0008,4,Bo Hart,2020-02-29,x2"
    found = read(text(f"employee_id,level,{others},Zorblax\n{lines}", "people.csv"))
    codes = [one.code for one in found.problems]
    assert ("column_not_used" in codes) == told


def test_scores_of_a_doubtful_competency_are_no_use_and_the_question_says_so() -> None:
    rows = "0007,Delivery,3,4\n0008,Coaching,2,4"
    found = read(text(f"Employee ID,Comptency,Self,Manager\n{rows}", "competencies.csv"))
    (asked,) = [one for one in found.problems if one.code == "column_contradicts"]
    assert asked.now.startswith("The sheet was left out: nothing else says which competency")


def test_part_time_written_nearly_right_is_asked_about() -> None:
    rows = "0007,Ada King,2020-01-31,no\n0008,Bo Hart,2021-02-28,yes"
    found = read(text(f"employee_id,name,hire_date,Part tme\n{rows}", "people.csv"))
    assert confidence(found, "Part tme") == "asked"


def test_a_level_beside_skills_is_how_good_somebody_is_at_them() -> None:
    rows = "0007,Delivery,3\n0007,Coaching,2\n0008,Delivery,4"
    found = read(text(f"employee_id,skill_name,level\n{rows}", "skills.csv"))
    assert used(found)["level"] == "competencies.manager"
    rows = "0007,3,4\n0008,4,2"
    found = read(text(f"employee_id,level,rating\n{rows}", "people.csv"))
    assert used(found)["level"] == "people.level"


@pytest.mark.parametrize(
    ("value", "place"), [("activo", "people.stated_status"), ("Jalisco", "people.region")]
)
def test_a_state_is_what_its_words_say(value: str, place: str) -> None:
    rows = f"0007,Ana Ruiz,2020-01-31,{value}\n0008,Bo Paz,2021-02-28,{value}"
    assert (
        used(read(text(f"legajo,nombre,fecha_ingreso,estado\n{rows}", "p.csv")))["estado"] == place
    )


def test_a_level_in_words_beside_skills_stays_a_level() -> None:
    rows = "0007,Senior,SQL\n0008,Junior,Go"
    assert used(read(text(f"employee_id,level,skill\n{rows}", "p.csv")))["level"] == "people.level"
