"""In the child: columns by their letters, as the parts of a workbook write them."""


def column_index(letters: bytes) -> int:
    """A column's index, A = 0.

    >>> column_index(b"A"), column_index(b"AB")
    (0, 27)
    """
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1
