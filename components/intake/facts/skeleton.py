"""A text as it looks: letters of other scripts as the Latin ones they look like."""

import unicodedata

_CYRILLIC = "АВЕЅІЈКМНОРСТУХҮӀԌԚԜаеорсухіјѕһԁԛԝѵӏ", "ABESIJKMHOPCTYXYIGQWaeopcyxijshdqwvl"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳοανρσιυ", "ABEZHIKMNOPTYXCjoavpoiu"
_ARMENIAN = "ՕՍՏօսոհցզ", "OUSounhgq"
_DASHES = "‐‑‒–—―−", "-------"
_ALIKE = str.maketrans(
    *("".join(pair) for pair in zip(_CYRILLIC, _GREEK, _ARMENIAN, _DASHES, strict=True))
)
"""Single letters that Unicode's list of confusables (UTS 39) gives the same skeleton as a Latin
letter, in the scripts of keyboards in use; dashes that spreadsheets put in by themselves. Digits
and letters (0 and O, 1 and l) stay apart: random IDs hold both."""


def skeleton(text: str) -> str:
    """The text as it looks, without signs that nobody sees.

    >>> skeleton("Е001") == "E001"
    True
    """
    seen = unicodedata.normalize("NFKC", text).translate(_ALIKE)
    return "".join(sign for sign in seen if unicodedata.category(sign) not in ("Cf", "Mn", "Cc"))
