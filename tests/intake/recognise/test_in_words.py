"""Headers that nobody listed, read by the words they are made of; and what they must not say."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from components.intake.recognise.candidates import candidates_of
from components.tables.schema import TABLES
from tests.intake.recognise.made import SETTINGS


def said(header: str) -> set[str]:
    """What a header stands for where nobody need be asked: "table.field"."""
    found = candidates_of(header, SETTINGS)
    return {f"{one.table}.{one.field}" for one in found if not one.asked}


@pytest.mark.parametrize(
    ("header", "place"),
    [
        ("Emp_Nm", "people.name"),
        ("NM_FUNCIONARIO", "people.name"),
        ("reporting mgr emp id", "people.manager_id"),
        ("DT_ADMISSAO", "people.hire_date"),
        ("Mitarbeitereintrittsdatum", "people.hire_date"),
        ("EMPHIREDT", "people.hire_date"),
        ("Date embauche salarié", "people.hire_date"),
        ("Fec. Ingreso Empleado", "people.hire_date"),
        ("lib_poste", "people.job_title"),
        ("DeptNm", "people.department"),
        ("CD_CARGO", "people.job_title"),
        ("Perf_Rtg", "reviews.rating"),
        ("Nota Avaliação Desempenho", "reviews.rating"),
        ("Mitarbeiterstandort", "people.location"),
        ("Eff_Start_Dt", "roles.effective_date"),
        ("Emp_Exit_Rsn", "people.exit_reason"),
        ("segundo_apellido", "people.name"),
        ("tenure_at_exit", "people.months_of_service"),
        ("MTL_SUPERVISEUR", "people.manager_id"),
        ("cargo_emprego", "people.job_title"),
        ("STATUT_AFFECT", "people.stated_status"),
        ("setor_exercicio.sigla", "people.department"),
        ("goals_met_pct", "reviews.goal_attainment"),
    ],
)
def test_a_header_is_read_by_its_words(header: str, place: str) -> None:
    assert place in said(header)


@pytest.mark.parametrize(
    "header",
    [
        "Previous hire date",
        "NUMERO IDENTITE",
        "emp_codpos",
        "Contract start date",
        "Expected exit date",
        "Review status",
        "Education level",
        "Stress level",
        "Company name",
        "Employee position id",
        "Spouse name",
        "Self performance rating",
        "Birth country",
        "Project manager id",
        "Leave type",
        "Department head",
        "Team size",
        "Teamwork",
        "Visa status",
        "Customer rating",
        "Dept budget",
        "Hire date id rating",
    ],
)
def test_one_word_that_is_not_known_says_nothing(header: str) -> None:
    assert said(header) == set()


@pytest.mark.parametrize("header", ["Grp", "Hire", "Employee group"])
def test_words_that_say_too_little_are_only_proposed(header: str) -> None:
    found = candidates_of(header, SETTINGS)
    assert all(one.asked for one in found)


def test_a_number_of_a_department_is_known_to_be_a_code() -> None:
    assert {one.codes for one in candidates_of("dpto_num", SETTINGS)} == {True}


@given(st.text(max_size=40))
@example("'")
@example("()")
@settings(max_examples=300, deadline=None)
def test_any_text_may_stand_in_a_header(header: str) -> None:
    found = candidates_of(header, SETTINGS)
    assert all(one.table in TABLES for one in found)
    assert all(target.field for target in SETTINGS.words.partly_said_by(header))
