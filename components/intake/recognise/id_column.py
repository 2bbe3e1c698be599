"""Which column numbers the people: by name, by agreement with other sheets, or only perhaps."""

from collections.abc import Mapping, Sequence

from components.intake.plan import Confidence
from components.intake.recognise.body import Body, Column
from components.intake.recognise.candidate import Candidate
from components.intake.recognise.evidence import looks_like_ids
from components.intake.recognise.person_numbers import says_number
from components.intake.values import is_date, is_number
from components.settings import header_key, header_words
from components.tables import columns as col

_BARE = "id"
_AGREES = 0.1
_EARLY = 3
_NEARLY = 0.8
_GAPS = 3
"""A number of every row may leave out so many: deleted entries of a form."""
_LONG, _FEW, _MANY = 4, 3, 50
_PERSONS = frozenset({"employee", "emp", "person", "worker", "staff", "user", "member", "hr"})

_SERIAL = frozenset(
    {
        "s",
        "sl",
        "sr",
        "ser",
        "srl",
        "serial",
        "sno",
        "slno",
        "srno",
        "lfd",
        "row",
        "index",
        "unnamed",
    }
    | {"ordem", "orden", "ordre", "rownum", "zeile", "seq"}
)
_COUNTED = frozenset({"no", "nr", "num", "number", "nº", "n°", "id", "0", "de", "d'ordre"})

Readings = Mapping[int, tuple[Candidate, ...]]


def names_people(readings: Sequence[Candidate]) -> bool:
    """Whether a header is a known name of the employee ID."""
    return any(one.field == col.EMPLOYEE_ID and not one.asked for one in readings)


def is_bare(column: Column) -> bool:
    """Whether a header says "id" and no more: of the person, or of anything else."""
    return header_key(column.header) == _BARE


def likely_id(body: Body, readings: Readings) -> Column | None:
    """The column that looks like numbers of people though its name is not known; first wins."""
    unknown = (
        column
        for column in body.columns
        if all(one.slip or one.asked for one in readings.get(column.index, ()))
        and not is_bare(column)
        and not _counts_rows(column)
        and not _numbers_something_else(column)
        and _is_early(body, column)
    )
    found = next((column for column in unknown if looks_like_ids(column.values)), None)
    return found or _numbered_once(body, readings) or _pointed_at(body, readings)


def _numbered_once(body: Body, readings: Readings) -> Column | None:
    """A column that says number and no more, and numbers every row once."""
    open_ones = (one for one in body.columns if not readings.get(one.index))
    return next((one for one in open_ones if says_number(one.header) and _is_key(one)), None)


def _pointed_at(body: Body, readings: Readings) -> Column | None:
    """A column of codes, each once, among which are the values of a column that names managers."""
    keys = [one for one in body.columns if not readings.get(one.index) and _is_key(one)]
    named = {
        one.index
        for one in body.columns
        for reading in readings.get(one.index, ())
        if reading.field in (col.MANAGER_ID, col.MANAGER_NAME)
    }
    bosses = [one for one in body.columns if one.index in named]
    pairs = ((key, boss) for key in keys for boss in bosses)
    return next(
        (key for key, boss in pairs if _share(boss, frozenset(key.values.distinct)) >= 0.9), None
    )


def _is_key(column: Column) -> bool:
    values = column.values
    each_once = values.filled == values.rows == len(values.distinct) > 1
    return each_once and all(" " not in text and not is_date(text) for text in values.distinct)


def _is_early(body: Body, column: Column) -> bool:
    """Ids stand at the beginning; plain numbers, which could be anything, only in front."""
    position = sum(not _counts_rows(one) for one in body.columns[: body.columns.index(column)])
    plain = all(map(is_number, column.values.distinct))
    if position == 0:
        return all(text.isdigit() for text in column.values.distinct) or not plain
    return not plain and position < _EARLY


def _counts_rows(column: Column) -> bool:
    """Whether a column counts the rows: S No, Sl. No., Lfd. Nr."""
    words = header_words(column.header).replace(".", " ").split()
    return bool(_SERIAL & set(words)) and set(words) <= _SERIAL | _COUNTED


def _numbers_something_else(column: Column) -> bool:
    """Whether a header says of what it is the id, and that is no person: role_id."""
    *before, last = header_words(column.header).split() or [""]
    return last == _BARE and bool(before) and not _PERSONS & set(before)


def of_the_crowd(
    columns: Sequence[Column], readings: Readings, ids: frozenset[str]
) -> Column | None:
    """The first unknown column most of whose values are ids of people of other sheets."""
    unknown = (one for one in columns if not readings.get(one.index) or is_bare(one))
    return next((one for one in unknown if _share(one, ids) >= 0.5 and _are_ids(one)), None)


def _are_ids(column: Column) -> bool:
    """Whether values can hardly be anything but ids: filled, many, long or not plain numbers."""
    texts, values = column.values.distinct, column.values
    long = all(len(text) >= _LONG or not text.isdigit() for text in texts)
    return len(texts) >= _FEW and values.filled >= 0.9 * values.rows and long


def first_without_header(body: Body, *, sure: bool) -> Column | None:
    """The first column that numbers the rows of a sheet without header.

    Short plain numbers may number anything; they count where many rows have them, or where it is
    `sure` that the rows are about people.
    """
    for column in body.columns[:2]:
        values = column.values
        each_once = values.filled == values.rows == len(values.distinct) > 1
        many = len(values.distinct) >= _MANY or all(len(text) >= _LONG for text in values.distinct)
        fits = all(" " not in text and not is_date(text) for text in values.distinct)
        if each_once and fits and (sure or many):
            return column
    return None


def agreeing(body: Body, readings: Readings, elsewhere: frozenset[str]) -> Column | None:
    """The one of several id columns that shares clearly more values with other sheets' ids."""
    able = [column for column in body.columns if may_number(column, readings)]
    shares = sorted(((_share(column, elsewhere), -column.index) for column in able), reverse=True)
    if len(shares) < 2 or shares[0][0] < _AGREES or shares[1][0] * 2 > shares[0][0]:
        return None
    return next(column for column in able if column.index == -shares[0][1])


def may_number(column: Column, readings: Readings) -> bool:
    """Whether a column could be the employee ID by its header."""
    return is_bare(column) or names_people(readings.get(column.index, ()))


def _share(column: Column, elsewhere: frozenset[str]) -> float:
    distinct = column.values.distinct
    return sum(text in elsewhere for text in distinct) / len(distinct) if distinct else 0.0


def bare_reading(column: Column, body: Body, readings: Readings) -> Candidate:
    """What a column headed "id" is in a list of people that numbers them in no other way.

    Asked about where it only counts the rows and another, unknown column could number people.
    """
    why = "a list of people numbered by a column that says only id"
    asked = "Is this the number of the person, not of the row?"
    rivals = (one for one in body.columns if not readings.get(one.index) and _are_ids(one))
    doubted = _is_running(column) and any(_all_differ(one) for one in rivals)
    return Candidate(
        "people", col.EMPLOYEE_ID, Confidence.LIKELY, why, 95, asked=asked if doubted else ""
    )


def _is_running(column: Column) -> bool:
    """Whether values count the rows upwards from a low number, as 1, 2, 3 or 1, 2, 4, 7."""
    distinct = column.values.distinct
    if not distinct or any(not text.isdigit() or text.startswith("0") for text in distinct):
        return False
    numbers = [int(text) for text in distinct]
    return numbers == sorted(numbers) and numbers[-1] <= _GAPS * len(numbers)


def _all_differ(column: Column) -> bool:
    return len(column.values.distinct) >= _NEARLY * column.values.filled
