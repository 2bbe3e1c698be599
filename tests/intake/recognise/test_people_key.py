"""Lists of people without numbers: what tells the people apart is asked, and the rest waits."""

import pytest

from components.intake.plan import ColumnPlan, Confidence
from components.intake.recognise import Recognition
from tests.intake.recognise.made import read, text, used

MAILS = """name,email,departamento,data_admissao,observacoes
Ana Costa,ana@x.org,TI,2023-01-15,gosta de Python
Rui Santos,rui@x.org,RH,2023-02-01,gestor de projetos
Eva Lima,eva@x.org,TI,2023-03-10,marketing"""
NAMES = """nome,departamento
Ana,TI
Rui,RH
Eva,TI"""
APART = """Nom,Prénom,Date embauche,Poste
Roberts,Julia,2022-10-14,Patronne
Doe,John,2022-11-15,Ingénieur
Depp,Johnny,2022-12-16,Concierge"""
UNITS = """name,area,office,id
Science Mission Directorate,SMD,HQ,O-6069
Office of the Comptroller,OOC,HQ,O-6070
Space Program,SP,HQ,O-6071"""


def plans(found: Recognition) -> dict[str, ColumnPlan]:
    return {one.header: one for one in found.plans[0].columns}


def codes(found: Recognition) -> list[str]:
    return [one.code for one in found.problems]


@pytest.mark.parametrize(
    ("rows", "key", "field"), [(MAILS, "email", "email"), (NAMES, "nome", "name")]
)
def test_what_names_every_row_is_asked_as_what_it_is(rows: str, key: str, field: str) -> None:
    found = read(text(rows))
    assert codes(found) == ["no_employee_id"]
    asked = plans(found)[key]
    assert (asked.confidence, asked.table, asked.field) == (Confidence.ASKED, "people", field)
    assert used(found) == {}
    assert plans(found)["departamento"].field == "department"


@pytest.mark.parametrize(("rows", "key"), [(MAILS, "email"), (NAMES, "nome")])
def test_once_it_is_said_it_tells_the_people_apart(rows: str, key: str) -> None:
    place = f"people.{plans(read(text(rows)))[key].field}"
    answers = f'[[sheet]]\nfile = "roles.csv"\ncolumns = {{ {key} = "{place}" }}'
    found = read(text(rows), answers=answers)
    assert used(found)[key] == "people.employee_id"
    assert used(found)["departamento"] == "people.department"


def test_a_list_with_dates_and_remarks_stays_a_list_of_people() -> None:
    asked = plans(read(text(MAILS)))
    assert asked["data_admissao"].field == "hire_date"
    assert not asked["observacoes"].field


def test_first_and_last_name_alone_are_shown_but_number_nobody() -> None:
    found = read(text(APART))
    assert codes(found) == ["unknown_sheet"]
    assert {one.field for one in plans(found).values()} == {"name", "hire_date", "job_title"}
    assert {one.confidence for one in plans(found).values()} == {Confidence.ASKED}


def test_a_list_of_departments_is_no_list_of_people() -> None:
    found = read(text(UNITS))
    assert codes(found) == ["unknown_sheet"]
    assert not any(one.field for one in plans(found).values())


def test_names_of_anybody_are_not_asked_about() -> None:
    found = read(text("Name,Profession\nDavid Bowie,musician\nCarrie Fisher,actor"))
    assert codes(found) == ["unknown_sheet"]


def test_a_column_that_counts_the_rows_is_not_the_number() -> None:
    rows = "S No,Roll,Name,Designation\n" + "".join(
        f"{n},{48000 + n * 37},Ann {sign}o,Manager\n" for n, sign in enumerate("abcdef", 1)
    )
    asked = plans(read(text(rows)))
    assert asked["Roll"].field == "employee_id"
    assert not asked["S No"].field


@pytest.mark.parametrize(("values", "asked"), [(("369", "947"), True), (("Ada", "Bo"), False)])
def test_numbers_under_a_word_for_employee_may_number_the_people(
    values: tuple[str, str], asked: bool
) -> None:
    rows = "\n".join(
        f"6000,{one},{name},Vendas,2016-07-04"
        for one, name in zip(values, ("Ada King", "Bo Hart"), strict=True)
    )
    found = read(text(f"Estab,Empregado,Nome,Departamento,Admissão\n{rows}", "quadro.csv"))
    is_id = next(one for one in found.plans[0].columns if one.header == "Empregado")
    assert ((is_id.field, str(is_id.confidence)) == ("employee_id", "asked")) == asked


def test_interns_are_numbered_like_employees() -> None:
    rows = "1,683,10,Dream\n2,412,5.8,Even"
    found = read(text(f"evaluation_id,intern_id,score,feedback\n{rows}", "evaluations.csv"))
    assert used(found)["intern_id"] == "reviews.employee_id"
