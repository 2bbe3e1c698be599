"""The few words that every part of Load data uses."""


def counted(number: int, thing: str) -> str:
    """A number with its noun.

    >>> counted(1, "file"), counted(1200, "cell")
    ('1 file', '1,200 cells')
    """
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def verb(number: int, one: str, many: str) -> str:
    """The form of a verb that fits a number.

    >>> verb(1, "needs", "need"), verb(2, "needs", "need")
    ('needs', 'need')
    """
    return one if number == 1 else many


def name_of(file: str, sheet: str) -> str:
    """A sheet in words.

    >>> name_of("roles.csv", ""), name_of("all.xlsx", "Reviews")
    ('roles.csv', 'all.xlsx › Reviews')
    """
    return f"{file} › {sheet}" if sheet else file


def listed(names: list[str], most: int = 3) -> str:
    """Names in one line, cut after a few.

    >>> listed(["a", "b"]), listed(["a", "b", "c", "d"])
    ('a, b', 'a, b, c and 1 more')
    """
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more:,} more" if more > 0 else "")
