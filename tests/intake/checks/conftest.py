"""Settings as shipped."""

import pytest

from components.settings import Settings, load_settings


@pytest.fixture(scope="session")
def settings() -> Settings:
    """The app's own settings."""
    return load_settings()
