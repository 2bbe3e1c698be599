"""All rules, their limits as set, and the page that describes them."""

from typing import Any

from pydantic import ValidationError

from components.errors import ConfigError
from components.settings import Settings
from components.signals.rule import Limits, Rule
from components.signals.rules import (
    approaching,
    learning_stall,
    passed_over,
    past_window,
    pay_growth_lag,
    rejection_fading,
    stalled_top_performer,
    super_performer_trap,
)
from components.signals.sentences import blanks

RULES: tuple[Rule, ...] = (
    stalled_top_performer.RULE,
    past_window.RULE,
    passed_over.RULE,
    pay_growth_lag.RULE,
    super_performer_trap.RULE,
    approaching.RULE,
    rejection_fading.RULE,
    learning_stall.RULE,
)
FILE = "config/signals.toml"
INTRODUCTION = (
    "A *flag* is a reason for a conversation, a *notice* a reason to plan one. Neither is a "
    "prediction or a verdict. Made from the rules themselves by `make docs`."
)
COUNTING = (
    "Months are completed calendar months. A time in scope stands still during long leaves; it "
    "reads “at least” where the role history begins too late, and then a rule says yes only where "
    "the least is enough. Where only the hire date is known, a rule can say no, never yes. A rule "
    "holds since the day on which its months were full, and not before the first of the top "
    "ratings in a row. Only active people are judged; unknown is never a no. Where "
    "config/clocks.toml asks for it, limits in months of scope move with the clock of the job "
    "family."
)


def rule(key: str) -> Rule:
    """The rule of that key."""
    return {one.key: one for one in RULES}[key]


def limits_of(settings: Settings) -> dict[str, Limits]:
    """The limits of every rule; ConfigError names what can't be used."""
    unknown = sorted(set(settings.signals) - {one.key for one in RULES})
    if unknown:
        keys = ", ".join(one.key for one in RULES)
        raise ConfigError.in_file(FILE, unknown[0], f"Use one of: {keys}.")
    return {one.key: _limits(one, settings.signals.get(one.key, {})) for one in RULES}


def _limits(one: Rule, given: dict[str, Any]) -> Limits:
    try:
        return one.limits.model_validate(given)
    except ValidationError as mistakes:
        first = mistakes.errors(include_url=False)[0]
        key = ".".join((one.key, *map(str, first["loc"])))
        raise ConfigError.in_file(FILE, key, f"{first['msg']}.") from mistakes


def as_markdown() -> str:
    """The rule catalogue: what each rule means, needs, says and is cleared by."""
    parts = ["# Flag rules", "", INTRODUCTION, "", COUNTING]
    for one in RULES:
        parts += ["", f"## {one.label} (`{one.key}`, {one.kind})", "", one.meaning, ""]
        parts += _list("Needs", [f"{need.words}: {need.remedy}" for need in one.needs])
        parts += _list("Looks, where given, at", [part.words for part in one.parts])
        parts += _list("Says", [in_print(because.sentence, one) for because in one.because])
        parts += _list("Unknown where", [missing.words for missing in one.missing])
        parts += _list("Limits in config/signals.toml", _limit_words(one))
        parts += [f"Clears with: {one.clears}"]
    return "\n".join(parts) + "\n"


def in_print(sentence: str, one: Rule) -> str:
    """A sentence with the usual limits filled in, and … where a measure stands."""
    usual = {name: str(field.default) for name, field in one.limits.model_fields.items()}
    return blanks(sentence, usual)


def _limit_words(one: Rule) -> list[str]:
    fields = one.limits.model_fields.items()
    return [f"`{name}` = {field.default} unless set otherwise" for name, field in fields]


def _list(head: str, words: list[str]) -> list[str]:
    return [f"{head}:", "", *(f"* {each.rstrip('.')}." for each in words), ""] if words else []
