"""A thousand small damages to clean files: what is read is what stands there, or it is listed."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from components.intake import Answers, read_files
from components.settings import Settings, load_settings
from tests.proofs.corruptions import KINDS, Corrupted, corrupt
from tests.proofs.in_process import no_child
from tests.proofs.silence import Clean, Outcome, judged, middle_rating_changes
from tests.proofs.small_company import MAIN, small_company
from tests.proofs.table import ProofTable
from tests.truth.road import DAY

QUICK = 2 * len(KINDS)
FULL = 1_000
HEADS = ("Damage", "Times", "Cells changed", "Read as written", "Listed", "Silent", "Middle rule")


@dataclass
class Line:
    """What became of the corruptions of one kind, and what the rival's rule makes of them."""

    times: int = 0
    changed: int = 0
    as_written: int = 0
    listed: int = 0
    silent: int = 0
    by_the_rule: int = 0

    def add(self, one: Corrupted, found: Outcome) -> None:
        """Count one corruption more."""
        self.times += 1
        self.changed += found.changed
        self.as_written += found.as_written
        self.listed += found.listed
        self.silent += len(found.silent)
        self.by_the_rule += middle_rating_changes(one)


@dataclass
class Damage:
    """What became of so many corruptions: by kind, and which values were changed silently."""

    lines: dict[str, Line] = field(default_factory=lambda: {kind: Line() for kind in KINDS})
    files: set[str] = field(default_factory=set)
    silent: list[str] = field(default_factory=list)

    def total(self, name: str) -> int:
        """A count over every kind."""
        return sum(getattr(line, name) for line in self.lines.values())

    def rows(self) -> Iterator[tuple[object, ...]]:
        """The lines of the table, the sum last."""
        for kind, line in self.lines.items():
            yield (kind, *vars(line).values())
        yield ("all", *(self.total(name) for name in vars(Line())))


def damaged(seeds: range, settings: Settings) -> Damage:
    """Corrupt the clean files once for each seed, each time anew."""
    files, found = small_company(), Damage()
    with no_child():
        whole = read_files([one.upload() for one in files], settings, answers=Answers(), today=DAY)
        clean = Clean.of(whole)
        for seed in seeds:
            one = corrupt(seed, files)
            reading = read_files(one.uploads, settings, answers=Answers(), today=DAY)
            outcome = judged(one, reading, clean)
            found.lines[one.kind].add(one, outcome)
            found.files.add(one.file)
            found.silent += [f"seed {seed}: {said}" for said in outcome.silent]
    return found


def test_every_value_of_the_clean_files_is_read_as_it_is_written() -> None:
    files = small_company()
    with no_child():
        uploads = [one.upload() for one in files]
        reading = read_files(uploads, load_settings(), answers=Answers(), today=DAY)
    clean = Clean.of(reading)
    read = {(file, column) for file, column, _, _ in clean.places}
    filled = {
        (one.name, column)
        for one in files
        for column in range(len(one.header))
        if any(row[column] for row in one.rows)
    }
    assert read >= filled
    assert {code for code, _, _ in clean.problems} == {"person_without_review"}


def test_no_value_of_a_damaged_file_is_changed_silently() -> None:
    found = damaged(range(QUICK), load_settings())
    assert [line.times for line in found.lines.values()] == [2] * len(KINDS)
    assert found.silent == []
    assert found.total("changed") == found.total("as_written") + found.total("listed")
    assert found.total("by_the_rule") > 0


@pytest.mark.prove
def test_no_value_of_a_thousand_damaged_files_is_changed_silently(proved: ProofTable) -> None:
    found = damaged(range(FULL), load_settings())
    rule = "Ratings changed silently by “unreadable becomes the middle one”"
    silent = len(found.silent)
    proved.add("Damage", f"Corruptions of {len(KINDS)} kinds", found.total("times"))
    met = proved.add("Damage", "Values changed silently", silent, goal=("exactly", 0))
    proved.add("Damage", rule, found.total("by_the_rule"))
    proved.add_table("What became of the cells that damage changed", HEADS, found.rows())
    assert found.files == set(MAIN)
    assert met, found.silent[:20]
