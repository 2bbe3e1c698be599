"""Words about people: no text of the app uses a phrase that docs/words.md rules out."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
BANNED = re.compile(r"^```banned\n(.*?)^```", re.DOTALL | re.MULTILINE)


def banned_phrases() -> list[str]:
    """The list at the end of docs/words.md."""
    page = (ROOT / "docs" / "words.md").read_text(encoding="utf-8")
    lists = BANNED.findall(page)
    return [line.strip() for one in lists for line in one.splitlines() if line.strip()]


def pattern() -> re.Pattern[str]:
    """All phrases as whole words; any run of spaces or line breaks counts as one space."""
    phrases = (re.escape(phrase).replace(r"\ ", r"\s+") for phrase in banned_phrases())
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)


def texts_of_python(source: str) -> Iterator[tuple[int, str]]:
    """Every string of a module with its line; the parts of an f-string are joined by a gap."""
    nodes = list(ast.walk(ast.parse(source)))
    joined = [node for node in nodes if isinstance(node, ast.JoinedStr)]
    inside = {id(part) for node in joined for part in node.values}
    for node in joined:
        parts = (part.value if isinstance(part, ast.Constant) else " … " for part in node.values)
        yield node.lineno, "".join(str(part) for part in parts)
    for node in nodes:
        whole = isinstance(node, ast.Constant) and id(node) not in inside
        if whole and isinstance(node.value, str):
            yield node.lineno, node.value


def texts_of_toml(content: Any) -> Iterator[str]:
    """Every key and every string of a settings file."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for key, value in content.items():
            yield key
            yield from texts_of_toml(value)
    elif isinstance(content, list):
        for item in content:
            yield from texts_of_toml(item)


def findings(folder: Path) -> list[str]:
    """Each banned phrase below a folder: file, line (of a module), phrase."""
    banned = pattern()
    found = []
    modules = [
        *folder.glob("*.py"),
        *folder.glob("components/**/*.py"),
        *folder.glob("pages/**/*.py"),
    ]
    for path in modules:
        for line, text in texts_of_python(path.read_text(encoding="utf-8")):
            found += [f"{path.relative_to(folder)}:{line}: {hit}" for hit in banned.findall(text)]
    for path in folder.glob("config/**/*.toml"):
        for text in texts_of_toml(tomllib.loads(path.read_text(encoding="utf-8"))):
            found += [f"{path.relative_to(folder)}: {hit}" for hit in banned.findall(text)]
    return sorted(found)


def test_no_text_of_the_app_uses_a_banned_phrase() -> None:
    assert findings(ROOT) == []


def test_the_walk_reaches_code_pages_and_settings() -> None:
    assert list(ROOT.glob("components/**/*.py"))
    assert list(ROOT.glob("config/**/*.toml"))
    assert len(banned_phrases()) > 50


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("app.py", 'SAID = "Ann Will Leave soon"\n'),
        ("components/signals/rule.py", 'SAID = ("a prob" "lem employee of ours")\n'),
        (
            "components/signals/said.py",
            'def say(name: str) -> str:\n    return f"{name} is toxic"\n',
        ),
        ("pages/team.py", '"""Shows every\n\nlenient\nmanager."""\n'),
        ("config/regions/usa.toml", 'expected = ["The typical American works late."]\n'),
        ("config/signals.toml", '[risk.score]\n"risk score" = 1\n'),
    ],
)
def test_a_banned_phrase_is_found_wherever_it_stands(tmp_path: Path, file: str, text: str) -> None:
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(text, encoding="utf-8")
    found = findings(tmp_path)
    assert len(found) == 1
    assert found[0].startswith(file)


def test_a_phrase_inside_a_longer_word_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text('SAID = "nontoxic, intoxicated, who will leaven it"\n')
    assert findings(tmp_path) == []


def test_a_comment_may_name_a_phrase(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("SAID = 1  # never write: will leave\n")
    assert findings(tmp_path) == []
