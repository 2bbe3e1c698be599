"""Talent release: a manager is named only where two of three signs are low beyond chance."""

from datetime import date, timedelta

import numpy as np
import pytest

from components.analysis import measure
from components.calibration.release import Release, _Teams, talent_release
from components.tables.dataset import Dataset
from tests.analysis.build import AS_OF, SETTINGS, Row, dataset, opportunity, person, review, role

MANAGERS, TEAM = 12, 12
HOLDS = "m0"
"""From whose team nobody moves or applies, and whose people's potential is seen as low."""


def company(seed: int, *, moves: bool = True, applies: bool = True, seen_low: bool = True):
    """Twelve managers of twelve people each over three years; one may hold people back."""
    chance = np.random.default_rng(seed)
    tables: dict[str, list[Row]] = {
        "people": [], "roles": [], "reviews": [], "opportunities": [],
    }  # fmt: skip
    for at in range(MANAGERS * TEAM):
        one_of(chance, f"p{at}", f"m{at % MANAGERS}", tables)
        held = at % MANAGERS == 0
        for year in (2024, 2025, 2026):
            rating = float(chance.integers(2, 6))
            low = 1.5 * (held and seen_low)
            potential = float(np.clip(np.round(rating + chance.normal(0, 0.7) - low), 1, 5))
            given = review(f"p{at}", str(year), rating, potential=potential)
            tables["reviews"].append(given | {"reviewer_id": f"m{at % MANAGERS}"})
        if not (held and applies) and chance.random() < 0.5:
            day = AS_OF - timedelta(days=int(chance.integers(1, 900)))
            kind = {"kind": "internal application"}
            tables["opportunities"].append(opportunity(f"p{at}", str(day), **kind))
        if not (held and moves) and chance.random() < 0.5:
            day = AS_OF - timedelta(days=int(chance.integers(1, 900)))
            other = f"m{(at + 1) % MANAGERS}"
            tables["roles"].append(
                role(f"p{at}", str(day), "B", level="3", job_family="G", manager_id=other)
            )
    return dataset(**tables)


def one_of(chance: np.random.Generator, who: str, manager: str, tables: dict[str, list[Row]]):
    start = date(2020, 1, 1) + timedelta(days=int(chance.integers(0, 900)))
    tables["people"].append(person(who, hire_date=str(start)))
    begun = {"level": "3", "job_family": "F", "manager_id": manager, "event": "hire"}
    tables["roles"].append(role(who, str(start), "A", **begun))


def found_in(data: Dataset) -> Release:
    return talent_release(data, measure(data, AS_OF, SETTINGS), SETTINGS)


def below(release: Release) -> list[str]:
    return release.below["manager"].tolist()


def test_a_manager_from_whose_team_nobody_comes_on_is_named() -> None:
    found = found_in(company(1))
    assert found.signs == ("potential", "moves", "applications")
    assert below(found) == [HOLDS]
    row = found.rows.set_index("manager").loc[HOLDS]
    assert (row["moves_seen"], row["low"]) == (0, 3)
    assert row["moves_usual"] > 3
    assert row["applications_seen"] < row["applications_usual"] / 2  # of who joined from elsewhere
    assert row["potential"] < -0.5


@pytest.mark.parametrize(
    "signs", [{"moves": False, "applies": False}, {"moves": False, "seen_low": False}]
)
def test_one_low_sign_alone_names_nobody(signs: dict[str, bool]) -> None:
    found = found_in(company(1, **signs))
    assert HOLDS not in below(found)
    assert found.rows.set_index("manager").loc[HOLDS, "low"] == 1


def test_where_all_release_alike_hardly_anybody_is_named() -> None:
    alike = {"moves": False, "applies": False, "seen_low": False}
    named = [below(found_in(company(seed, **alike))) for seed in range(10)]
    assert sum(map(len, named)) <= 3  # of 120


def test_a_sign_that_was_not_given_is_left_out() -> None:
    data = company(1)
    tables = {name: rows for name, rows in data.tables.items() if name != "opportunities"}
    found = found_in(Dataset(**(vars(data) | {"tables": tables})))
    assert found.signs == ("potential", "moves")
    assert below(found) == [HOLDS]


def test_small_teams_are_never_named() -> None:
    data = company(1)
    found = found_in(data)
    assert found.rows["people"].min() >= 8
    few = dataset(
        people=[person("a", hire_date="2020-01-01")],
        roles=[role("a", "2020-01-01", "A", level="3", job_family="F", manager_id="m")],
    )
    assert found_in(few).rows.empty


def test_a_move_under_the_same_manager_is_none_away() -> None:
    roles = [
        role("a", "2020-01-01", "A", level="3", job_family="F", manager_id="m", event="hire"),
        role("a", "2025-01-01", "B", level="4", job_family="F", manager_id="m"),
        role("b", "2020-01-01", "A", level="3", job_family="F", manager_id="m", event="hire"),
        role("b", "2025-01-01", "B", level="4", job_family="F", manager_id="n"),
    ]
    people = [person(one, hire_date="2020-01-01") for one in "ab"]
    moves = _Teams(dataset(people=people, roles=roles), AS_OF, SETTINGS).moves
    assert moves["manager"].tolist() == ["m"]
    assert moves["person"].tolist() == [1]
