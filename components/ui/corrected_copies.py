"""Corrected copies among uploaded files, and what they are copies of."""

from collections.abc import Sequence
from dataclasses import replace

from components.intake import Answers, Corrected, Opened, Upload, correct, load_answers
from components.intake.our_sheet import named_originals
from components.store import Version
from components.ui import caching
from components.ui.arrival import Arrival, Base


def copies_in(opened: Opened) -> frozenset[str]:
    """Names of the files that carry our list of problems: they were given back corrected."""
    return frozenset(named_originals(opened.arrived.problems))


def base_of(held: Arrival) -> Base:
    """Files that wait, as what others correct."""
    return Base(
        held.opened.arrived.sheets,
        held.answers,
        held.problems,
        held.opened.key,
        lambda: held.uploads,
    )


def base_in_use(version: Version) -> Base:
    """The files of the version in use, as what others correct."""

    def uploads() -> Sequence[Upload]:
        kept = caching.versions()
        files = enumerate(kept.files(version.name))
        return [Upload(one.name, kept.file(version.name, number)) for number, one in files]

    return Base(
        version.dataset.sheets,
        load_answers(version.answers),
        version.problems,
        version.name,
        uploads,
    )


def corrected(came: Opened, base: Base, answers: Answers) -> Corrected | None:
    """The copies in the place of what they correct; answers about what is replaced are let go."""
    made = correct(came, base.sheets, answers, problems=base.problems, key=base.key)
    if made is None:
        return None
    files = {sheet.file for sheet in made.opened.arrived.sheets}
    kept = tuple(one for one in made.answers.sheet if one.file in files)
    return replace(made, answers=made.answers.model_copy(update={"sheet": kept}))
