"""Notes behind a header that say how its values are written: "Hire Date (DD/MM/YYYY)"."""

import re

_NOTE = re.compile(r"\s*[(\[](?P<note>[^()\[\]]*)[)\]]\s*$")
_FORM = re.compile(
    r"[dmyjatp]{1,4}(?:[-/. ][dmyjatp]{1,4}){1,2}|optional|mandatory|required|if any|if applicable"
    r"|text|english|free text|[A-Z]{3}|\d+\s*(?:-|–|to)\s*\d+(?: scale)?|(?:out )?of \d+|scale.*",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(r"[/,|;:]|\be\.?g\b|\betc\b|\bz\.\s?b\b|\bp\.?\s?ex\b|\bej\b", re.IGNORECASE)
_SAYS_MORE = re.compile(
    r"\b(?:yes|no|y|n|ja|nein|oui|non|s[ií]|sim|n[aã]o|self|peers?|previous|prior|old|new|former|dotted"
    r"|matrix|planned|expected|next|years?|months?|days?|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def without_note(header: str) -> str:
    """The header without a note of its form or of examples; as it is where the note says more.

    >>> without_note("Hire Date (DD/MM/YYYY)"), without_note("Department (Sales/HR/IT)")
    ('Hire Date', 'Department')
    >>> (
    ...     without_note("Manager (Yes/No)"),
    ...     without_note("Rating (2024)"),
    ...     without_note("Score (self)"),
    ... )
    ('Manager (Yes/No)', 'Rating (2024)', 'Score (self)')
    """
    found = _NOTE.search(header)
    note = found["note"].strip() if found else ""
    bare = _NOTE.sub("", header)
    is_form = _FORM.fullmatch(note) is not None
    if not note or not bare or (_SAYS_MORE.search(note) and not is_form):
        return header
    return bare if is_form or _EXAMPLES.search(note) else header
