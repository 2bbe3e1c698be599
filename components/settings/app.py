"""`config/app.toml`: how the app runs, whom it protects, what it keeps."""

from pathlib import Path

from pydantic import Field

from components.settings.reading import ReadingLimits
from components.settings.section import Section
from components.settings.spelling import header_key

ROOT = Path(__file__).resolve().parents[2]


class AppSettings(Section):
    """Limits, storage and the smallest groups."""

    upload_limit_mb: int = Field(ge=1, le=4096)
    uploads_at_once: int = Field(ge=2, le=1000)
    uploads_at_once_mb: int = Field(ge=1, le=4096)
    rare_formats: bool
    data_folder: str = Field(min_length=1)
    keep_on_disk: bool
    pay_allowed: bool
    me: str
    min_group: int = Field(ge=5, le=1000)
    min_group_protected: int = Field(ge=10, le=1000)
    protected: tuple[str, ...]
    flagged_share_warning: float = Field(gt=0, le=1)
    many_people_beneath: int = Field(ge=1, le=1000)
    stepping_back: bool
    talent_release: bool
    reading: ReadingLimits

    @property
    def data_path(self) -> Path:
        """The folder of data versions; a relative one stands beside the app."""
        return ROOT / Path(self.data_folder).expanduser()

    @property
    def upload_limit_bytes(self) -> int:
        """The limit of one file in bytes."""
        return self.upload_limit_mb * 1024 * 1024

    def is_protected(self, name: str) -> bool:
        """Tell whether a column of that name or header holds a protected attribute.

        The smallest group for it is `min_group_protected`, and no row view carries it.
        """
        return header_key(name) in {header_key(known) for known in self.protected}
