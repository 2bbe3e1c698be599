"""All rules, their limits as set, and the page that describes them."""

from typing import Any

from pydantic import ValidationError

from components.errors import ConfigError
from components.settings import Settings
from components.signals.rule import Limits, Rule
from components.signals.rules import approaching, passed_over, past_window, stalled_top_performer

RULES: tuple[Rule, ...] = (
    stalled_top_performer.RULE,
    past_window.RULE,
    passed_over.RULE,
    approaching.RULE,
)
FILE = "config/signals.toml"
INTRODUCTION = (
    "A *flag* is a reason for a conversation, a *notice* a reason to plan one. Neither is a "
    "prediction or a verdict. Made from the rules themselves by `make docs`."
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
    parts = [
        "# Flag rules",
        "",
        INTRODUCTION,
    ]
    for one in RULES:
        parts += ["", f"## {one.label} (`{one.key}`, {one.kind})", "", one.meaning, ""]
        parts += [f"* Needs {need.words}." for need in one.needs]
        parts += [f"* Looks at {part.words}, where given." for part in one.parts]
        parts += [f"* Says: “{because.sentence}”" for because in one.because]
        parts += [f"* Clears: {one.clears}"]
        parts += [f"* Unknown where: {missing.words}." for missing in one.missing]
        parts += [
            f"* Limit `{name}`: {field.default} unless set in {FILE}."
            for name, field in one.limits.model_fields.items()
        ]
    return "\n".join(parts) + "\n"
