"""What is said to be unknown or set aside is counted as such before anything is confirmed."""

import pytest

from components.intake.checks.words import wordings
from components.intake.facts.findings import Wording
from components.intake.outcomes import SET_ASIDE, UNREADABLE

SAID = sorted(set(wordings()), key=lambda one: (one.code, one.one))


@pytest.mark.parametrize("wording", SAID, ids=lambda one: one.code)
def test_the_sentence_and_the_count_agree(wording: Wording) -> None:
    now = wording.now.casefold()
    if "set aside" in now:  # a row that lacks its date counts once, as a value that is unreadable
        assert wording.code in SET_ASIDE | UNREADABLE
    if ("unknown" in now and ("count" in now or "not read" in now)) or "are not read" in now:
        assert wording.code in UNREADABLE
