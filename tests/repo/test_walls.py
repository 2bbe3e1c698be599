"""Each wall of the house is broken once in a copy of the tree, and the check must name it."""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = Path(sys.executable).parent
RULES = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
CONTRACTS = {contract["id"]: contract for contract in RULES["importlinter"]["contracts"]}
LAYERS = [[room.strip(" ()") for room in layer.split("|")] for layer in CONTRACTS["flow"]["layers"]]
ROOMS = [path.parent.name for path in sorted((ROOT / "components").glob("*/__init__.py"))]
RANK = {room: rank for rank, layer in enumerate(LAYERS) for room in layer}
UPHILL = [(low, high) for low in ROOMS for high in ROOMS if RANK[low] - RANK[high] == 1]
BESIDE = [(a, b) for a in ROOMS for b in ROOMS if a != b and RANK[a] == RANK[b]]
NO_INTAKE = CONTRACTS["arrival-is-forgotten"]["source_modules"]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python files of the tree, and the rules."""
    copy = tmp_path_factory.mktemp("house")
    for folder in ("components", "pages"):
        for source in (ROOT / folder).rglob("*.py"):
            target = copy / source.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    shutil.copyfile(ROOT / "pyproject.toml", copy / "pyproject.toml")
    return copy


@pytest.fixture
def add(house: Path) -> Iterator[Callable[[str, str], None]]:
    """Add a line to the end of a file, or a new file; both are undone afterwards."""
    before: dict[Path, str | None] = {}

    def write(path: str, line: str) -> None:
        file = house / path
        before.setdefault(file, file.read_text("utf-8") if file.exists() else None)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as opened:
            opened.write(f"\n{line}\n")

    yield write
    for file, text in before.items():
        file.unlink() if text is None else file.write_text(text, "utf-8")
        if text is None and not any(file.parent.iterdir()):
            file.parent.rmdir()


def ask(house: Path, tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of our tools on the copy."""
    return subprocess.run(
        [TOOLS / tool, *arguments], check=False, cwd=house, capture_output=True, text=True
    )


def broken(house: Path) -> list[str]:
    """The names of the contracts that the copy breaks."""
    run = ask(house, "lint-imports", "--no-logo")
    assert "Contracts: " in run.stdout, run.stdout + run.stderr
    names = re.findall(r"^(.+?) BROKEN", run.stdout, re.MULTILINE)
    assert (run.returncode == 0) == (not names)
    return names


def name(contract: str) -> str:
    """The name that the check prints for a contract."""
    return CONTRACTS[contract]["name"]


def test_the_copy_breaks_nothing(house: Path) -> None:
    assert broken(house) == []


@pytest.mark.parametrize(("low", "high"), UPHILL)
def test_no_room_knows_the_one_before_it(low, high, house, add) -> None:
    add(f"components/{low}/__init__.py", f"import components.{high}")
    assert name("flow") in broken(house)


@pytest.mark.parametrize(("one", "other"), BESIDE)
def test_rooms_side_by_side_do_not_know_each_other(one, other, house, add) -> None:
    add(f"components/{one}/__init__.py", f"import components.{other}")
    assert name("flow") in broken(house)


def test_errors_know_nothing(house, add) -> None:
    add("components/errors.py", "import components.tables")
    assert name("flow") in broken(house)


def test_a_new_room_must_be_given_its_place(house, add) -> None:
    add("components/attic/__init__.py", "")
    run = ask(house, "lint-imports")
    assert run.returncode == 1
    assert "attic" in run.stdout


def test_components_never_use_pages(house, add) -> None:
    add("components/ui/frame.py", "import pages.about")
    assert name("pages-on-top") in broken(house)


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "ui"])
def test_only_the_last_room_knows_streamlit(room, house, add) -> None:
    add(f"components/{room}/__init__.py", "import streamlit")
    assert name("streamlit-only-in-ui") in broken(house)


@pytest.mark.parametrize("room", [room.removeprefix("components.") for room in NO_INTAKE])
def test_nobody_downstream_knows_how_rows_arrived(room, house, add) -> None:
    add(f"components/{room}/__init__.py", "import components.intake")
    assert name("arrival-is-forgotten") in broken(house)


@pytest.mark.parametrize("module", CONTRACTS["pages-only-assemble"]["forbidden_modules"])
def test_pages_compute_and_draw_nothing(module, house, add) -> None:
    add("pages/about.py", f"import {module}")
    assert name("pages-only-assemble") in broken(house)


def test_pages_do_not_import_each_other(house, add) -> None:
    add("pages/about.py", "import pages.load_data")
    assert name("pages-independent") in broken(house)


@pytest.mark.parametrize("module", CONTRACTS["no-network"]["forbidden_modules"])
def test_no_room_opens_the_network(module, house, add) -> None:
    add("components/tables/__init__.py", f"import {module}")
    assert name("no-network") in broken(house)


@pytest.mark.parametrize("module", ["urllib.request", "http.client", "http.server", "pickle"])
def test_no_room_reaches_the_network_through_a_sub_package(module, house, add) -> None:
    add("components/tables/attic.py", f"import {module}")
    run = ask(house, "ruff", "check", "--no-cache", "--select", "TID251", "components")
    assert run.returncode == 1
    assert f"`{module}` is banned" in run.stdout


def test_no_two_modules_need_each_other(house, add) -> None:
    add("components/tables/attic.py", "import components.tables.cellar")
    add("components/tables/cellar.py", "import components.tables.attic")
    assert name("no-cycles") in broken(house)


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "charts"])
def test_only_charts_know_altair(room, house, add) -> None:
    add(f"components/{room}/__init__.py", "import altair")
    assert name("only-charts-draw") in broken(house)


@pytest.mark.parametrize("module", ["sqlalchemy", "alembic", "sqlite3"])
@pytest.mark.parametrize("room", [room for room in ROOMS if room != "store"])
def test_only_the_store_knows_a_database(module, room, house, add) -> None:
    add(f"components/{room}/__init__.py", f"import {module}")
    assert name("only-store-keeps") in broken(house)


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "store"])
def test_only_the_store_seals(room, house, add) -> None:
    add(f"components/{room}/__init__.py", "import cryptography")
    assert name("only-store-seals") in broken(house)


@pytest.mark.parametrize("part", ["keys", "database", "versions"])
def test_what_must_last_is_reached_through_its_door(part, house, add) -> None:
    add("components/ui/attic.py", f"import components.store.{part}")
    assert name("store-behind-its-door") in broken(house)


def test_single_rules_are_reached_through_their_door(house, add) -> None:
    add("components/ui/attic.py", "import components.signals.rules")
    assert name("rules-behind-their-door") in broken(house)


def test_every_room_has_its_place_and_stands_without_parentheses() -> None:
    layers = " | ".join(CONTRACTS["flow"]["layers"]).split(" | ")
    assert [room for room in ROOMS if room not in layers] == []
