"""Ids, texts, categories and choices: words kept as they are, blank markers as none."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.values.distinct import keys, tidy
from components.intake.values.hints import UNREAD, Hints, Unread
from components.settings import label_key
from components.tables import columns as col
from components.tables.fields import Kind

_MANAGERS = frozenset({col.MANAGER_ID, col.REVIEWER_ID, col.INCUMBENT_ID, col.OFFERED_BY})

Mask = npt.NDArray[np.bool_]


def tidy_words(words: pa.StringArray, hints: Hints) -> pa.StringArray:
    """The texts as values, null where a text says that there is none.

    Zeros and case stay, accents are written in one way, ends are trimmed: two ids are the same
    only when they are equal then.
    """
    clean = tidy(words)
    blank = _is_blank(clean, hints)
    none = pa.scalar(None, pa.string())
    return pc.if_else(pa.array(blank), none, clean) if blank.any() else clean


def _is_blank(words: pa.StringArray, hints: Hints) -> Mask:
    blanks = set(hints.settings.values.blank_keys(hints.field.kind.value))
    if hints.field.name in _MANAGERS and hints.field.kind is Kind.ID:
        blanks |= {label_key(text) for text in hints.settings.values.sentinels.no_manager}
    blanks = (blanks | hints.said("blanks")) - hints.said("values") | {""}
    found = pc.is_in(keys(words), value_set=pa.array(sorted(blanks), pa.string()))
    return np.asarray(found, dtype=np.bool_)


def blank_mask(words: pa.StringArray, hints: Hints) -> Mask:
    """Which texts mean "nothing here" in this field."""
    return _is_blank(tidy(words), hints)


def read_choice(word: str, hints: Hints) -> str | Unread:
    """The value a word stands for; a field without a list takes every word."""
    category = hints.settings.values.category_of(hints.table, hints.field.name)
    if category is None:
        return word
    found = category.read(word)
    return UNREAD if found is None else found


def read_yes_no(word: str, hints: Hints) -> bool | Unread:
    """Yes, no, or unread."""
    found = hints.settings.values.read_yes_no(word)
    return UNREAD if found is None else found
