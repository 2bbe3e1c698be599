"""One column of text in, typed values out, and the texts that could not be read.

Every reader works on the distinct texts of a column; the rows take their values by index. What
can't be read is null, never another value. Public: `read_column`, `Column`, `Hints`.
"""

from components.intake.values.column import Column, read_column
from components.intake.values.distinct import Distinct, distinct
from components.intake.values.hints import UNREAD, Hints, Unread

__all__ = ["UNREAD", "Column", "Distinct", "Hints", "Unread", "distinct", "read_column"]
