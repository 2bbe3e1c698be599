"""Impact in words: the finding, what is counted, and what is known of one person."""

from collections.abc import Mapping
from typing import Any

from components.charts.impact_matrix import COLUMNS, HIGH
from components.signals.impact import FACTS, KNOWN, YES
from components.ui.counted_words import counted_words
from components.ui.facts import missing
from components.ui.impact.counting import Cell, Missed

NOT_KNOWN = "Impact not known"


def finding(found: Missed) -> str:
    """How many of those with a reason would be missed in several ways."""
    high = int((found.placed[YES] >= HIGH).sum())
    if not len(found.placed):
        return "How much somebody would be missed is not known here"
    noun = "person" if high == 1 else "people"
    count = f"{high:,}" if high else "Nobody"
    if not high:
        return "Nobody with a reason would be missed in several ways"
    return f"{count} {noun} with a reason would be missed in several ways"


def base(found: Missed, least: int) -> str:
    """What counts as being missed, and how many people stand where."""
    placed, unplaced = len(found.placed), len(found.unplaced)
    people = len(found.rows)
    return (
        f"Facts: alone in holding a competency; a critical role, and nobody ready to follow; "
        f"{least} people or more beneath. {placed:,} shown + {unplaced:,} of unknown impact + "
        f"{found.without_reason:,} without a flag = {people:,} people."
    )


def cell_words(cell: Cell, people: int) -> str:
    """A cell as an entry of the list to choose from."""
    facts, reasons = cell
    counted = counted_words(people, "person", "people")
    missed_by = "missed by none of the facts" if not facts else f"missed by {facts} of the facts"
    return f"{counted}: {missed_by}, {COLUMNS[reasons - 1]}"


def person_words(row: Mapping[str, Any], least: int) -> str:
    """What is known of one person, and what is not."""
    said = [_fact(fact.key, fact.words, least) for fact in FACTS if row[fact.column] is True]
    known = f"{int(row[YES])} of {int(row[KNOWN])} known facts"
    unknown = [fact.words for fact in FACTS if missing(row[fact.column])]
    words = f"{known}: {'; '.join(said)}." if said else f"{known}."
    return f"{words} Not known: {'; '.join(unknown)}." if unknown else words


def _fact(key: str, words: str, least: int) -> str:
    return f"{least} people or more beneath" if key == "people_beneath" else words
