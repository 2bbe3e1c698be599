"""What Culture notes says: what a note is, whom it covers, and what stands behind it."""

from collections.abc import Sequence
from datetime import date

from components.analysis.places_of_work import Place
from components.settings.regions import CultureNote, RegionSettings
from components.ui.lists_in_words import listed

PROMPT = (
    "A note is a prompt about the process at a place of work, never about a person. "
    "Most variation lies within countries, not between them."
)
GRADES = {
    "A": "A: measured the same way in several countries",
    "B": "B: a survey in several countries",
    "C": "C: practice and experience, no survey",
}
FEW_RATED = 30
"""Below so many rated people nothing is said about how a region uses the scale."""


def sections(note: CultureNote) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The heading and sentences of each part of a note, in order."""
    return (
        ("What good work is often expected to look like", note.expected),
        ("What tends to drive promotion", note.promotion),
        ("Common pitfall", note.pitfall),
        ("Question to ask", (note.question,)),
    )


def behind(note: CultureNote, today: date) -> dict[str, str]:
    """What stands behind a note and what it does not tell, by name."""
    due = " (review due)" if note.is_due(today) else ""
    return {
        "What it doesn’t tell": note.does_not_tell,
        "Within countries": note.within_countries,
        "Evidence": GRADES[note.grade],
        "Size of effect": note.effect_size,
        "Source": note.source,
        "Owner": note.owner,
        "Review by": f"{in_words(note.review_date)}{due}",
    }


def in_words(day: date) -> str:
    """A day as it is written on screen.

    >>> in_words(date(2026, 2, 8))
    '8 Feb 2026'
    """
    return f"{day.day} {day:%b %Y}"


def finding(places: Sequence[Place]) -> str:
    """How many people work where a note exists, and where none does."""
    people = sum(place.people for place in places)
    covered = sum(place.people for place in places if place.note)
    without = names_of([place for place in places if place.name and not place.note])
    if not people:
        return "Nobody is left to read notes about"
    if not covered:
        return "No note covers the places where these people work"
    if not without:
        return f"{covered:,} of {people:,} people work where a note exists"
    none = "has none" if len(without) == 1 else "have none"
    return f"{covered:,} of {people:,} people work where a note exists; {listed(without)} {none}"


def divided(places: Sequence[Place]) -> dict[str, int]:
    """The parts of the sum under the finding, each counted from its own rows."""
    known = [place for place in places if place.name]
    return {
        "where a note exists": sum(place.people for place in known if place.note),
        "where none does": sum(place.people for place in known if not place.note),
        "at a place not known": sum(place.people for place in places if not place.name),
    }


def names_of(places: Sequence[Place]) -> list[str]:
    """The names of places, each once, in name order; small groups are not told by a count."""
    return sorted({place.name for place in places if place.name}, key=str.casefold)


def coverage(region: RegionSettings, places: Sequence[Place]) -> str:
    """Where our people work whom the note covers, and for whom it was written."""
    names = names_of([place for place in places if place.note == region.name])
    ours = (
        f"Our people there work in {listed(names, most=8)}."
        if names
        else "None of these people works there."
    )
    if not region.note.written_for:
        return ours
    meant = [region.countries[code][0] for code in region.note.written_for]
    return f"Written for {listed(meant)}; other countries of the region may differ. {ours}"


def not_covered(places: Sequence[Place]) -> str:
    """The places without a note, in words; nothing where each has one."""
    names = names_of([place for place in places if place.name and not place.note])
    if not names:
        return ""
    return (
        f"No note covers {listed(names, most=12)}: no list in config/regions names "
        f"{'it' if len(names) == 1 else 'them'}. The people there are in no region’s bars below."
    )


def too_few(rated: int, limit: int) -> str:
    """Why a region's ratings are not shown."""
    if not rated:
        return "Nobody rated works here, so there is nothing to show beside the note."
    if rated < limit:
        return f"Fewer than {limit} rated people work here: their ratings are not shown."
    return (
        "Not shown: with these ratings those of a region with fewer than "
        f"{limit} rated people could be worked out."
    )
