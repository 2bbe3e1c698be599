"""Small counts as words, for the beginning of a title."""

SMALL = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def counted_words(count: int, noun: str, plural: str = "") -> str:
    """A count with its noun; up to nine it is spelled out.

    >>> counted_words(1, "flag"), counted_words(3, "gap"), counted_words(12, "gap")
    ('One flag', 'Three gaps', '12 gaps')
    """
    number = SMALL[count] if count < len(SMALL) else f"{count:,}"
    return f"{number} {noun if count == 1 else plural or f'{noun}s'}"
