"""The distinct texts of a column, and for each row which of them it holds."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Distinct:
    """`words`: the distinct texts, trimmed only by `tidy`; `index`: per row, null where empty."""

    words: pa.StringArray = field(repr=False)
    index: pa.Int32Array = field(repr=False)

    @property
    def texts(self) -> list[str]:
        """The distinct texts as Python strings."""
        return list(self.words.to_pylist())

    def spread(self, values: pa.Array) -> pa.Array:
        """One value per distinct text → one value per row."""
        return values.take(self.index)

    def codes(self) -> npt.NDArray[np.int32]:
        """Per row the number of its text; −1 where empty."""
        return np.asarray(self.index.fill_null(-1), dtype=np.int32)

    def counts(self) -> list[int]:
        """How many rows hold each distinct text."""
        return list(np.bincount(self.codes() + 1, minlength=len(self.words) + 1)[1:].tolist())

    def labelled(self, values: pa.Array) -> pa.DictionaryArray:
        """Texts per distinct text → a dictionary column, equal texts under one number."""
        if values is self.words:
            return pa.DictionaryArray.from_arrays(self.index, self.words)
        encoded = values.dictionary_encode()
        return pa.DictionaryArray.from_arrays(encoded.indices.take(self.index), encoded.dictionary)

    def rows_of(self, marked: Mask) -> npt.NDArray[np.int64]:
        """The 0-based rows whose text is one of the marked ones."""
        if not marked.any():
            return np.empty(0, dtype=np.int64)
        return np.flatnonzero(np.append(marked, False)[self.codes()])


def distinct(column: pa.ChunkedArray | pa.Array) -> Distinct:
    """Encode a text column once.

    >>> distinct(pa.array(["a", None, "a"])).texts
    ['a']
    """
    whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    encoded: Any = whole.dictionary_encode()
    return Distinct(encoded.dictionary, encoded.indices)


def tidy(words: pa.StringArray) -> pa.StringArray:
    """Trim, write accents in one way (NFC) and drop control characters; case stays.

    The very array is given back where nothing changes.

    >>> tidy(pa.array([" 007 ", "x"])).to_pylist()
    ['007', 'x']
    """
    clean = words
    if pc.all(pc.ascii_is_printable(words)).as_py() is False:
        clean = pc.utf8_normalize(words, form="NFC")
        clean = pc.replace_substring_regex(clean, _CONTROL, "")
    trimmed = pc.utf8_trim_whitespace(clean)
    return words if trimmed.equals(words) else trimmed


_CONTROL = r"[\x00-\x08\x0b-\x1f\x7f\x{80}-\x{9f}]"


def keys(words: pa.StringArray) -> pa.StringArray:
    """Texts as compared with blank markers: width, case and outer spaces don't count."""
    plain = pc.all(pc.string_is_ascii(words)).as_py() is not False
    return pc.utf8_lower(words if plain else pc.utf8_normalize(words, form="NFKC"))
