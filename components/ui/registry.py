"""Every page of Trajectory in the order of the menu; a page is added by a line in PAGES."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECTIONS = ("Data", "People", "Signals", "Calibration", "Context", "Take away")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """One page: the key is its address and the name of its file."""

    key: str
    title: str
    icon: str
    section: str
    hidden: bool = False

    @property
    def file(self) -> Path:
        """Where the page's script stands."""
        return ROOT / "pages" / f"{self.key}.py"


PAGES = (
    PageEntry(key="load_data", title="Load data", icon=":material/upload_file:", section="Data"),
    PageEntry(key="overview", title="Overview", icon=":material/dashboard:", section="Data"),
    PageEntry(key="downloads", title="Downloads", icon=":material/download:", section="Take away"),
    PageEntry(key="team", title="Team", icon=":material/group:", section="People"),
    PageEntry(key="person", title="Person", icon=":material/person:", section="People"),
    PageEntry(key="flight_risk", title="Flight risk", icon=":material/flag:", section="Signals"),
    PageEntry(
        key="leverage", title="Career leverage", icon=":material/balance:", section="Signals"
    ),
    PageEntry(
        key="competencies", title="Competencies", icon=":material/grid_on:", section="Signals"
    ),
    PageEntry(
        key="distributions",
        title="Distributions",
        icon=":material/stacked_bar_chart:",
        section="Calibration",
    ),
    PageEntry(
        key="culture_notes", title="Culture notes", icon=":material/public:", section="Context"
    ),
    PageEntry(key="about", title="About", icon=":material/info:", section="Take away"),
)
HOME = PAGES[0]


def page(key: str) -> PageEntry:
    """The page of that key.

    >>> page("about").title
    'About'

    Raises:
        KeyError: no page in the menu has this key.
    """
    return {entry.key: entry for entry in PAGES}[key]


def by_section() -> dict[str, list[PageEntry]]:
    """The pages under their sections, sections without a page left out."""
    grouped = {name: [entry for entry in PAGES if entry.section == name] for name in SECTIONS}
    return {name: entries for name, entries in grouped.items() if entries}
