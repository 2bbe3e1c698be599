"""How many files may come at once, and how big they may be together."""

from collections.abc import Sequence

from components.errors import FileRefused
from components.intake import Upload
from components.settings import AppSettings

MB = 1024 * 1024


def refuse_too_many(uploads: Sequence[Upload], app: AppSettings) -> None:
    """Raise FileRefused, with a way out, where the files are too many or too big together."""
    total = sum(len(upload.content) for upload in uploads)
    if len(uploads) > app.uploads_at_once:
        raise FileRefused(
            "too-many-files",
            f"{len(uploads)} files are more than can be read at once.",
            now=f"Take {len(uploads) - app.uploads_at_once} of them out, or raise uploads_at_once "
            "in config/app.toml.",
        )
    if total > app.uploads_at_once_mb * MB:
        raise FileRefused(
            "uploads-too-big",
            f"The files hold {total / MB:,.0f} MB, more than can be read at once.",
            now="Take the largest out, or raise uploads_at_once_mb in config/app.toml.",
        )
