"""Names of files: fixed words, the day they speak of, and when they were made."""

import re
from datetime import date, datetime

from components.errors import CallError

_KIND = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def file_name(kind: str, as_of: date, stamp: datetime, *, ending: str) -> str:
    """The name to save under; never the same twice, never made of text from a file.

    >>> file_name("flags", date(2026, 6, 30), datetime(2026, 7, 1, 9, 5, 0, 120000), ending="csv")
    'trajectory-flags-as-of-2026-06-30-made-20260701-090500-120.csv'
    """
    if not _KIND.fullmatch(kind) or not _KIND.fullmatch(ending):
        raise CallError(f"{kind}.{ending} can't name a file.", now="Use a-z, 0-9 and hyphens.")
    made = f"{stamp:%Y%m%d-%H%M%S}-{stamp.microsecond // 1000:03d}"
    return f"trajectory-{kind}-as-of-{as_of.isoformat()}-made-{made}.{ending}"
