"""Generated documents say what the code says."""

from pathlib import Path

import pytest

from tests.repo.docs import DOCUMENTS, stale, write

HELLO = {"docs/hello.md": "tests.repo.test_docs:hello"}


def hello() -> str:
    """A document for this test."""
    return "# Hello\n"


def test_what_was_written_is_in_step(tmp_path: Path) -> None:
    write(HELLO, tmp_path)
    assert stale(HELLO, tmp_path) == []


@pytest.mark.parametrize("text", [None, "# Hallo\n"])
def test_a_missing_or_older_document_is_out_of_step(tmp_path: Path, text: str | None) -> None:
    if text:
        (tmp_path / "docs").mkdir()
        (tmp_path / "docs" / "hello.md").write_text(text)
    assert stale(HELLO, tmp_path) == ["docs/hello.md"]


def test_the_documents_of_this_tree_are_in_step() -> None:
    assert stale(DOCUMENTS) == []
