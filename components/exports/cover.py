"""The first sheet of every workbook: whom it shows, as of when, and how far it can be trusted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

CAUTION = (
    "Flags are reasons for a conversation, not forecasts about a person. Small groups are "
    "hidden; please don't try to work them out. Handle this file as confidential."
)


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first sheet says.

    selection: the sentence of the page. shown and hidden: people in this file and people in
    groups too small to show. limits: name → value in words. fingerprint: of the settings.
    """

    title: str
    selection: str
    as_of: date
    shown: int
    hidden: int
    fingerprint: str
    limits: Mapping[str, str] = field(default_factory=dict)
    caution: str = CAUTION

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Key and words of each line, in order."""
        return (
            ("File", self.title),
            ("Selection", self.selection),
            ("As of", self.as_of.isoformat()),
            ("People shown", f"{self.shown:,}"),
            ("People hidden", f"{self.hidden:,}"),
            *((f"Limit: {name}", words) for name, words in self.limits.items()),
            ("Settings fingerprint", self.fingerprint),
            ("Please note", self.caution),
        )
