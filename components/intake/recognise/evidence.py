"""What a column's values look like: distinct values of a sample, and the shapes they have."""

import re
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

from components.intake.values import is_date, is_duration, is_number, may_be_date
from components.settings import Settings, label_key
from components.tables import columns as col
from components.tables.fields import Kind

WHOLE_UP_TO = 4_000
_PLACES, _RUN = 8, 400

_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\W\d_]{2,}")
_FRACTION = re.compile(r"\d*[.,](?!0+$)\d+")
_LONGEST = {Kind.RATING: 60, Kind.CATEGORY: 150}
_ID = re.compile(r"[\w.\-+/@\\]+")


@dataclass(frozen=True, slots=True)
class Values:
    """Distinct texts of a column, trimmed; of the whole column, or of a sample of its rows.

    `counts` says in how many rows each stands, in the same order.
    """

    distinct: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    filled: int = 0
    rows: int = 0
    whole: bool = True

    @property
    def empty(self) -> bool:
        """Whether nothing stands in the column."""
        return not self.distinct


def sample_of(text: pa.Table) -> pa.Table:
    """All rows of a short table; of a long one, runs of rows spread evenly from first to last."""
    if text.num_rows <= WHOLE_UP_TO:
        return text
    step = (text.num_rows - _RUN) / (_PLACES - 1)
    return pa.concat_tables([text.slice(round(step * place), _RUN) for place in range(_PLACES)])


def values_of(column: pa.ChunkedArray, *, whole: bool) -> Values:
    """The distinct texts of a column in the order they come."""
    counted = pc.value_counts(column)
    seen: dict[str, int] = {}
    for text, count in zip(*(part.to_pylist() for part in counted.flatten()), strict=True):
        word = text.strip() if text else ""
        if word:
            seen[word] = seen.get(word, 0) + count
    filled = sum(seen.values())
    return Values(tuple(seen), tuple(seen.values()), filled, len(column), whole)


def thinned(values: Values, most: int) -> Values:
    """At most about `most` of the distinct texts, spread evenly."""
    step = max(1, len(values.distinct) // most)
    return replace(values, distinct=values.distinct[::step], counts=values.counts[::step])


def is_day(text: str) -> bool:
    """Whether a text is a day with marks between its parts; 20240131 may be any number.

    >>> is_day("2024-01-31"), is_day("20240131")
    (True, False)
    """
    return not text.isdigit() and is_date(text)


def is_address(text: str) -> bool:
    """Whether a text is written like an e-mail address."""
    return _ADDRESS.fullmatch(text) is not None


def is_label(text: str) -> bool:
    """Whether a text could be a header: short words, neither number nor date."""
    return len(text) <= 80 and not is_number(text) and not is_date(text) and _has_letter(text)


def _has_letter(text: str) -> bool:
    return any(sign.isalpha() for sign in text)


def misfits(
    values: Values, place: tuple[str, str], kind: Kind, settings: Settings
) -> frozenset[str]:
    """The distinct values that cannot be of the kind; blanks of that kind are not among them."""
    blanks = settings.values.blank_keys(kind.value)
    named = (text for text in values.distinct if label_key(text) not in blanks)
    if kind == Kind.YES_NO:
        return frozenset(text for text in named if settings.values.read_yes_no(text) is None)
    if kind == Kind.CHOICE:
        category = settings.values.category_of(*place)
        unread = (text for text in named if category and category.read(text) is None)
        return frozenset(unread)
    if place[0] == "competencies" and kind == Kind.NUMBER:
        named = (text for text in named if not settings.ratings.is_step(text))
    return frozenset(
        text for text in named if not _fits(text, kind) or _contradicts(text, kind, place[1])
    )


def _fits(text: str, kind: Kind) -> bool:
    match kind:
        case Kind.DATE:
            return may_be_date(text)
        case Kind.NUMBER | Kind.WHOLE | Kind.PERCENT:
            return is_number(text)
        case Kind.MONTHS:
            return is_number(text) or is_duration(text)
        case Kind.ID:
            return _ID.fullmatch(text) is not None and not is_day(text)
        case Kind.CATEGORY:
            return not is_date(text)
        case _:
            return True


def _contradicts(text: str, kind: Kind, field: str) -> bool:
    """Whether a text of the right kind can't be what the field holds all the same."""
    if kind in (Kind.RATING, Kind.CATEGORY) and (is_address(text) or len(text) > _LONGEST[kind]):
        return True
    match field:
        case col.NAME:
            return is_address(text) or not _has_letter(text)
        case col.EMAIL:
            return " " in text or is_number(text) or is_date(text)
        case col.LEVEL:
            return _FRACTION.fullmatch(text) is not None
        case _:
            return kind == Kind.RATING and is_day(text)


def shape(text: str) -> str:
    """The classes of signs a text is made of, runs of letters and digits each as one.

    >>> shape("C000127"), shape("2068"), shape("SLTWK00000606"), shape("Ada King")
    ('A9', '9', 'A9', 'A A')
    """
    return re.sub(r"[^\W\d_]+", "A", re.sub(r"\d+", "9", text))


def looks_like_ids(values: Values) -> bool:
    """Whether values look like numbers of persons: filled, many, without spaces, of one form."""
    if values.filled < values.rows or len(values.distinct) < 2:
        return False
    if any(is_date(text) or not _ID.fullmatch(text) for text in values.distinct):
        return False
    lengths = {len(text) for text in values.distinct}
    has_digits = sum(any(sign.isdigit() for sign in text) for text in values.distinct)
    return max(lengths) >= 4 and len(lengths) <= 3 and has_digits >= 0.9 * len(values.distinct)
