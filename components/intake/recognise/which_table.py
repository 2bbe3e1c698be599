"""Which table a sheet's rows are mainly about, by the fields its headers may stand for."""

from collections.abc import Mapping
from dataclasses import dataclass

from components.intake.recognise.needs import (
    MARKS_OF_A_REVIEW,
    NEEDS,
    PERSON_MARKS,
    RATED,
    Repeats,
)
from components.settings import header_key
from components.tables import columns as col
from components.tables.schema import TABLES

_PEOPLE = frozenset(TABLES["people"].names)
_WEAK = 0.6
_SHARED = 0.25
_HINT = 0.5
_MANY_MORE = 3


@dataclass(frozen=True, slots=True)
class Found:
    """What a sheet's headers may stand for: table → field → whether the name is sure.

    `scored` counts columns headed with a competency; `cycles` those with a cycle in the header;
    `title` is file and sheet name, which settle a tie; `codes` are the fields of people of which
    the sheet only has numbers.
    """

    fields: Mapping[str, Mapping[str, bool]]
    scored: int = 0
    cycles: int = 0
    title: str = ""
    codes: frozenset[str] = frozenset()

    def names(self, table: str) -> frozenset[str]:
        """The fields found of one table."""
        return frozenset(self.fields.get(table, {}))

    @property
    def marks(self) -> int:
        """How many columns say what a person is."""
        taken = {col.HIRE_DATE} if self.weak("roles", col.EFFECTIVE_DATE) else set()
        taken |= {col.EXIT_DATE} if self.weak("roles", col.END_DATE) else set()
        return len((self.names("people") & PERSON_MARKS) - taken)

    def weak(self, table: str, field: str) -> bool:
        """Whether the field was found under a name that several systems use for other things."""
        return self.fields.get(table, {}).get(field) is False


def main_table(found: Found, repeats: Repeats) -> str:
    """The table the rows are about; empty where no table has what it needs.

    Among the tables whose needs are met the one with the most fields of its own wins; people
    only where there is no other. A list of people that also holds a date or a rating stays one.
    """
    met = [table for table, need in NEEDS.items() if _is_met(table, found)]
    others = [table for table in met if table != "people" and not _is_people(table, found, repeats)]
    best = max(others, key=lambda table: _score(table, found), default="")
    best = best or ("people" if "people" in met else "")
    return "" if best and _is_of_another(best, found) else best


def _is_of_another(best: str, found: Found) -> bool:
    """Whether a table that lacks something it needs has many more fields with a sure name.

    A list of interviews without its candidates is no list of employees' scores.
    """
    fullest = fullest_table(found)
    more = _sure(fullest, found) - _sure(best, found)
    return fullest not in (best, "people") and not _is_met(fullest, found) and more >= _MANY_MORE


def nearest_table(found: Found, repeats: Repeats = lambda: True) -> str:
    """The table whose needs would be met if the employee ID were known; empty if none."""
    with_id = {table: {**found.fields.get(table, {}), col.EMPLOYEE_ID: True} for table in TABLES}
    known = Found(with_id, found.scored, found.cycles, found.title, found.codes)
    return main_table(known, repeats)


def fullest_table(found: Found) -> str:
    """The table of which most fields have a sure name; people where none has any."""
    return max(("people", *TABLES), key=lambda table: _sure(table, found))


def _sure(table: str, found: Found) -> int:
    named = found.fields.get(table, {})
    return sum(sure for name, sure in named.items() if name != col.EMPLOYEE_ID)


def _is_met(table: str, found: Found) -> bool:
    names = found.names(table)
    if table == "competencies" and col.EMPLOYEE_ID in names and found.scored:
        return True
    if table == "people":
        names -= found.codes
    return NEEDS[table].met_by(names)


def _is_people(table: str, found: Found, repeats: Repeats) -> bool:
    """Whether a sheet that could be role history or reviews is a list of people after all."""
    if table == "roles":
        return found.weak("roles", col.EFFECTIVE_DATE) and found.marks >= 2 and not repeats()
    if table == "reviews":
        if found.names("reviews") & MARKS_OF_A_REVIEW or found.marks < 2:
            return False
        return col.KNOWN_ON in found.names("people") or not repeats()
    return table == "competencies" and found.marks >= 2 and not repeats()


def _score(table: str, found: Found) -> float:
    own = [name for name in found.names(table) if name not in _PEOPLE]
    shared = len(found.names(table)) - len(own)
    strength = sum(_WEAK if found.weak(table, name) else 1.0 for name in own)
    if table == "competencies":
        strength += found.scored
    if table == "reviews" and found.names(table) & RATED:
        strength += found.scored + found.cycles
    return strength + _SHARED * shared + _HINT * _is_named(table, found.title)


def _is_named(table: str, title: str) -> bool:
    key = header_key(title)
    words = {table, table.removesuffix("s"), header_key(TABLES[table].label)}
    return any(word in key for word in words)
