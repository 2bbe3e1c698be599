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
    written = pd.Series("", index=flags.index, dtype=TEXT)
    for rule in RULES:
        for pointer in rule.evidence:
            sheet, row = f"{pointer.name}_sheet", f"{pointer.name}_row"
            if sheet not in flags.columns:
                continue
            found = flags[(flags[col.RULE] == rule.key) & flags[sheet].notna()]
            for number, rows in found.groupby(sheet)[row]:
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
