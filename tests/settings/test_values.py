"""How cells are spelled: every choice has a category, and nothing fits by accident."""

import datetime as dt
from pathlib import Path

import pytest

from components.errors import ConfigError
from components.settings import ValueSettings, load_settings
from components.tables.schema import TABLES, Kind

CHOICES = [
    (table.name, field.name)
    for table in TABLES.values()
    for field in table.fields
    if field.kind is Kind.CHOICE
]


@pytest.fixture(scope="module")
def values() -> ValueSettings:
    return load_settings().values


def read(values: ValueSettings, place: str, text: str) -> str | None:
    category = values.category_of(*place.split("."))
    assert category is not None
    return category.read(text)


@pytest.mark.parametrize(("table", "field"), CHOICES)
def test_every_choice_has_a_category(values: ValueSettings, table: str, field: str) -> None:
    assert values.category_of(table, field) is not None


def test_a_value_reads_as_itself(values: ValueSettings) -> None:
    for category in values.categories.values():
        assert [category.read(value) for value in category.values] == list(category.values)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("HIRNEW", "hire"),
        ("Hire_Employee_New_Hire_Fill_Vacancy", "hire"),
        ("Hire_Employee_Rehire", "rehire"),
        ("EMPL_PROMOTION", "promotion"),
        ("PROMO01", "promotion"),
        ("EMPL_DEMOTION", "demotion"),
        ("TRANICOT", "transfer"),
        ("EMPL_GLB_TRANSFER", "transfer"),
        ("EMPL_CHG_MANAGER", "other"),
        ("DATACHG", "other"),
        ("ASG_WORK_HOURS_CHANGE", "other"),
        ("TERVOL", "exit"),
        ("Terminate_Employee_Voluntary", "exit"),
        ("  new   hire ", "hire"),
        ("PROM", "promotion"),
        ("PROM-01", "promotion"),
        ("Internal promotion", "promotion"),
        ("promoción", "promotion"),
        ("Promotion (In-Line)", "promotion"),
        ("ppromotion", None),
        ("promtoin", None),
        ("Compromise", None),
        ("XPROM", None),
        ("demotoin", None),
        ("transferr", None),
        ("Termination - voluntary", "exit"),
        ("terminatoin", None),
        ("Territory change", None),
        ("6", None),
    ],
)
def test_events_of_known_systems(values: ValueSettings, text: str, event: str | None) -> None:
    assert read(values, "roles.event", text) == event


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Voluntary", "voluntary"),
        ("Resignaton", "voluntary"),
        ("Terminate_Employee_Voluntary_Commute_Time", "voluntary"),
        ("Involuntary", "involuntary"),
        ("Layoff", "involuntary"),
        ("Terminate_Employee_Involuntary_Poor_Job_Performance", "involuntary"),
        ("no-call, no-show", "involuntary"),
        ("Retirement", "retirement"),
        ("Terminate_Employee_Voluntary_Retirement", "retirement"),
        ("end_of_contract", "other"),
        ("Death", "other"),
        ("Unk", "unknown"),
        ("moved to the moon", None),
    ],
)
def test_exit_kinds_and_reasons(values: ValueSettings, text: str, kind: str | None) -> None:
    assert read(values, "people.exit_kind", text) == kind


@pytest.mark.parametrize(
    ("place", "text", "value"),
    [
        ("people.stated_status", "TERMINATED", "left"),
        ("people.stated_status", "Auszeit", "on leave"),
        ("people.track", "8_Individual_Contributor", "ic"),
        ("people.work_mode", "In-office", "onsite"),
        ("reviews.relation", "Self-Reflection", "self"),
        ("aspirations.horizon", "1–2 years", "1-2 years"),
        ("aspirations.intent", "no", None),
        ("opportunities.kind", "internal_application", "internal application"),
        ("opportunities.outcome", "Declined by Employer", "rejected"),
        ("opportunities.outcome", "declined", "declined"),
        ("artifacts.audience", "skip-level", "skip level"),
        ("stakeholders.role", "Decision-maker", "decision maker"),
    ],
)
def test_categories_by_their_spelling(
    values: ValueSettings, place: str, text: str, value: str | None
) -> None:
    assert read(values, place, text) == value


def test_na_is_blank_in_a_date_and_a_value_in_a_region(values: ValueSettings) -> None:
    assert values.is_blank("N/A", "date")
    assert values.is_blank("NA", "date")
    assert not values.is_blank("NA", "category")
    assert not values.is_blank("None", "rating")
    assert not values.is_blank("0", "number")
    assert values.is_blank(" NULL ", "rating")


def test_an_empty_text_is_blank_in_every_kind(values: ValueSettings) -> None:
    assert all(values.is_blank(text, kind) for text in ("", "   ") for kind in Kind)


def test_yes_no_and_neither(values: ValueSettings) -> None:
    assert values.read_yes_no("TRUE") is True
    assert values.read_yes_no("1.0") is True
    assert values.read_yes_no("nein") is False
    assert values.read_yes_no("maybe") is None


def test_sentinels_of_known_systems(values: ValueSettings) -> None:
    assert values.is_no_manager("no_manager")
    assert not values.is_no_manager("1001")
    assert {dt.date(9999, 12, 31), dt.date(4712, 12, 31)} <= set(values.sentinels.open_end)
    assert {dt.date(1900, 1, 1), dt.date(1970, 1, 1)} <= set(values.sentinels.no_date)


def test_a_spelling_of_two_values_is_refused(tmp_path: Path) -> None:
    (tmp_path / "values.toml").write_text('[categories.track.spellings]\nic = ["management"]\n')
    with pytest.raises(ConfigError, match="already stands for"):
        load_settings(tmp_path)


def test_an_unknown_kind_of_field_is_refused(tmp_path: Path) -> None:
    (tmp_path / "values.toml").write_text('[blanks.by_kind]\ndates = ["x"]\n')
    with pytest.raises(ConfigError, match="Name a kind of field"):
        load_settings(tmp_path)
