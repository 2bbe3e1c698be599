"""The generated documents: `python -m tests.repo.docs` writes them, `--check` compares.

A document joins by one line in DOCUMENTS: its path, and where the function that returns its whole
text is found ("module:function").
"""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = {
    "docs/data-dictionary.md": "tests.repo.dictionary:dictionary",
    "docs/checks.md": "components.intake.checks:everything_said",
    "docs/flag-rules.md": "components.signals.catalogue:as_markdown",
}


def text_of(source: str) -> str:
    """What the document should say now."""
    module, name = source.split(":")
    write: Callable[[], str] = getattr(import_module(module), name)
    return write()


def stale(documents: dict[str, str], root: Path = ROOT) -> list[str]:
    """The documents that don't say what the code says."""
    return [
        path
        for path, source in documents.items()
        if not (root / path).exists() or (root / path).read_text("utf-8") != text_of(source)
    ]


def write(documents: dict[str, str], root: Path = ROOT) -> None:
    """Write every document again."""
    for path, source in documents.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text_of(source), "utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    """Write, or with --check say what is out of step."""
    if "--check" not in arguments:
        write(DOCUMENTS)
        return 0
    behind = stale(DOCUMENTS)
    for path in behind:
        print(f"{path} is not in step with the code; run: make docs")
    return 1 if behind else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
