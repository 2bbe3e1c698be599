"""The sum that must hold on every page: known + unknown + hidden = people."""

from components.errors import CountsDisagree


def reconciled(page: str, people: int, **parts: int) -> str:
    """The sum in words; each part is counted from its own rows, never by subtraction.

    Names of parts are shown with spaces for underscores; parts of 0 are left out.

    >>> reconciled("Flight risk", 214, flagged=23, not_flagged=166, cant_tell=25)
    '23 flagged + 166 not flagged + 25 can’t tell = 214 people'

    Raises:
        CountsDisagree: the parts don't add up.
    """
    named = {_words(name): count for name, count in parts.items()}
    if sum(parts.values()) != people:
        raise CountsDisagree.on(page, named, people)
    shown = [f"{count:,} {name}" for name, count in named.items() if count] or ["0"]
    return f"{' + '.join(shown)} = {people:,} {'person' if people == 1 else 'people'}"


def _words(name: str) -> str:
    return name.replace("_", " ").replace("cant ", "can’t ")
