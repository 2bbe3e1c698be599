"""The errors raised on purpose: each says what happened, where, and what to do now.

TrajectoryError
├── ConfigError    a setting that can't be used: file, key, fix
├── FileRefused    a file that can't be read at all, with a code
├── CallError      a command called in a way it doesn't know
├── DrawingFailed  a chart that could not be drawn for a file
├── StoreFailed    what must last can't be kept or read
└── CountsDisagree numbers on a page that don't add up: the page stops
"""


class TrajectoryError(Exception):
    """Something stopped us that a person can do something about."""

    def __init__(self, what: str, where: str = "", now: str = "") -> None:
        """Keep the three parts: what happened, where, what to do now."""
        self.what, self.where, self.now = what, where, now
        super().__init__(" ".join(part for part in (where and f"{where}:", what, now) if part))


class ConfigError(TrajectoryError):
    """A setting is missing, unknown or out of range."""

    @classmethod
    def in_file(cls, file: str, key: str, fix: str) -> "ConfigError":
        """Name the file, the key and the fix.

        >>> print(
        ...     ConfigError.in_file("config/app.toml", "upload_limit_mb", "Use a number above 0.")
        ... )
        config/app.toml: upload_limit_mb can't be used. Use a number above 0.
        """
        return cls(f"{key} can't be used.", where=file, now=fix)


class FileRefused(TrajectoryError):
    """A file can't be read at all; the code names the reason for good."""

    def __init__(self, code: str, what: str, *, file: str = "", now: str = "") -> None:
        """Keep the code beside what, where and now."""
        self.code = code
        super().__init__(what, where=file, now=now)


class CallError(TrajectoryError):
    """A command was called with words it doesn't know."""


class DrawingFailed(TrajectoryError):
    """A chart could not be drawn for a file."""


class StoreFailed(TrajectoryError):
    """What must last can't be kept or read; nothing was half written."""


class CountsDisagree(TrajectoryError):
    """Known, unknown and hidden don't add up to the people counted."""

    @classmethod
    def on(cls, page: str, parts: dict[str, int], people: int) -> "CountsDisagree":
        """Name the page and print the sum that should have held."""
        total = " + ".join(f"{count} {name}" for name, count in parts.items())
        return cls(
            f"{total} is not {people} people.",
            where=page,
            now="Please report this; the numbers are not shown because they may be wrong.",
        )
