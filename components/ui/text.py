"""Text from somebody's file, made safe to stand in anything that reads Markdown.

Streamlit reads Markdown in titles, captions, badges, labels, messages and table cells: a name such
as `![](http://…)` would fetch a picture, `:red[x]` would colour itself. `safe` is for all of those.
Cells of `st.dataframe`, options of select boxes and chart values read no Markdown: there `plain` is
enough.
"""

import re
from typing import Final

JOINER: Final = "\u2060"
"""Unseen and without width: keeps apart what Streamlit looks for after Markdown was read."""

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
SPACE = re.compile(r"\s+")
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
SHORTCODE = re.compile(r":(?=[\w+-]+:)")
ARROW = re.compile(r"(?<=[<>=~-])(?=[<>=-])")
ADDRESS = re.compile(r"(?<=\w)(?=@)|(?<=www)(?=\.)|(?<=https)(?=:)|(?<=http)(?=:)", re.IGNORECASE)


def plain(text: str) -> str:
    r"""The text on one line, with what can't be seen spelled out.

    Line breaks and runs of spaces become one space. Characters that turn the reading direction,
    have no width or control a device are shown by their number. The joiners of Persian and Indic
    scripts stay.

    >>> plain("two\nlines")
    'two lines'
    >>> plain("report\u202excod.exe")
    'report[U+202E]xcod.exe'
    """
    seen = UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
    return SPACE.sub(" ", seen).strip()


def safe(text: str) -> str:
    r"""The text so that Markdown shows it as it is: no markup, link, picture, icon or formula.

    >>> print(safe("A*B_c"))
    A\*B\_c
    >>> print(safe(":red[x] $y$"))
    \:red\[x\] \$y\$
    """
    apart = SHORTCODE.sub(f":{JOINER}", plain(text))
    for seam in (ARROW, ADDRESS):
        apart = seam.sub(JOINER, apart)
    return PUNCTUATION.sub(r"\\\1", apart)
