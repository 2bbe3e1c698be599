"""A thousand small damages to clean files: what is read is what stands there, or it is listed."""

from collections import Counter
from dataclasses import dataclass, field

import pytest

from components.intake import Answers, read_files
from components.settings import Settings, load_settings
from tests.proofs.corruptions import KINDS, corrupt
from tests.proofs.in_process import no_child
from tests.proofs.silence import Clean, middle_rating_changes, silent_changes
from tests.proofs.small_company import small_company
from tests.proofs.table import ProofTable
from tests.truth.road import DAY

QUICK = 2 * len(KINDS)
FULL = 1_000


@dataclass
class Damage:
    """What became of so many corruptions."""

    done: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    silent: list[str] = field(default_factory=list)
    by_the_rule: int = 0


def damaged(times: int, settings: Settings) -> Damage:
    """Corrupt the clean files so many times, each time anew."""
    files, found = small_company(), Damage()
    with no_child():
        whole = read_files([one.upload() for one in files], settings, answers=Answers(), today=DAY)
        clean = Clean.of(whole, {one.name: [one.header, *one.rows] for one in files})
        for seed in range(times):
            one = corrupt(seed, files)
            reading = read_files(one.uploads, settings, answers=Answers(), today=DAY)
            found.silent += [f"seed {seed}: {said}" for said in silent_changes(one, reading, clean)]
            found.by_the_rule += middle_rating_changes(one)
            found.kinds[one.kind] += 1
            found.done += 1
    return found


def test_no_value_of_a_damaged_file_is_changed_silently() -> None:
    found = damaged(QUICK, load_settings())
    assert set(found.kinds) == set(KINDS)
    assert found.silent == []
    assert found.by_the_rule > 0


@pytest.mark.prove
def test_no_value_of_a_thousand_damaged_files_is_changed_silently(proved: ProofTable) -> None:
    found = damaged(FULL, load_settings())
    rule = "Ratings changed silently by “unreadable becomes the middle one”"
    proved.add("Damage", f"Corruptions of {len(found.kinds)} kinds", found.done)
    met = proved.add("Damage", "Values changed silently", len(found.silent), goal=("exactly", 0))
    proved.add("Damage", rule, found.by_the_rule)
    assert met, found.silent[:20]
