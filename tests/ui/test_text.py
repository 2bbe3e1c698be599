"""Uploaded text stays text."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.ui.text import JOINER, plain, safe

# What Streamlit 1.67 looks for in the text that is left after Markdown was read.
AFTER_MARKDOWN = (
    re.compile(r":material_(\w+):"),
    re.compile(r":streamlit:"),
    re.compile(r":[\w+-][\w_+-]*:"),
    re.compile(r"(^|\s)(<->|->|<-|--|>=|<=|~=)(\s|$)"),
    re.compile(r"(https?://|www(?=\.))([-.\w]+)", re.IGNORECASE),
    re.compile(r"(?<![-.\w+])[-.\w+]+@[-\w]+(?:\.[-\w]+)+"),
)
MARKS = "![x](http://a.b/c.png) :red[ ] :smile: :material/home: :material_home: -> -- <- >= ~="
WORDS = "www.a.b https://a.b x@y.zz $a$ ` ** # 1. | <b> &amp; \\ \u202e \u200b \u2066 a é 名"
PIECES = st.sampled_from([*MARKS.split(), *WORDS.split(), "\n", "\t", "    "])
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join))


def shown(markdown: str) -> str:
    """What a reader of Markdown makes of escaped text."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown)


@given(TEXTS)
def test_every_punctuation_mark_is_escaped(text):
    assert re.sub(r"\\[!-/:-@\[-`{-~]", "", safe(text)) == re.sub(
        r"[!-/:-@\[-`{-~]", "", shown(safe(text))
    )


@given(TEXTS)
def test_what_is_shown_is_the_plain_text(text):
    assert shown(safe(text)).replace(JOINER, "") == plain(text)


@given(TEXTS)
def test_nothing_is_left_for_streamlit_to_replace_after_markdown(text):
    left = [pattern.pattern for pattern in AFTER_MARKDOWN if pattern.search(shown(safe(text)))]
    assert left == []


@given(TEXTS)
def test_plain_text_is_one_line_without_unseen_characters(text):
    line = plain(text)
    shaping = {"AL", "AN", "L", "ON"}  # signs of other scripts that are drawn
    hidden = [c for c in line if unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp", "Cs"}]
    hidden = [c for c in hidden if unicodedata.bidirectional(c) not in shaping]
    assert set(hidden) <= {"\u200c", "\u200d"}
    assert not {"\u200e", "\u200f", "\u061c"} & set(line)
    assert line == " ".join(line.split())


@given(TEXTS)
def test_plain_text_stays_the_same_when_made_plain_again(text):
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize("text", ["Anna Müller", "Łukasz Wójcik", "محمد", "山田 太郎", "Zoë"])
def test_names_are_untouched(text):
    assert safe(text) == text


def test_a_right_to_left_override_is_spelled_out():
    assert plain("annual\u202efdp.exe") == "annual[U+202E]fdp.exe"
