"""What a header of scores calls its competency: clarity_score is about clarity."""

from components.settings import Settings, header_words

ENDINGS = frozenset({"score", "rating", "level", "note", "nota", "punkte", "bewertung", "points"})
"""Words behind a competency that only say what stands in the column."""


def competency_in(header: str, settings: Settings) -> str:
    """The name that config/competencies.toml has for it, else the header's own words.

    A header without such an ending stays as it is written.
    """
    words = header_words(header).split()
    has_ending = len(words) > 1 and words[-1] in ENDINGS
    bare = " ".join(words[:-1]) if has_ending else " ".join(header.replace("_", " ").split())
    known = settings.competencies.named(bare)
    return known.name if known else bare[:1].upper() + bare[1:]
