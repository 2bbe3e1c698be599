"""Fetching what was worked out by place: texts, days and cells of the rows it came from."""

from dataclasses import dataclass

import pyarrow as pa

from components.analysis.arrow import Arrays, Columns
from components.tables import columns as col


@dataclass(frozen=True, slots=True)
class Places:
    """For each person and field of one table, the place of the row that speaks."""

    table: Columns
    places: Arrays
    people: int

    def at(self, name: str) -> pa.ChunkedArray:
        """The places of a field; all missing where it was not given."""
        found = self.places.get(name)
        return pa.chunked_array([pa.nulls(self.people, pa.int64())]) if found is None else found

    def take(self, name: str, kind: pa.DataType, by: str = "") -> pa.ChunkedArray:
        """The values of a field, from its own places or those of another field."""
        places = self.at(by or name)
        if places.null_count == len(places):
            return pa.chunked_array([pa.nulls(len(places), kind)])
        return self.table.of(name, kind).take(places)

    def text(self, name: str) -> pa.ChunkedArray:
        """The values of a field of text."""
        return self.take(name, pa.string())

    def days(self, name: str, by: str = "") -> pa.ChunkedArray:
        """The values of a field of dates, as day numbers."""
        places = self.at(by or name)
        if places.null_count == len(places):
            return places
        return self.table.days(name).take(places)


def pointers(table: Columns, places: pa.ChunkedArray, what: str) -> Arrays:
    """`<what>_sheet` and `<what>_row`: where the rows at these places stand in the files."""
    return {
        f"{what}_sheet": table.of(col.SHEET, pa.int16()).take(places),
        f"{what}_row": table.of(col.ROW, pa.int32()).take(places),
    }
