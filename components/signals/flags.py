"""What judging leaves: one row for each active person and rule, and which rules are off."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

YES, NO, UNKNOWN = "yes", "no", "unknown"


@dataclass(frozen=True)
class Flags:
    """The judgement of one day.

    rows: person, employee_id, rule, kind (flag or notice), state (yes, no, unknown), since,
    reason and missing in words, and the pointers `{name}_sheet`, `{name}_row` of the evidence;
    one row for each active person and rule that is on, in order of person and rule. off: rule →
    why, and what would switch it on. partly: rule that is on → what it could not look at.
    """

    rows: pd.DataFrame
    off: Mapping[str, str]
    partly: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def answered(self) -> Mapping[tuple[str, str], pd.DataFrame]:
        """The rows of each kind and state, sorted apart once: many ask again and again."""
        kind, state = self.rows["kind"], self.rows["state"]
        return {
            (one, answer): self.rows[(kind == one) & (state == answer)]
            for one in ("flag", "notice")
            for answer in (YES, NO, UNKNOWN)
        }

    @cached_property
    def judging(self) -> int:
        """How many rules of kind flag are on and have judged."""
        answers = [self.answered["flag", answer]["rule"] for answer in (YES, NO, UNKNOWN)]
        return len({rule for rules in answers for rule in rules.unique()})

    def fired(self, kind: str = "flag") -> pd.DataFrame:
        """The rows of that kind that are a yes."""
        return self.answered[kind, YES]

    def states(self) -> pd.DataFrame:
        """One row per active person: `state` over all flags, and how many are a yes.

        A yes on any flag is a yes; otherwise an unknown on any is unknown; otherwise no.
        """
        flags = self.rows[self.rows["kind"] == "flag"]
        yes = (flags["state"] == YES).groupby(flags["person"]).sum()
        unknown = (flags["state"] == UNKNOWN).groupby(flags["person"]).any()
        state = pd.Series(NO, index=yes.index, dtype="str")
        state = state.mask(unknown, UNKNOWN).mask(yes > 0, YES)
        return pd.DataFrame({"person": yes.index, "state": state.array, "flags": yes.array})
