"""How soon somebody could follow another: taken from lists about other things by its words."""

import re

from components.intake.recognise.body import Column
from components.intake.recognise.candidate import Candidate
from components.tables import columns as col

_SOON = re.compile(
    r"read(?:y|iness)|now|year|month|yr|jahr|monat|sofort|bereit|an(?:s|née)|mois|prêt|imm[eé]diat"
    r"|año|mes|listo|inmediat|ano|pronto|imediat",
    re.IGNORECASE,
)
_MOSTLY = 0.6


def speaks_so(reading: Candidate, column: Column, table: str) -> bool:
    """Whether readiness on a sheet of another table says how soon; any other reading may be."""
    if reading.field != col.READINESS or reading.table == table or column.values.empty:
        return True
    texts = column.values.distinct
    return sum(bool(_SOON.search(text)) for text in texts) >= _MOSTLY * len(texts)
