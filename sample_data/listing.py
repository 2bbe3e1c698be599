"""The lists that go with the files: stories.toml, faults.toml and the README made of both."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from sample_data.cast import Part
from sample_data.company import LAST_DAY
from sample_data.faults import Fault
from sample_data.introduction import INTRODUCTION
from sample_data.stories import PARTS

_Entry = Mapping[str, object]


def write_lists(faults: list[Fault], folder: Path) -> list[Path]:
    """Write the lists."""
    stories = folder / "stories.toml"
    head = (
        "# Who plays which part, and what the rules should say on the day below.\n"
        "# `further`: said only where the further sheets are given, as in everything.xlsx.\n"
        "# `unsure`: unknown where only reviews.xlsx and role_history.xlsx are given.\n"
        "# Where months_in_scope is missing, the clock is not part of the story.\n"
        f"as_of = {LAST_DAY.isoformat()}\n"
    )
    stories.write_text(head + _tables("story", map(_story, PARTS)), encoding="utf-8")
    planted = folder / "faults.toml"
    head = "# Faults planted in messy/: where, what the cell holds, what should be said.\n"
    planted.write_text(head + _tables("fault", map(_fault, faults)), encoding="utf-8")
    readme = folder / "README.md"
    readme.write_text(_readme(faults), encoding="utf-8")
    return [stories, planted, readme]


def _readme(faults: list[Fault]) -> str:
    """What the files are, the cast and the kinds of faults."""
    cast = [
        f"| {part.employee_id} | {part.key} | {part.says} | {_expected(part)} |" for part in PARTS
    ]
    kinds = Counter((fault.file, fault.problem) for fault in faults)
    planted = [f"| `{file}` | {problem} | {count} |" for (file, problem), count in kinds.items()]
    text = INTRODUCTION.format(day=LAST_DAY.isoformat())
    return text.replace("[cast]", "\n".join(cast)).replace("[faults]", "\n".join(planted))


def _expected(part: Part) -> str:
    """What the rules should say."""
    said = [*part.flags, *(f"{key} (notice)" for key in part.notices)]
    said += [f"{key} unknown" for key in part.unknown]
    return ", ".join(said) or "nothing"


def _story(part: Part) -> _Entry:
    """One part of the cast."""
    entry: dict[str, object] = {
        "employee_id": part.employee_id,
        "story": part.key,
        "says": part.says,
        "flags": list(part.flags),
        "notices": list(part.notices),
        "unknown": list(part.unknown),
    }
    if part.further:
        entry["further"] = list(part.further)
    if part.unsure:
        entry["unsure"] = list(part.unsure)
    if part.months_in_scope is not None:
        entry["months_in_scope"] = part.months_in_scope
    return entry


def _fault(fault: Fault) -> _Entry:
    """One planted fault."""
    return {
        "file": f"messy/{fault.file}",
        "sheet": fault.sheet,
        "cell": fault.cell,
        "value": fault.value,
        "problem": fault.problem,
        "says": fault.says,
    }


def _tables(name: str, entries: Iterable[_Entry]) -> str:
    """TOML: strings, numbers and lists of strings are written like JSON."""
    blocks = []
    for entry in entries:
        lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items()]
        blocks.append("\n".join(["", f"[[{name}]]", *lines, ""]))
    return "".join(blocks)
