"""The budgets of the house: what grows beyond them is split by noun."""

import ast
from pathlib import Path

import pytest

from tests.repo.tree import functions, parsed, python_files, short

PAGE, RULE, FILE = 120, 80, 250
FUNCTION, ARGUMENTS, DEPTH = 30, 4, 2
# `with` is left out: on a page it says where something stands, not what happens when.
NESTS = ast.If | ast.For | ast.While | ast.Try | ast.AsyncFor | ast.Match


def budget(file: Path) -> int:
    """How many lines the file may have."""
    if short(file).startswith("pages/"):
        return PAGE
    return RULE if "signals/rules/" in short(file) else FILE


def joins(outer: ast.AST, inner: ast.AST) -> bool:
    """Whether the inner block reads as part of the outer one.

    `elif` belongs to its `if`, and the only statement of a loop to the loop, as it would in a
    comprehension.
    """
    if isinstance(outer, ast.If):
        return isinstance(inner, ast.If) and inner in outer.orelse
    return isinstance(outer, ast.For) and outer.body == [inner]


def depth(node: ast.AST, level: int = 0) -> int:
    """How deep statements are nested."""
    deepest = level
    for child in ast.iter_child_nodes(node):
        inner = level + (isinstance(child, NESTS) and not joins(node, child))
        deepest = max(deepest, depth(child, inner))
    return deepest


def positional(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many arguments can be given without their name, `self` aside."""
    given = [*function.args.posonlyargs, *function.args.args]
    return len([argument for argument in given if argument.arg not in ("self", "cls")])


@pytest.mark.parametrize("place", ["app.py", "components", "pages"])
def test_files_keep_their_budget(place: str) -> None:
    lines = {file: len(file.read_text("utf-8").splitlines()) for file in python_files(place)}
    over = [f"{short(file)}: {count}" for file, count in lines.items() if count > budget(file)]
    assert over == [], "\n".join(over)


def test_functions_keep_their_budget() -> None:
    over = [
        f"{short(file)}:{function.lineno} {function.name}: {lines}"
        for file in python_files()
        for function in functions(parsed(file))
        if (lines := (function.end_lineno or 0) - function.lineno + 1) > FUNCTION
    ]
    assert over == [], "\n".join(over)


def test_no_function_takes_more_than_four_unnamed_arguments() -> None:
    over = [
        f"{short(file)}:{function.lineno} {function.name}: {positional(function)}"
        for file in python_files()
        for function in functions(parsed(file))
        if positional(function) > ARGUMENTS
    ]
    assert over == [], "\n".join(over)


def test_no_function_nests_deeper_than_two() -> None:
    over = [
        f"{short(file)}:{function.lineno} {function.name}: {depth(function)}"
        for file in python_files()
        for function in functions(parsed(file))
        if depth(function) > DEPTH
    ]
    assert over == [], "\n".join(over)


def test_depth_counts_what_is_inside_and_not_what_is_beside() -> None:
    beside = "if a:\n  b\nelif c:\n  d\nelse:\n  e\nfor f in g:\n  h"
    assert depth(ast.parse(beside)) == 1
    assert depth(ast.parse("while a:\n  if c:\n    while d:\n      e")) == 3


def test_the_only_statement_of_a_loop_belongs_to_the_loop() -> None:
    assert depth(ast.parse("for a in b:\n  for c in a:\n    if c:\n      d")) == 1
    assert depth(ast.parse("for a in b:\n  x\n  for c in a:\n    if c:\n      d")) == 2
