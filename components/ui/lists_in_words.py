"""Lists as they are said in a sentence."""

from collections.abc import Sequence


def listed(names: Sequence[str], most: int = 3) -> str:
    """Names in a sentence, those beyond `most` as a number.

    >>> listed(["Egypt"]), listed(["A", "B"]), listed(["A", "B", "C", "D", "E"])
    ('Egypt', 'A and B', 'A, B, C and 2 more')
    """
    if len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
