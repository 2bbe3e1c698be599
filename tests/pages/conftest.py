"""Pages with people in them: data loaded once into a private folder, opened through the menu."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.access import EVERYONE
from components.intake import Answers, Upload, open_files, understand
from components.settings import load_settings
from components.store import Store, Version
from components.tables.selection import Selection
from components.ui import caching
from components.ui.codes import code_of
from components.ui.view import View

ROOT = Path(__file__).resolve().parents[2]
CLEAN = ROOT / "sample_data" / "clean"

HOSTILE_ROLES = """Employee ID,Name,Job title,Department,Manager ID,Effective date,Level,Region
1,![x](http://a.example/x.png),:red[Boss],[Sales](http://b.example),,2020-01-01,5,EU
2,**Bold** Bea,$x^2$ Analyst,<b>Ops</b>,1,2020-01-01,3,EU
3,:material/home: Cy,Analyst,<b>Ops</b>,1,2023-05-01,3,EU
"""
HOSTILE_REVIEWS = """Employee ID,Cycle,Review date,Rating
1,2024,2024-03-01,3
1,2025,2025-03-01,3
2,2024,2024-03-01,5
2,2025,2025-03-01,5
3,2024,2024-03-01,5
3,2025,2025-03-01,5
"""


def keep(folder: Path, files: Mapping[str, bytes]) -> str:
    """Read and keep the files as the data version in use of a folder; its name."""
    settings = load_settings()
    opened = open_files([Upload(name, held) for name, held in files.items()], settings)
    reading = understand(opened, settings, answers=Answers(), today=date(2026, 7, 1))
    matches = json.dumps([asdict(match) for match in reading.matches])
    version = Version(reading.dataset, reading.problems, matches, Answers().to_toml())
    store = Store(folder).versions
    store.save(version)
    return str(store.current())


def clean(*names: str) -> dict[str, bytes]:
    """Files of the clean sample."""
    return {name: (CLEAN / name).read_bytes() for name in names}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of data versions that a test may change."""
    monkeypatch.setenv("TRAJECTORY_DATA_FOLDER", str(tmp_path))
    with _settings_forgotten():
        yield tmp_path


@contextmanager
def _settings_forgotten() -> Iterator[None]:
    """Nothing is held of a folder: limits kept in one don't hold in another with the same data."""
    held = (caching.settings_of_files, caching.settings, caching.store, caching.in_force)
    for one in held:
        one.clear()
    yield
    for one in held:
        one.clear()


def ask_for(monkeypatch: pytest.MonkeyPatch, file: str, **values: object) -> None:
    """From now on the settings of this file hold these values too, as if HR had set them."""
    usual = caching.settings_of_files()
    section = getattr(usual, file).model_copy(update=values)
    own = {name: getattr(usual, name) for name in type(usual).model_fields}
    asked = type(usual).model_validate(own | {file: section})
    monkeypatch.setattr("components.ui.caching.settings_of_files", lambda: asked)
    caching.settings.clear()
    caching.in_force.clear()


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A folder with a data version in use: two_files, everything, reviews_only, hostile."""
    made: dict[str, Path] = {}
    contents: dict[str, Callable[[], Mapping[str, bytes]]] = {
        "two_files": lambda: clean("role_history.xlsx", "reviews.xlsx"),
        "everything": lambda: clean("everything.xlsx"),
        "reviews_only": lambda: clean("reviews.xlsx"),
        "hostile": lambda: {
            "roles.csv": HOSTILE_ROLES.encode(),
            "reviews.csv": HOSTILE_REVIEWS.encode(),
        },
    }

    def folder_of(name: str) -> Path:
        if name not in made:
            made[name] = tmp_path_factory.mktemp(name)
            keep(made[name], contents[name]())
        return made[name]

    return folder_of


class Pages:
    """Opens pages through the menu, on one data version."""

    def __init__(self) -> None:
        """Look at the data version in use."""
        self.version = str(caching.store().versions.current())
        dataset = caching.version(self.version).dataset
        self.as_of = dataset.last_day or caching.today()
        self.dataset = dataset
        self.judged = caching.judged(self.version, caching.settings().fingerprint, self.as_of)

    def code(self, employee_id: str) -> str:
        """The code of a person in an address."""
        return code_of(employee_id, self.version)

    def open(self, key: str, **address: str) -> AppTest:
        """The page after its first run; `address` is what stands behind the question mark."""
        app = AppTest.from_file(ROOT / "components" / "ui" / "menu.py", default_timeout=60)
        app.switch_page(str(ROOT / "pages" / f"{key}.py"))
        for name, value in address.items():
            app.query_params[name] = value
        return app.run()

    def view(self) -> View:
        """Everybody, as a page without filters sees them."""
        judged = self.judged
        return View(
            page="",
            version=caching.version(self.version),
            settings=caching.settings(),
            as_of=self.as_of,
            scope=EVERYONE,
            selection=Selection(),
            measures=judged.measures,
            flags=judged.flags,
            active=judged.active,
            people=judged.active,
            names=judged.names,
        )


@pytest.fixture
def pages(
    request: pytest.FixtureRequest, folders: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Pages]:
    """Pages on the two sample files, or on the data that `indirect` parametrisation names."""
    folder = folders(getattr(request, "param", "two_files"))
    monkeypatch.setenv("TRAJECTORY_DATA_FOLDER", str(folder))
    with _settings_forgotten():
        yield Pages()


def words(app: AppTest) -> str:
    """All that a page says in Markdown, without the escapes."""
    kinds = (app.title, app.header, app.markdown, app.caption, app.info, app.warning)
    return "\n".join(str(one.value) for kind in kinds for one in kind).replace("\\", "")


def links(app: AppTest) -> list[Any]:
    """The links to other pages: label, address, what stands behind the question mark."""
    return [one.proto for one in app.get("page_link")]
