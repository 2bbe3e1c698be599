"""The review cycle that the name of a file or sheet states, whole and as it is written there."""

import re

from components.tables.sheets import Sheet

_TIMES = r"half|halbjahr|quarter|quartal|semestre?|trimestre|term"
_PART = (
    r"[hq][1-4]|h[jy][12]|mid[-_ ]?year|year[-_ ]?end|end[-_ ]of[-_ ]year|half[-_ ]?year|annual"
    rf"|[1-4](?:st|nd|rd|th|er?|\.|º|°)?[-_ ]?(?:{_TIMES})|(?:{_TIMES})[-_ ]?[1-4]"
)
_FISCAL = r"(?:fy|gj)[-_ ]?(?:20)?\d\d(?:[-/_](?:20)?\d\d)?"
_SPAN = r"20(?P<first>\d\d)[-/_](?:20)?(?P<second>\d\d)"
_YEAR = r"20\d\d(?:[-_.](?:0[1-9]|1[0-2]))?"
_TOKEN = re.compile(
    rf"(?<![^\W_])(?:(?P<part>{_PART})|(?P<fiscal>{_FISCAL})|(?P<year>{_YEAR})|(?P<span>{_SPAN}))"
    r"(?![^\W_]|[-_.]\d)",
    re.IGNORECASE,
)


def cycle_named(sheet: Sheet) -> str:
    """The cycle that the sheet's name states, else its file's; empty where none or several.

    From its first part to its last: "2024-H1", "Mid-Year reviews 2024", "FY24/25". A sheet that
    is named after a part alone takes the year from its file.
    """
    of_file = _stated(sheet.file.rpartition(".")[0])
    part = sheet.name.strip()
    if of_file and re.fullmatch(_PART, part, re.IGNORECASE):
        return f"{part} {of_file}"
    return _stated(sheet.name) or of_file


def _stated(name: str) -> str:
    """The one cycle of a name.

    >>> [_stated(name) for name in ("Ratings 2024-H1 final", "2024-25", "2024-06-30", "H1")]
    ['2024-H1', '2024-25', '', '']
    """
    found = [one for one in _TOKEN.finditer(name) if _holds(one)]
    years = [one for one in found if not one["part"]]
    if len(years) != 1:
        return ""
    return name[found[0].start() : found[-1].end()]


def _holds(token: re.Match[str]) -> bool:
    """Two years of one span follow each other."""
    if not token["span"]:
        return True
    return int(token["second"]) == (int(token["first"]) + 1) % 100
