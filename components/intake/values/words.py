"""Ids, texts, categories and choices: words kept as they are, blank markers as none."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.values.distinct import Mask, keys, tidy
from components.intake.values.hints import UNREAD, Hints, Unread
from components.settings import label_key


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
    known = hints.settings.values
    blanks = set(known.blank_keys(hints.field.kind.value))
    if hints.names_a_manager:
        none = (*known.sentinels.no_manager, *known.sentinels.perhaps_no_manager)
        blanks |= {label_key(text) for text in none}
    if hints.is_an_end:
        blanks -= {label_key(text) for text in known.sentinels.ended_unknown}
    blanks = (blanks | hints.said("blanks")) - hints.said("values") | {""}
    found = pc.is_in(keys(words), value_set=pa.array(sorted(blanks), pa.string()))
    return np.asarray(found, dtype=np.bool_)


def zero_mask(words: pa.StringArray, hints: Hints) -> Mask:
    """Which texts perhaps mean that there is no manager, unless a person said what they mean."""
    said = hints.said("blanks") | hints.said("values")
    zeros = set(map(label_key, hints.settings.values.sentinels.perhaps_no_manager)) - said
    wanted = pa.array(sorted(zeros if hints.names_a_manager else ()), pa.string())
    return np.asarray(pc.is_in(keys(tidy(words)), value_set=wanted), dtype=np.bool_)


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
