"""Whatever stands in the cells: rows become facts or problems, and every address is true."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from components.intake.facts import Built
from components.settings import load_settings
from tests.intake.facts.planned import Cells, built, sheet

SETTINGS = load_settings()
IDS = st.sampled_from(["1", "01", "2", "3", "E1", "", "n/a", "\u0415\u0031"])
DAYS = st.sampled_from(
    ["2020-01-01", "2021-06-30", "2030-01-01", "", "soon", "1900-01-01", "start"]
)
WORDS = st.sampled_from(["a", "b", "", "5", "3.0", "Yes", "left", "Retirement", "4", "n/a"])

PEOPLE = {
    "ID": "people.employee_id",
    "Boss": "people.manager_id",
    "On": "people.known_on",
    "Hired": "people.hire_date",
    "Left": "people.exit_date",
    "Title": "people.job_title",
    "Status": "people.stated_status",
    "Reason": "people.exit_reason",
    "Gender": "people.gender",
}
ROLES = {
    "ID": "roles.employee_id",
    "Boss": "roles.manager_id",
    "From": "roles.effective_date",
    "To": "roles.end_date",
    "Title": "roles.job_title",
    "Level": "roles.level",
    "Hired": "people.hire_date",
}
REVIEWS = {
    "ID": "reviews.employee_id",
    "Rater": "reviews.reviewer_id",
    "Day": "reviews.review_date",
    "Cycle": "reviews.cycle",
    "Rating": "reviews.rating",
    "Clarity": "competencies.manager?competency=Communication",
}
DATES = {"On", "Hired", "Left", "From", "To", "Day"}
PERSONS = {"ID", "Boss", "Rater"}


def cells_of(taken: dict[str, str]) -> st.SearchStrategy[Cells]:
    """Rows under these headers."""
    kinds = [IDS if h in PERSONS else DAYS if h in DATES else WORDS for h in taken]
    row = st.tuples(*kinds).map(list)
    return st.lists(row, max_size=9).map(lambda rows: [list(taken), *rows])


@settings(max_examples=80, deadline=None)
@given(cells_of(PEOPLE), cells_of(ROLES), cells_of(REVIEWS), st.integers(1, 7), st.integers(0, 30))
def test_every_row_is_a_fact_or_a_problem_at_its_address(
    people: Cells, roles: Cells, reviews: Cells, down: int, across: int
) -> None:
    given_sheets = (("p", people, PEOPLE), ("r", roles, ROLES), ("v", reviews, REVIEWS))
    tables = {"p": "people", "r": "roles", "v": "reviews"}
    result = built(
        SETTINGS,
        *(
            (sheet(name, cells, first_row=down, first_column=across), tables[name], taken)
            for name, cells, taken in given_sheets
        ),
    )
    assert_true_addresses(result)
    count = result.dataset.people_count
    for frame in result.dataset.tables.values():
        assert frame["person"].between(0, count - 1).all()


def assert_true_addresses(result: Built) -> None:
    """The named cell of every problem holds the quoted text."""
    sources = {source.name: source for source in result.dataset.sheets}
    for problem in result.problems:
        found = re.fullmatch(r"([A-Z]+)(\d+)", problem.cell)
        assert found, problem
        column = -1
        for letter in found[1]:
            column = 26 * (column + 1) + ord(letter) - ord("A")
        quoted = sources[problem.sheet].quote(int(found[2]), column)
        assert (quoted or "") == problem.value, problem
