"""The change of a version in one or two finished sentences, for the screen."""

from components.analysis.between.kinds import ALWAYS
from components.analysis.between.version_changes import Change, VersionChanges

_COMES_IN = (
    *("joined", "to_come", "left_before"),
    *("new_reviews", "new_roles", "new_competencies", "new_further"),
)
_PLAIN = {
    "joined": ("active person", "active people"),
    "to_come": ("who starts later", "who start later"),
    "left_before": ("who has left", "who have left"),
    "new_reviews": ("review", "reviews"),
    "new_roles": ("role row", "role rows"),
    "new_competencies": ("score", "scores"),
    "new_further": ("further row", "further rows"),
}
_MOST_NAMED = 5


def sentence(changes: VersionChanges) -> str:
    """What changed in words; of the first upload, what comes in.

    The six numbers that a person confirms are always said; the others where there are any.
    """
    if changes.first:
        return _first(changes)
    always = [changes[key] for key in ALWAYS]
    others = [one for one in changes.changes if one.key not in ALWAYS and one.count]
    if not others and not any(one.count for one in always):
        return " ".join(("Nothing changed since the version in use.", *_lost(changes)))
    said = [f"{_listed([one.words for one in always])}."]
    if others:
        said.append(f"Besides, {_listed([one.words for one in others])}.")
    return " ".join((*said, *_lost(changes)))


def _first(changes: VersionChanges) -> str:
    incoming = [changes[key] for key in _COMES_IN if changes[key].count]
    said = _listed([_plain(one) for one in incoming]) or "Nobody"
    wrong = _listed([changes[key].words for key in ("unreadable", "set_aside")])
    return f"First data: {said}. {wrong}."


def _plain(change: Change) -> str:
    one, many = _PLAIN[change.key]
    return f"{change.count:,} {one if change.count == 1 else many}"


def _lost(changes: VersionChanges) -> tuple[str, ...]:
    if not changes.not_given:
        return ()
    named = [*changes.not_given[:_MOST_NAMED]]
    more = len(changes.not_given) - len(named)
    named += [f"{more} more"] if more else []
    return (f"The new files no longer say: {_listed(named)}.",)


def _listed(parts: list[str]) -> str:
    """Parts as a list in a sentence.

    >>> _listed(["1 person joined", "2 left", "3 moved"])
    '1 person joined, 2 left and 3 moved'
    """
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
