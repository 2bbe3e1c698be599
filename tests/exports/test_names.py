"""A file is never served under an old name, nor under a name made of foreign text."""

import re
from datetime import UTC, date, datetime

import pytest

from components.errors import CallError
from components.exports import EXPORTS, file_name

DAY = date(2026, 6, 30)


def test_two_files_of_one_second_have_two_names():
    first = file_name("people", DAY, datetime(2026, 7, 1, 9, 0, 0, 1000, tzinfo=UTC), ending="csv")
    second = file_name("people", DAY, datetime(2026, 7, 1, 9, 0, 0, 2000, tzinfo=UTC), ending="csv")
    assert first != second


@pytest.mark.parametrize("key", [export.key for export in EXPORTS])
def test_every_list_has_a_plain_name(key: str):
    name = file_name(key, DAY, datetime(2026, 7, 1, tzinfo=UTC), ending="xlsx")
    assert re.fullmatch(r"[a-z0-9-]+\.xlsx", name)


@pytest.mark.parametrize("kind", ["../people", "Ann Müller", "a.b", "", "a\r\nb", "-a"])
def test_foreign_text_is_refused(kind: str):
    with pytest.raises(CallError):
        file_name(kind, DAY, datetime(2026, 7, 1, tzinfo=UTC), ending="csv")
