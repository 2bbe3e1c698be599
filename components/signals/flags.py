"""What judging leaves: one row for each active person and rule, and which rules are off."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

YES, NO, UNKNOWN = "yes", "no", "unknown"
SET_BACK = "set back"
"""The kind of a flag whose rule is not supported by the past here: shown, and never counted."""

NO_CONCERN = "no concern"
"""The state of a yes that somebody has said is no concern, with a reason and an end."""

_ANSWERS = (YES, NO, UNKNOWN, NO_CONCERN)


@dataclass(frozen=True)
class Flags:
    """The judgement of one day.

    rows: person, employee_id, rule, kind (flag, notice or set back), state (yes, no, unknown, no
    concern),
    since, reason and missing in words, and the pointers `{name}_sheet`, `{name}_row` of the
    evidence; one row for each active person and rule that is on, in order of person and rule.
    off: rule → why, and what would switch it on. partly: rule that is on → what it could not
    look at.
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
            for one in ("flag", "notice", SET_BACK)
            for answer in _ANSWERS
        }

    @cached_property
    def judging(self) -> int:
        """How many rules of kind flag are on and have judged."""
        answers = [self.answered["flag", answer]["rule"] for answer in _ANSWERS]
        return len({rule for rules in answers for rule in rules.unique()})

    def with_set_back(self, rules: Collection[str]) -> "Flags":
        """The same judgement, in which these rules' flags are shown and not counted."""
        if not rules:
            return self
        theirs = self.rows["rule"].isin(list(rules)) & (self.rows["kind"] == "flag")
        rows = self.rows.assign(kind=self.rows["kind"].mask(theirs, SET_BACK))
        return Flags(rows, self.off, self.partly)

    def with_overrides(self, overridden: Collection[tuple[str, str]]) -> "Flags":
        """The same judgement, in which a yes of these (employee ID, rule) is no concern."""
        if not overridden:
            return self
        pairs = pd.MultiIndex.from_frame(self.rows[["employee_id", "rule"]])
        theirs = pairs.isin(list(overridden)) & (self.rows["state"] == YES)
        rows = self.rows.assign(state=self.rows["state"].mask(theirs, NO_CONCERN))
        return Flags(rows, self.off, self.partly)

    def fired(self, kind: str = "flag") -> pd.DataFrame:
        """The rows of that kind that are a yes."""
        return self.answered[kind, YES]

    def states(self) -> pd.DataFrame:
        """One row per active person: `state` over all flags, and how many are a yes.

        A yes on any flag is a yes; otherwise an unknown on any is unknown; otherwise no. A yes
        that is no concern counts as a no here.
        """
        flags = self.rows[self.rows["kind"] == "flag"]
        yes = (flags["state"] == YES).groupby(flags["person"]).sum()
        unknown = (flags["state"] == UNKNOWN).groupby(flags["person"]).any()
        state = pd.Series(NO, index=yes.index, dtype="str")
        state = state.mask(unknown, UNKNOWN).mask(yes > 0, YES)
        return pd.DataFrame({"person": yes.index, "state": state.array, "flags": yes.array})
