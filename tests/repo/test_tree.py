"""What import-linter can't see: packages, pages, single doors, names and sizes."""

import ast
import re
import subprocess
import sys

import pytest

from components.ui.registry import PAGES, SECTIONS
from tests.repo.tree import ROOT, functions, parsed, python_files, short, tracked, users_of

PURE = [file for file in python_files("components") if "components/ui/" not in short(file)]
PAGE_FILES = [file for file in python_files("pages") if file.name != "__init__.py"]
IMPORT_ALL = """
import importlib, sys
sys.modules["streamlit"] = None
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def test_every_folder_with_code_is_a_package() -> None:
    folders = {file.parent for file in python_files("components", "pages")}
    assert [short(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


OFFERS = ("__all__ = ", "Public: ", "Run as ")


def test_every_room_says_what_it_is_for_and_what_it_offers() -> None:
    rooms = sorted((ROOT / "components").glob("*/__init__.py"))
    silent = [
        short(file)
        for file in rooms
        if not ast.get_docstring(parsed(file))
        or not any(offer in file.read_text("utf-8") for offer in OFFERS)
    ]
    assert silent == [], silent


def test_every_module_opens_with_what_it_holds() -> None:
    assert [short(file) for file in python_files() if not ast.get_docstring(parsed(file))] == []


def test_the_launcher_only_puts_parts_together() -> None:
    tree = parsed(ROOT / "app.py")
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    modules |= {
        name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    }
    assert {module.split(".")[0] for module in modules} == {"components", "streamlit"}
    assert all(module.startswith("components.ui.") for module in modules - {"streamlit"})
    assert list(functions(tree)) == []


def test_every_page_is_in_the_menu_and_every_entry_is_a_page() -> None:
    assert {file.stem for file in PAGE_FILES} == {entry.key for entry in PAGES}
    assert {entry.section for entry in PAGES} <= set(SECTIONS)
    assert len({entry.title for entry in PAGES}) == len(PAGES)


def is_still(node: ast.stmt) -> bool:
    """Whether the statement only names things: imports, functions, constants in capitals."""
    if isinstance(node, ast.Assign):
        return all(isinstance(name, ast.Name) and name.id.isupper() for name in node.targets)
    return isinstance(node, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef)


@pytest.mark.parametrize("file", PAGE_FILES, ids=lambda file: file.stem)
def test_a_page_begins_by_opening_itself(file) -> None:
    first = next(node for node in parsed(file).body[1:] if not is_still(node))
    assert f"open_page('{file.stem}'" in ast.unparse(first)


def test_pure_rooms_load_where_there_is_no_streamlit() -> None:
    modules = [
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for file in PURE
        if file.name != "__main__.py"
    ]
    run = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, *modules],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr


def test_the_session_is_touched_in_one_file() -> None:
    assert users_of("st.session_state") == {"components/ui/session.py"}


def test_streamlit_caches_in_two_files() -> None:
    assert users_of("st.cache_") <= {"components/ui/caching.py", "components/ui/comparing.py"}


def test_styles_are_put_out_in_one_file() -> None:
    assert users_of("st.html") == {"components/ui/stylesheet.py"}


def test_no_module_of_the_last_room_hides_one_of_python() -> None:
    # Streamlit puts the folder of the script first on the search path.
    names = {file.stem for file in (ROOT / "components" / "ui").glob("*.py")} - {"__init__"}
    assert names & sys.stdlib_module_names == set()


def test_no_module_is_named_after_nothing() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "models", "services", "manager"}
    assert [short(file) for file in python_files() if file.stem in vague] == []


# Spelled in pieces so that this file doesn't match itself.
MACHINE = ("/wo" + "rk/", "/ro" + "ot/", r"/home/\w", "/Us" + "ers/", r"C:\\Us" + "ers")
TOOLS = ("clau" + "de", "anthro" + "pic", "chat" + "gpt", "open" + "ai", "co" + "pilot")
FOREIGN = re.compile("|".join([*MACHINE, *(rf"\b{tool}\b" for tool in TOOLS)]), re.IGNORECASE)
TEXTS = {".py", ".md", ".toml", ".txt", ".in", ".css", ".yml", ".yaml", ".cfg", ".svg", ""}


def test_no_machine_or_tool_of_its_making_is_named() -> None:
    texts = [file for file in tracked() if file.suffix in TEXTS]
    found = [f"{short(file)}: {hit[0]}" for file in texts if (hit := search(file))]
    assert found == [], found


def search(file) -> re.Match[str] | None:
    """The first foreign word of a file."""
    return FOREIGN.search(file.read_text("utf-8", errors="replace"))


def test_nothing_uploaded_or_generated_is_kept_in_the_repository() -> None:
    allowed = {"sample_data", "tests", "docs"}
    sheets = {".xlsx", ".xls", ".xlsb", ".xlsm", ".ods", ".csv", ".tsv", ".parquet"}
    strays = [file for file in tracked() if file.suffix.lower() in sheets]
    assert [short(file) for file in strays if short(file).split("/")[0] not in allowed] == []


BANNED = {
    "unsafe_allow_html": "shows uploaded text as HTML",
    "unsafe_allow_javascript": "runs script from a text",
    "iterrows": "a loop over rows",
    "ImageColumn": "fetches what a cell names",
    "LinkColumn": "links to what a cell names",
}


@pytest.mark.parametrize("word", BANNED)
def test_no_code_uses(word: str) -> None:
    users = [short(file) for file in python_files() if word in file.read_text("utf-8")]
    assert users == [], f"{BANNED[word]}: {users}"


def keywords(name: str, value: object) -> list[str]:
    """The calls that give a keyword this value."""
    return [
        f"{short(file)}:{node.value.lineno}"
        for file in python_files()
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.keyword) and node.arg == name
        if isinstance(node.value, ast.Constant) and node.value.value == value
    ]


def test_frames_are_never_changed_in_place_or_walked_row_by_row() -> None:
    assert keywords("inplace", True) == []
    assert [place for place in keywords("axis", 1) if "apply" in line_at(place)] == []


def line_at(place: str) -> str:
    """The line of a place such as `pages/about.py:3`."""
    name, number = place.split(":")
    return (ROOT / name).read_text("utf-8").splitlines()[int(number) - 1]
