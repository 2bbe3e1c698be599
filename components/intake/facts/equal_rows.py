"""Rows that are equal in several columns: found by one number per row, then compared."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int32] | npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int64]

_ODD = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


def first_equal(columns: Sequence[Codes]) -> Numbers:
    """Per row the first row that is equal to it in every column: mostly itself.

    >>> first_equal([np.array([1, 2, 1]), np.array([5, 5, 5])]).tolist()
    [0, 1, 0]
    """
    first = np.arange(len(columns[0]), dtype=np.int64)
    suspects = _suspects(columns)
    if len(suspects):
        table = np.column_stack([codes[suspects] for codes in columns])
        _, at, which = np.unique(table, axis=0, return_index=True, return_inverse=True)
        first[suspects] = suspects[at][which.reshape(-1)]
    return first


def _suspects(columns: Sequence[Codes]) -> Numbers:
    """Rows whose number another row has too."""
    mixed = np.zeros(len(columns[0]), dtype=np.uint64)
    for codes in columns:
        mixed = (mixed ^ codes.astype(np.uint64)) * _ODD
        mixed ^= mixed >> _SHIFT
    in_order = np.sort(mixed)
    twice = in_order[1:][in_order[1:] == in_order[:-1]]
    return np.flatnonzero(np.isin(mixed, twice)) if len(twice) else np.empty(0, dtype=np.int64)
