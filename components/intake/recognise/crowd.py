"""The people of all sheets, by number, address and name: what other columns may point at."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import pyarrow.compute as pc

from components.intake.recognise.body import Column
from components.intake.recognise.candidate import Candidate
from components.intake.recognise.survey import Survey
from components.tables import columns as col


@dataclass(frozen=True)
class Crowd:
    """The people named in the columns that are known to name the rows' own persons."""

    surveys: Sequence[Survey]

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every employee ID."""
        return self._texts(col.EMPLOYEE_ID)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Every e-mail address, in lower case."""
        return frozenset(text.lower() for text in self._texts(col.EMAIL))

    @cached_property
    def addresses_with_ids(self) -> frozenset[str]:
        """The addresses, in lower case, that stand on sheets with IDs, or are IDs themselves."""
        with_ids = tuple(one for one in self.surveys if Crowd((one,)).ids)
        addresses = Crowd(with_ids).addresses if with_ids else frozenset[str]()
        return addresses | {text.lower() for text in self.ids if "@" in text}

    @cached_property
    def names(self) -> frozenset[str]:
        """Every full name."""
        return self._texts(col.NAME)

    def _texts(self, field: str) -> frozenset[str]:
        found: set[str] = set()
        for survey, column in self._columns(field):
            words = pc.unique(survey.body.all_of(column)).to_pylist()
            found.update(word.strip() for word in words if word)
        return frozenset(found)

    def _columns(self, field: str) -> Iterator[tuple[Survey, Column]]:
        for survey in self.surveys:
            holds = _holder(survey, field)
            column = next(filter(holds, survey.body.columns), None)
            if column is not None:
                yield survey, column


def _holder(survey: Survey, field: str) -> Callable[[Column], bool]:
    def holds(column: Column) -> bool:
        said = survey.said.get(column.index)
        if said is not None:
            return said.rpartition(".")[2] == field
        if column.index in survey.doubled:
            return False
        readings = survey.readings[column.index]
        return bool(readings) and _names_the_row(readings[0], field)

    return holds


def _names_the_row(reading: Candidate, field: str) -> bool:
    return reading.field == field and not reading.asked and "how" not in reading.detail
