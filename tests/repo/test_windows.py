"""Measures use no window with a partition: on Arrow it mixes groups up, see decision 0007."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MEASURES = [
    path for room in ("analysis", "signals") for path in (ROOT / "components" / room).rglob("*.py")
]


def partitions(source: str) -> Iterator[int]:
    """The lines of windows that name a partition."""
    for node in ast.walk(ast.parse(source)):
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if called and node.func.attr == "over" and node.args:
            yield node.lineno


def test_no_measure_uses_a_window_with_a_partition() -> None:
    found = {path.name: list(partitions(path.read_text("utf-8"))) for path in MEASURES}
    assert len(found) > 50
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("source", "lines"),
    [("a.max().over('b')", [1]), ("a.max().over(*keys)", [1]), ("a.over(order_by='b')", [])],
)
def test_a_partition_is_seen(source: str, lines: list[int]) -> None:
    assert list(partitions(source)) == lines
