"""Ways in which the ids of two sheets may differ, and what they match when it is left out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.skeleton import skeleton

LETTERS = "abcdefghijklmnopqrstuvwxyz_-. "

Rule = Callable[[pa.StringArray], pa.StringArray]
Who = Callable[[str], frozenset[str]]


def bare(ids: pa.StringArray) -> pa.StringArray:
    """Ids without prefix, zeros, case and letters of other scripts.

    >>> bare(pa.array(["E_2068", "000002068", "ab"])).to_pylist()
    ['2068', '2068', 'ab']
    """
    plain = pc.all(pc.string_is_ascii(ids)).as_py() is not False
    latin = ids if plain else pa.array([skeleton(text) for text in ids.to_pylist()], pa.string())
    lower = pc.ascii_lower(latin)
    number = pc.ascii_ltrim(pc.ascii_ltrim(lower, characters=LETTERS), characters="0")
    return pc.if_else(pc.equal(number, ""), lower, number)


def _without_zeros(ids: pa.StringArray) -> pa.StringArray:
    number = pc.ascii_ltrim(ids, characters="0")
    return pc.if_else(pc.equal(number, ""), ids, number)


def _without_decimals(ids: pa.StringArray) -> pa.StringArray:
    return pc.replace_substring_regex(ids, r"^(\d+)[.,]0+$", r"\1")


RULES: Mapping[str, Rule] = {
    "ignoring case": pc.utf8_lower,
    "without decimals": _without_decimals,
    "without leading zeros": _without_zeros,
    "without prefix": bare,
}
"""What is left out, the mildest first; the names are those of the answer `ids`."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Ids of a sheet that are no ids of the people as written, under a rule.

    `pairs` gives each one that matches exactly one person the person's spelling; `ambiguous`
    holds groups of ids that the rule would make one, or a name and those who have it; `strange`
    counts all of them.
    """

    rule: str
    pairs: Mapping[str, str]
    ambiguous: tuple[tuple[str, ...], ...] = ()
    strange: int = 0


def matching(own: pa.StringArray, known: pa.StringArray, rule: str) -> Matching:
    """Match the ids of a sheet with those of the people under a rule, one to one.

    >>> people = pa.array(["000123", "0007", "07"])
    >>> found = matching(pa.array(["123", "7", "9"]), people, "without leading zeros")
    >>> dict(found.pairs), found.ambiguous
    ({'123': '000123'}, (('7', '0007', '07'),))
    """
    strange = own.filter(pc.invert(pc.is_in(own, value_set=known)))
    if not len(strange):
        return Matching(rule, {})
    plain = RULES[rule]
    keys = plain(strange)
    mine, theirs = _by_key(own, plain(own), keys), _by_key(known, plain(known), keys)
    pairs: dict[str, str] = {}
    ambiguous: dict[tuple[str, ...], None] = {}
    for text, key in zip(strange.to_pylist(), keys.to_pylist(), strict=True):
        same, people = mine[key], theirs.get(key, [])
        if len(people) == 1 and len(same) == 1:
            pairs[text] = people[0]
        elif people:
            ambiguous[tuple(dict.fromkeys([*same, *people]))] = None
    return Matching(rule, pairs, tuple(ambiguous), len(strange))


def named(own: pa.StringArray, known: pa.StringArray, who: Who, rule: str) -> Matching:
    """Match what stands for ids with the people, by an address or a name that they have."""
    strange = own.filter(pc.invert(pc.is_in(own, value_set=known)))
    people = set(known.to_pylist())
    owners = {text: sorted(who(text) & people) for text in strange.to_pylist()}
    pairs = {text: ids[0] for text, ids in owners.items() if len(ids) == 1}
    several = tuple((text, *ids) for text, ids in owners.items() if len(ids) > 1)
    return Matching(rule, pairs, several, len(strange))


def _by_key(
    ids: pa.StringArray, keys: pa.StringArray, among: pa.StringArray
) -> dict[str, list[str]]:
    """The ids under each key that stands among the others."""
    wanted = pc.is_in(keys, value_set=among)
    found: dict[str, list[str]] = {}
    pairs = zip(ids.filter(wanted).to_pylist(), keys.filter(wanted).to_pylist(), strict=True)
    for text, key in pairs:
        found.setdefault(key, []).append(text)
    return found
