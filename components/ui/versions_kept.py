"""What a press of a button does to the versions and profiles that are kept."""

from components.ui import arrivals, caching, session


def use(name: str) -> None:
    """Make a version of the history the one in use."""
    caching.versions().use(name)
    _look_anew()


def undo() -> None:
    """Go back to the version in use before."""
    caching.versions().undo()
    _look_anew()


def forget_data() -> None:
    """Delete every data version, on disk and in memory."""
    caching.versions().forget()
    arrivals.start_over()
    _look_anew()


def delete_profile(name: str) -> None:
    """Delete an import profile."""
    caching.store().profiles.delete(name)


def _look_anew() -> None:
    """Filters and the as-of day were those of other data."""
    caching.forget_everything()
    session.choose({})
    session.set_as_of(None)
