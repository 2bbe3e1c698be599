"""When two spellings are the same: of a value (`label_key`) and of a header (`header_key`)."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase

_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NOTE = re.compile(r"\(\s*required\s*\)|[*\ufeff\u200b]", re.IGNORECASE)
_NUMBER_SIGN = re.compile(r"(?<=\w)\s*#\s*$")
_SEPARATORS = re.compile(r"[\s_\-./:#]+")
_SIGNS = re.compile(r"[()\[\]?!,;\"'`\u00b4\u2018\u2019]")
_SMALL = frozenset(
    {"of", "the", "de", "del", "do", "da", "dos", "das", "du", "des", "la", "le", "el", "les"}
    | {"der", "die"}
)
_SMALL_ELIDED = re.compile(r"\b[dl]'")
_LONG_WORD = 6
_WHOLE = re.compile(r"^[+]?0*(\d+)(?:\.0+|,0{1,2})?$")


@lru_cache(maxsize=16384)
def label_key(text: str) -> str:
    """Make spellings of one label equal: width, case, spaces; 3, 3.0 and "3,00" too.

    >>> label_key("  Needs   Improvement ")
    'needs improvement'
    >>> label_key("3.0"), label_key("3")
    ('3', '3')
    """
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    whole = _WHOLE.match(folded)
    return whole.group(1) if whole else folded


@lru_cache(maxsize=16384)
def unaccented(text: str) -> str:
    """Write a text in small letters without accents, so that forms without them compare equal.

    >>> unaccented("Número"), unaccented("GESCHÄFTSBEREICH"), unaccented("Straße")
    ('numero', 'geschaftsbereich', 'strasse')
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFKC", "".join(s for s in apart if not unicodedata.combining(s)))


@lru_cache(maxsize=16384)
def header_words(header: str) -> str:
    """Write a header as plain lower-case words, whatever system named it.

    Required marks and byte-order marks go; space, _ - . / : are alike; camelCase is split;
    a # at the end is the word "number".

    >>> header_words("personInfo.person-id-external")
    'person info person id external'
    >>> header_words("Hire Date* (required)"), header_words("Employee #")
    ('hire date', 'employee number')
    """
    plain = _NOTE.sub(" ", unicodedata.normalize("NFKC", header))
    plain = _NUMBER_SIGN.sub(" number", plain.strip())
    return _SEPARATORS.sub(" ", _CAMEL.sub(" ", plain)).strip().lower()


def header_key(header: str) -> str:
    """Make spellings of one header equal: with or without gaps, accents, brackets, apostrophes.

    >>> header_key("USERID") == header_key("user-id") == header_key("User ID")
    True
    >>> header_key("Date d'entrée"), header_key("N° de empleado"), header_key("Tenure (years)")
    ('datedentree', 'nodeempleado', 'tenureyears')
    """
    written = unicodedata.normalize("NFKC", header)
    words = header_words(written.replace("\N{DEGREE SIGN}", "o"))
    return unaccented(_SIGNS.sub("", words).replace(" ", ""))


def header_gist(header: str) -> str:
    """The key without the small words that some write and others don't, as "of" or "de".

    >>> header_gist("Fecha de ingreso") == header_gist("fechaIngreso")
    True
    >>> header_gist("Date of Birth"), header_gist("DE")
    ('datebirth', 'de')
    """
    plain = unaccented(header_words(header.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")))
    words = _SMALL_ELIDED.sub("", plain).split()
    told = [word for word in words if word not in _SMALL]
    return header_key(" ".join(told or words))


def one_slip_from(key: str) -> Iterator[str]:
    """Every word that one slip of the hand may have turned into this header key.

    A letter lost, doubled or swapped with the next; of a longer word also a letter too many, or
    another in its place. Digits count as said: rating1 is no slip of rating2.

    >>> "hiredate" in set(one_slip_from("hiredte")), "hiredate" in set(one_slip_from("hierdate"))
    (True, True)
    >>> "level" in set(one_slip_from("lever")), "rating2" in set(one_slip_from("rating1"))
    (False, False)
    """
    is_long = len(key) >= _LONG_WORD
    for at in range(len(key) + 1):
        before, after = key[:at], key[at:]
        yield from (before + letter + after for letter in ascii_lowercase)
        if not after[:1].isalpha():
            continue
        if is_long or after[:1] in (before[-1:], after[1:2]):
            yield before + after[1:]
        if after[1:2].isalpha():
            yield before + after[1] + after[0] + after[2:]
        if is_long:
            yield from (before + letter + after[1:] for letter in ascii_lowercase)


def header_tails(header: str) -> tuple[str, ...]:
    """Give the ends of a dotted header, longest first; a weaker match than the whole.

    >>> header_tails("work.reportsTo.email")
    ('reportsTo.email', 'email')
    >>> header_tails("Job title")
    ()
    """
    parts = [part for part in re.split(r"\.(?!\s)|[:>]", header) if part.strip()]
    return tuple(".".join(parts[start:]).strip() for start in range(1, len(parts)))
