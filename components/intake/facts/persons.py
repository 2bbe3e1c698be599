"""Who is in the data: a dense number for each employee id, in the order of the ids."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.tables import frame
from components.tables import columns as col

Numbers = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Persons:
    """The employee ids in order; a person's number is the place of the id."""

    ids: pa.StringArray = field(repr=False)

    @classmethod
    def of(cls, columns: Iterable[pa.DictionaryArray]) -> "Persons":
        """Number every id that stands in one of these columns."""
        every = (
            pa.chunked_array([used(column) for column in columns], pa.string()).unique().drop_null()
        )
        return cls(every.take(pc.sort_indices(every)))

    def numbers(self, column: pa.DictionaryArray) -> Numbers:
        """The person of each row; −1 where there is none, or an id that nobody has."""
        places = pc.index_in(column.dictionary, value_set=self.ids)
        return np.asarray(places.take(column.indices).fill_null(-1), dtype=np.int32)

    def id_of(self, person: int) -> str:
        """The employee id of a person."""
        return str(self.ids[person].as_py())

    def frame(self) -> pd.DataFrame:
        """Person and employee id, one row for each person."""
        numbers = pa.array(np.arange(len(self.ids), dtype=np.int32))
        return frame(pa.table({col.PERSON: numbers, col.EMPLOYEE_ID: self.ids}), ())


def used(column: pa.DictionaryArray) -> pa.StringArray:
    """The distinct texts that rows still hold: rows set aside leave theirs behind."""
    if len(column) == 0:
        return pa.array([], pa.string())
    numbers = column.indices.drop_null()
    held = np.zeros(len(column.dictionary), dtype=np.bool_)
    held[np.asarray(numbers)] = True
    return column.dictionary if held.all() else column.dictionary.filter(pa.array(held))
