"""Text that a spreadsheet program would run as a formula, made harmless and back.

A text that begins with = + - @, a tab, a carriage return, a NUL or a full-width form of these
gets an apostrophe in front; so does one that begins with apostrophes before such a sign, which
makes the rule reversible for every text.
"""

import re

import pyarrow as pa
import pyarrow.compute as pc

_SIGNS = r"=+\-@\t\r\x00＝＋－＠"
_RUNS = re.compile(f"'*[{_SIGNS}]")
_ESCAPED = re.compile(f"'+[{_SIGNS}]")


def escape(text: str) -> str:
    """The text as it may stand in a CSV file.

    >>> escape("=1+1"), escape("'=1+1"), escape("plain"), escape("'tis")
    ("'=1+1", "''=1+1", 'plain', "'tis")
    """
    return f"'{text}" if _RUNS.match(text) else text


def unescape(text: str) -> str:
    """The text that was meant.

    >>> unescape("'=1+1"), unescape("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if _ESCAPED.match(text) else text


def escape_column(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """The same for a whole column; empty cells stay empty."""
    runs = pc.match_substring_regex(texts, f"^'*[{_SIGNS}]")
    if not pc.any(runs).as_py():
        return texts
    mark = pa.scalar("'", texts.type)
    nothing = pa.scalar("", texts.type)
    return pc.if_else(runs, pc.binary_join_element_wise(mark, texts, nothing), texts)
