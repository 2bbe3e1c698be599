"""Every code that facts and checks can give, in words: the page docs/checks.md."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from components.intake import facts
from components.intake.checks.catalogue import CHECKS
from components.intake.facts.findings import Wording
from components.tables.problems import Severity

INTRODUCTION = """# Checks

What Trajectory looks for in the files, and what it says. Made from `components/intake` by
`make docs`. Every problem names file, sheet and cell, and how many rows share it. A check looks
at facts and changes none; the second list holds what could not become a fact as it stood.
"""
_SEVERITY = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.QUESTION: "question",
}


def wordings() -> Iterator[Wording]:
    """What is said while rows become facts, by code."""
    names = sorted(module.name for module in iter_modules(facts.__path__, f"{facts.__name__}."))
    said = [one for name in names for one in _of_module(name)]
    return iter(sorted(said, key=lambda one: (one.code, one.one)))


def _of_module(name: str) -> Iterator[Wording]:
    for value in vars(import_module(name)).values():
        several = value.values() if isinstance(value, dict) else (value,)
        yield from (one for one in several if isinstance(one, Wording))


def everything_said() -> str:
    """The whole page."""
    lines = [
        INTRODUCTION,
        "## Checks",
        "",
        "| code | | looks for | what now |",
        "|---|---|---|---|",
    ]
    lines += [_line(one.wording, one.looks_for) for one in CHECKS]
    lines += ["", "## While rows become facts", ""]
    lines += ["| code | | what happened | what now |", "|---|---|---|---|"]
    lines += list(dict.fromkeys(_line(one, one.one) for one in wordings()))
    return "\n".join(lines) + "\n"


def _line(wording: Wording, meaning: str) -> str:
    said = meaning.format(value="…", count="…").replace("|", "\\|")
    now = wording.now.format(value="…", count="…").replace("|", "\\|")
    return f"| `{wording.code}` | {_SEVERITY[wording.severity]} | {said} | {now} |"
