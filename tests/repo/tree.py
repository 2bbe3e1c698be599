"""The tree as the repo tests read it."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ("app.py", "components", "pages")


def python_files(*places: str) -> list[Path]:
    """The Python files below the places."""
    found: list[Path] = []
    for place in places or CODE:
        path = ROOT / place
        found += [path] if path.is_file() else sorted(path.rglob("*.py"))
    return found


def tracked() -> list[Path]:
    """Every file that git keeps or would keep."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [ROOT / name for name in sorted(set(names.split("\0"))) if (ROOT / name).is_file()]


@cache
def parsed(file: Path) -> ast.Module:
    """The file's syntax tree."""
    return ast.parse(file.read_text("utf-8"))


def short(file: Path) -> str:
    """The file's place in the tree."""
    return file.relative_to(ROOT).as_posix()


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def dotted(node: ast.AST) -> str:
    """A chain of names such as `st.session_state`; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        inner = dotted(node.value)
        return f"{inner}.{node.attr}" if inner else ""
    return ""


def users_of(*starts: str) -> set[str]:
    """The files that use a name beginning so."""
    return {
        short(file)
        for file in python_files()
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Attribute) and dotted(node).startswith(starts)
    }
