"""`config/words.toml`: the words headers are made of, and which of them together name a field."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product
from typing import NamedTuple

from components.settings.section import Section
from components.settings.spelling import header_words, unaccented

_SIGNS = re.compile(r"[()\[\]?!,;\"'`´‘’*|&]")
_OF_ONE = re.compile(r"['’]s\b")
_FIRST_OF_SEVERAL = re.compile(r"(?<=[^\W\d_])[ _]*0?1$")
_LONGEST = 4
_SHORTEST = 3
_SENTENCE = 6
"""So many words are a question of a form rather than a name."""
_SHORT = frozenset({"id", "no", "nr", "dt", "nm", "cd"})
"""Short words that may stand at an end of words run together: deptid, hiredt."""
_JOINTS = ("", "s", "n", "en", "es")
"""What German puts between the parts of a word."""
_MOST = 64
SMALL = "small"
PROPOSED = "?"
"""Begins a phrase that says a field only perhaps."""

Meaning = frozenset[str]


class Target(NamedTuple):
    """Table and field (for a part of a field "parts" and its key), and whether only proposed."""

    table: str
    field: str
    proposed: bool


@dataclass(frozen=True, slots=True)
class Said:
    """What the words of a header say together, and which of them were left aside for it."""

    targets: tuple[Target, ...] = ()
    aside: Meaning = frozenset()


class Wording(Section):
    """Words by what they say, and what they say together; `vague` headers are asked about."""

    small: tuple[str, ...]
    aside: tuple[str, ...]
    vague: tuple[str, ...]
    against: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    fields: dict[str, dict[str, tuple[str, ...]]]
    parts: dict[str, tuple[str, ...]]

    @cached_property
    def _lexicon(self) -> dict[str, tuple[Meaning, ...]]:
        known: dict[str, list[Meaning]] = {word: [frozenset({SMALL})] for word in self.small}
        for said, words in self.words.items():
            for word in words:
                known.setdefault(word, []).append(frozenset(said.split()))
        return {word: tuple(said) for word, said in known.items()}

    @cached_property
    def _joined(self) -> frozenset[str]:
        """Words that may be run together with others; teamwork is no team at work."""
        alone = {frozenset({one}) for one in (SMALL, "work", "company", "current")}
        return frozenset(word for word, said in self._lexicon.items() if set(said) - alone)

    @cached_property
    def _targets(self) -> dict[Meaning, tuple[Target, ...]]:
        """The fields by what words say together."""
        places = {
            (table, name): said for table, one in self.fields.items() for name, said in one.items()
        }
        places |= {("parts", key): said for key, said in self.parts.items()}
        found: dict[Meaning, list[Target]] = {}
        for place, phrases in places.items():
            for phrase in phrases:
                meaning = frozenset(phrase.removeprefix(PROPOSED).split())
                target = Target(*place, phrase.startswith(PROPOSED))
                found.setdefault(meaning, []).append(target)
        return {meaning: tuple(dict.fromkeys(places)) for meaning, places in found.items()}

    def said_by(self, header: str) -> Said:
        """What the words of a header say together; nothing where one of them is not known.

        The words that name a text or a number count as left aside where the field is named
        without them.
        """
        meanings = sorted(self._meanings(_words_of(header)), key=len, reverse=True)
        for aside in self._asides():
            for meaning in meanings:
                held = meaning - aside
                if held and held in self._targets and aside <= meaning:
                    return Said(self._targets[held], aside)
        return Said()

    def partly_said_by(self, header: str) -> tuple[Target, ...]:
        """What the known words of a header say, one word of it left aside; only to be asked about.

        Of a header as long as a sentence two known words are enough. Nothing where a word of it
        (`against`) says that it is about somebody or something else.
        """
        words = [word for word in _words_of(header) if word not in self.small]
        if set(words) & set(self.against):
            return ()
        if len(words) >= _SENTENCE:
            return self._in_a_sentence(words)
        rests = (" ".join([*words[:at], *words[at + 1 :]]) for at in range(len(words)))
        strange = [not self._parted([word]) for word in words]
        found = (
            self.said_by(rest).targets
            for rest, is_strange in zip(rests, strange, strict=True)
            if is_strange and rest and not self.is_vague(rest)
        )
        return next(filter(None, found), ())

    def _in_a_sentence(self, words: list[str]) -> tuple[Target, ...]:
        """The field that the most of the known words, two at least, say together."""
        known = [one for word in words for one in self._lexicon.get(word, ())]
        held = frozenset().union(*known) if known else frozenset()
        able = [one for one in self._targets if len(one) > 1 and one <= held]
        best = max(able, key=len, default=None)
        return self._targets[best] if best else ()

    def is_vague(self, header: str) -> bool:
        """Whether a header of known words says too little, or is one of several: Motivo 1."""
        empty = (frozenset({SMALL}), frozenset({"person"}))
        words = [
            word for word in _words_of(header) if self._lexicon.get(word, ("",))[0] not in empty
        ]
        numbered = _FIRST_OF_SEVERAL.search(header_words(header)) is not None
        return numbered or all(word in self.vague for word in words)

    def _asides(self) -> Iterator[Meaning]:
        """What may be left aside, the least first."""
        able = (*self.aside, "text", "name", "code", "number")
        yield frozenset()
        yield from (frozenset({one}) for one in able)
        yield from (frozenset({one, two}) for one in able for two in able if one < two)

    def _meanings(self, words: list[str]) -> Iterator[Meaning]:
        """All that the words may mean together; nothing where one of them is not known."""
        parts = self._parted(words)
        if not parts:
            return
        readings = [self._lexicon[part] for part in parts]
        readings[-1] = tuple(one for one in readings[-1] if one != {SMALL}) or readings[-1]
        for chosen in islice(product(*readings), _MOST):
            meaning = frozenset().union(*chosen) - {SMALL}
            if meaning:
                yield meaning

    def _parted(self, words: list[str]) -> list[str] | None:
        """The known words and phrases a header is made of, the longest first."""
        parts: list[str] = []
        at = 0
        while at < len(words):
            lengths = range(min(_LONGEST, len(words) - at), 0, -1)
            phrases = (" ".join(words[at : at + length]) for length in lengths)
            known = next((phrase for phrase in phrases if phrase in self._lexicon), None)
            run = [known] if known else self._cut(words[at])
            if not run:
                return None
            parts += run
            at += len(known.split()) if known else 1
        return parts

    def _cut(self, word: str) -> list[str]:
        """The fewest known words that were run together; empty where they are none."""
        best: list[list[str] | None] = [[], *[None] * len(word)]
        for end in range(1, len(word) + 1):
            for start in range(end):
                before, run = best[start], self._piece(word, start, end)
                if before is None or not run:
                    continue
                longer = best[end]
                if longer is None or len(before) + 1 < len(longer):
                    best[end] = [*before, run]
        return best[-1] or []

    def _piece(self, word: str, start: int, end: int) -> str:
        """The known word between two places, with a joint behind it or without; else empty."""
        at_an_end = start == 0 or end == len(word)
        for joint in _JOINTS:
            text = word[start:end]
            bare = text.removesuffix(joint) if joint and end < len(word) else text
            able = len(bare) >= _SHORTEST or (bare in _SHORT and at_an_end)
            if able and bare in self._joined and (not joint or bare != text):
                return bare
        return ""


def _words_of(header: str) -> list[str]:
    """The words of a header in small letters without accents; a 1 behind them is dropped."""
    written = _OF_ONE.sub("", header.replace("\N{DEGREE SIGN}", "o").replace("º", "o"))
    plain = unaccented(header_words(written))
    return _SIGNS.sub(" ", _FIRST_OF_SEVERAL.sub("", plain)).replace("%", " % ").split()
