"""What a field and a table are made of: name, kind, meaning, whether it is needed."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a field's text is read and how its values behave."""

    ID = "id"
    TEXT = "text"
    CATEGORY = "category"
    CHOICE = "choice"
    DATE = "date"
    NUMBER = "number"
    WHOLE = "whole number"
    PERCENT = "percent"
    YES_NO = "yes or no"
    RATING = "rating"
    MONTHS = "duration in months"
    GROUP = "group attribute"


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a canonical table."""

    name: str
    kind: Kind
    meaning: str
    required: bool = False

    @property
    def label(self) -> str:
        """The words a person sees.

        >>> Field("manager_id", Kind.ID, "").label
        'Manager ID'
        """
        words = self.name.replace("_", " ")
        spelled = {"id": "ID", "fte": "FTE"}
        first, *rest = (spelled.get(word, word) for word in words.split(" "))
        return " ".join([first[0].upper() + first[1:], *rest])


_TABLE_LABELS = {"roles": "Role history", "artifacts": "Work artifacts"}


@dataclass(frozen=True, slots=True)
class Table:
    """One canonical table: a row is one fact about one person."""

    name: str
    meaning: str
    fields: tuple[Field, ...]

    @property
    def label(self) -> str:
        """The words a person sees."""
        return _TABLE_LABELS.get(self.name, self.name.capitalize())

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its fields, in order."""
        return tuple(field.name for field in self.fields)

    def field(self, name: str) -> Field:
        """The field of that name."""
        return next(field for field in self.fields if field.name == name)
