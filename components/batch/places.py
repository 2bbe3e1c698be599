"""The evidence column: where each flag's cells stand, for all flags at once."""

import pandas as pd
import pyarrow as pa

from components.signals import RULES
from components.signals.rule import Pointer
from components.tables import columns as col
from components.tables.dataset import Dataset
from components.tables.sheets import column_letter

BETWEEN = "; "
TEXT = pd.ArrowDtype(pa.string())


def places(flags: pd.DataFrame, dataset: Dataset) -> pd.Series:
    """Write file › sheet › F37; … for each row of the flags; nothing where none fired."""
    pointers = [(rule.key, one) for rule in RULES for one in rule.evidence]
    pointers = [(key, one) for key, one in pointers if f"{one.name}_sheet" in flags.columns]
    sheets = list(dict.fromkeys(f"{one.name}_sheet" for _, one in pointers))
    pointed = flags[flags[sheets].notna().any(axis=1).to_numpy(dtype=bool)]
    return _written(pointed, pointers, dataset).reindex(flags.index)


def _written(
    flags: pd.DataFrame, pointers: list[tuple[str, Pointer]], dataset: Dataset
) -> pd.Series:
    """The same for the few rows that point anywhere."""
    written = pd.Series("", index=flags.index, dtype=TEXT)
    for key, pointer in pointers:
        sheet, row = f"{pointer.name}_sheet", f"{pointer.name}_row"
        for number, rows in flags[flags[col.RULE] == key].groupby(sheet)[row]:
            place = rows.astype("int64").astype(TEXT)
            place = _before_row(int(str(number)), pointer, dataset) + place
            written.loc[rows.index] = written.loc[rows.index] + BETWEEN + place
    trimmed = written.str.removeprefix(BETWEEN)
    return trimmed.where(trimmed != "", None)


def _before_row(sheet: int, pointer: Pointer, dataset: Dataset) -> str:
    source = dataset.sheets[sheet]
    column = dataset.places.get((sheet, pointer.table, pointer.field))
    letter = "row " if column is None else column_letter(column)
    parts = [part for part in (source.file, source.name) if part]
    return " › ".join([*parts, letter])
