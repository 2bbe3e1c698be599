"""A table read back is the table that was written, or the app asked."""

from dataclasses import dataclass, field

import pandas as pd
import pytest

from components.intake import Answers, Confidence, Reading, read_files
from components.settings import Settings, load_settings
from components.tables.problems import Severity
from tests.proofs.dialects import Written, written
from tests.proofs.in_process import no_child
from tests.proofs.table import ProofTable
from tests.truth.road import DAY

QUICK, FULL = 48, 1_500
MOST_ASKED = 2
_FIELDS = {"name": "name", "department": "department", "job_title": "title", "fte": "fte"}


@dataclass
class Outcome:
    """What became of so many tables: seeds with what was wrong, or what was asked."""

    wrong: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    unambiguous: int = 0
    asked_unambiguous: list[str] = field(default_factory=list)

    @property
    def asked_share(self) -> float:
        """Per cent of the unambiguous tables that were asked about."""
        return 100 * len(self.asked_unambiguous) / max(1, self.unambiguous)


def read_back(times: int, settings: Settings) -> Outcome:
    """Write and read so many tables."""
    found = Outcome()
    with no_child():
        for seed in range(times):
            _note(seed, written(seed), settings, found)
    return found


def _note(seed: int, one: Written, settings: Settings, found: Outcome) -> None:
    reading = read_files([one.upload], settings, answers=Answers(), today=DAY)
    questions, differing = _questions(reading), _differences(one, reading)
    said = f"seed {seed}: {one.dialect}: {questions or differing}"
    found.unambiguous += one.unambiguous
    if questions:
        found.asked.append(said)
        if one.unambiguous:
            found.asked_unambiguous.append(said)
    elif differing:
        found.wrong.append(said)


def _questions(reading: Reading) -> list[str]:
    asked = [one.code for one in reading.problems if one.severity is Severity.QUESTION]
    return asked + [one.header for one in reading.matches if one.confidence == Confidence.ASKED]


def _differences(one: Written, reading: Reading) -> list[str]:
    people = reading.dataset.tables.get("people", pd.DataFrame())
    wanted = [_meant(person) for person in one.people]
    missing = [name for name in wanted[0] if name not in people.columns]
    if missing or len(people) != len(wanted):
        return [f"not read: {missing}; {len(people)} of {len(wanted)} people"]
    read = people.sort_values("employee_id").to_dict("records")
    return [
        f"{name}: {meant[name]!r} became {row[name]!r}"
        for row, meant in zip(read, wanted, strict=True)
        for name in meant
        if row[name] != meant[name]
    ][:3] + _reviews(one, reading)


def _meant(person: object) -> dict[str, object]:
    plain = {name: getattr(person, mine) for name, mine in _FIELDS.items()}
    return {"employee_id": person.id, "hire_date": person.hired, **plain}  # type: ignore[attr-defined]


def _reviews(one: Written, reading: Reading) -> list[str]:
    if not one.dialect.wide:
        return []
    reviews = reading.dataset.tables.get("reviews", pd.DataFrame())
    if "rating" not in reviews.columns:
        return ["no ratings were read"]
    held = zip(reviews["employee_id"], reviews["cycle"], reviews["rating"], strict=True)
    read = {(who, cycle): rating for who, cycle, rating in held}
    meant = {(p.id, str(year)): float(r) for p in one.people for year, r in p.ratings.items()}
    return [] if read == meant else [f"ratings: {len(read)} of {len(meant)}, or other values"]


def test_a_table_in_any_dialect_is_read_back_or_asked_about() -> None:
    found = read_back(QUICK, load_settings())
    assert found.wrong == []
    assert found.asked_share <= 2 * MOST_ASKED, found.asked_unambiguous


@pytest.mark.prove
def test_a_table_in_every_dialect_is_read_back_or_asked_about(proved: ProofTable) -> None:
    found = read_back(FULL, load_settings())
    proved.add("Dialects", "Tables written and read back", FULL)
    proved.add("Dialects", "Asked about", len(found.asked))
    what = f"Of {found.unambiguous} unambiguous tables, asked about"
    met = (
        proved.add("Dialects", "Read otherwise, unasked", len(found.wrong), goal=("exactly", 0)),
        proved.add("Dialects", what, found.asked_share, unit="%", goal=("at most", MOST_ASKED)),
    )
    assert all(met), (found.wrong[:10], found.asked_unambiguous[:10])
