"""One column of text in, typed values out, and the texts that could not be read.

Every reader works on the distinct texts of a column; the rows take their values by index. What
can't be read is null, never another value. Public: `read_column`, `Column`, `Hints`, and what
single texts look like: `is_date`, `may_be_date`, `orders`, `is_number`, `number_form`,
`is_duration`.
"""

from components.intake.values.column import Column, read_column
from components.intake.values.dates import is_date, may_be_date
from components.intake.values.day_order import Order, orders
from components.intake.values.distinct import Distinct, distinct
from components.intake.values.doubts import Doubt
from components.intake.values.durations import is_duration
from components.intake.values.hints import UNREAD, Hints, Unread
from components.intake.values.number_forms import is_number, number_form

__all__ = [
    "UNREAD",
    "Column",
    "Distinct",
    "Doubt",
    "Hints",
    "Order",
    "Unread",
    "distinct",
    "is_date",
    "is_duration",
    "is_number",
    "may_be_date",
    "number_form",
    "orders",
    "read_column",
]
