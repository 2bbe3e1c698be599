"""Unknown columns that speak in known words: ratings, levels, events, exits, states."""

from components.intake.recognise.assign import FEEDS
from components.intake.recognise.evidence import Values
from components.intake.recognise.look import Look, Proposal, counted
from components.intake.values import is_number
from components.settings import header_words, label_key
from components.tables import columns as col
from components.tables.fields import Kind
from components.tables.schema import TABLES

_FEW, _MANY = 2, 15
_SAY_LITTLE = frozenset({"low", "medium", "high", "bottom", "middle", "top", "good", "l", "m", "h"})
"""Labels that other things are on as well: risks, priorities, potential."""
_RATES_A_PERSON = 3
_NEARLY_ALL = 0.8
"""Of the rows have a level: what only some people have is something else."""


def rated(look: Look) -> Proposal | None:
    """Labels of a scale of words, all of one scale, and enough of them to be no accident."""
    values = look.values
    if _is_rated(look) or look.table not in ("people", "reviews") or _is_too_varied(values):
        return None
    for scale in look.settings.ratings.scales.values():
        if scale.is_numeric:
            continue
        held = all(scale.label_of(text) is not None for text in values.distinct)
        if held and len(values.distinct) >= _RATES_A_PERSON and len(_telling(values)) > 1:
            why = counted(values.filled, values.filled, f"values are ratings on “{scale.name}”")
            return Proposal("reviews", col.RATING, why)
    return None


def _is_rated(look: Look) -> bool:
    """Whether a column holds the rating, other than as the code of one."""
    held = look.holder(col.RATING)
    coded = held is not None and header_words(held.header).rpartition(" ")[2] in ("id", "code")
    return look.has(col.RATING) and not coded


def levelled(look: Look) -> Proposal | None:
    """Labels that config/levels.toml puts in order; plain numbers count other things too."""
    values, levels = look.values, look.settings.levels
    if look.table not in ("people", "roles") or look.has(col.LEVEL) or _is_too_varied(values):
        return None
    if values.filled < _NEARLY_ALL * values.rows:
        return None
    if any(is_number(text) or levels.step_of(text) is None for text in values.distinct):
        return None
    if not _telling(values):
        return None
    why = counted(values.filled, values.filled, "values are levels in a known order")
    return Proposal(_table_of(look, col.LEVEL), col.LEVEL, why)


def worded(look: Look) -> Proposal | None:
    """Words that config/values.toml knows for one field and for no other."""
    values = look.values
    if _is_too_varied(values) or any(len(text) < _FEW for text in values.distinct):
        return None
    able = {
        name: table
        for table in (*FEEDS.get(look.table, ()), look.table)
        for name in TABLES[table].names
        if TABLES[table].field(name).kind == Kind.CHOICE and _knows(look, table, name)
    }
    if len(able) != 1:
        return None
    (name, table), *_ = able.items()
    if look.has(name):
        return None
    label = TABLES[table].field(name).label.lower()
    why = counted(values.filled, values.filled, f"values are known words for the {label}")
    return Proposal(table, name, why)


def _telling(values: Values) -> list[str]:
    return [text for text in values.distinct if label_key(text) not in _SAY_LITTLE]


def _knows(look: Look, table: str, name: str) -> bool:
    category = look.settings.values.category_of(table, name)
    blanks = look.settings.values.blank_keys(Kind.CHOICE.value)
    texts = [text for text in look.values.distinct if label_key(text) not in blanks]
    read = {category.read(text) for text in texts} if category else {None}
    return None not in read and len(read) >= _FEW


def _table_of(look: Look, name: str) -> str:
    return look.table if name in TABLES[look.table].names else "people"


def _is_too_varied(values: Values) -> bool:
    """Whether values are too many, or too seldom the same, to be words of a short list."""
    kinds = len(values.distinct)
    return not _FEW <= kinds <= _MANY or kinds > 0.5 * values.filled
