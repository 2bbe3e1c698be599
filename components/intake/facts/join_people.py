"""The people whom the ids of a sheet are held against, and the ways to find them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.id_rules import RULES, Matching, matching, named
from components.intake.facts.names import Directory, directory
from components.intake.facts.persons import used
from components.intake.facts.sheet_rows import SheetRows
from components.intake.plan import BY_EMAIL, BY_NAME

WAYS = (*RULES, BY_EMAIL, BY_NAME)
"""All ways to match what stands for an id, the mildest first; the values of the answer `ids`."""
_LOOKS = {BY_EMAIL: "@", BY_NAME: "[ ,]"}


@dataclass(frozen=True)
class JoinPeople:
    """The ids of the people as written, and the sheets that give them names and addresses."""

    ids: pa.StringArray = field(repr=False)
    sheets: tuple[SheetRows, ...] = field(repr=False)

    @classmethod
    def of(cls, sheets: Iterable[SheetRows]) -> "JoinPeople":
        """Everybody who stands on these sheets."""
        held = tuple(sheets)
        ids = pa.chunked_array([used(rows.key.values) for rows in held], pa.string())
        return cls(ids.unique(), held)

    def and_of(self, rows: SheetRows) -> "JoinPeople":
        """These, and those of another sheet."""
        return self.of((*self.sheets, rows))

    @cached_property
    def directory(self) -> Directory:
        """Names and addresses; made only where ids look like them."""
        return directory(self.sheets)

    def matching(self, own: pa.StringArray, way: str) -> Matching:
        """What a way makes of the ids of a sheet."""
        if way in RULES:
            return matching(own, self.ids, way)
        if not pc.any(pc.match_substring_regex(own, _LOOKS[way])).as_py():
            return Matching(way, {})
        by = self.directory.by_address if way == BY_EMAIL else self.directory.by_name
        return named(own, self.ids, by, way)
