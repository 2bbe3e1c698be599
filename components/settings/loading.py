"""From folders of TOML to checked `Settings`; a mistake names file, key and fix."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from components.settings.app import ROOT
from components.settings.files import lay_over, read_folder
from components.settings.mistakes import Folders, as_config_error
from components.settings.settings import Settings

CONFIG = ROOT / "config"
DATA_FOLDER = "TRAJECTORY_DATA_FOLDER"


def load_settings(
    config_dir: Path | None = None, saved: Mapping[str, Any] | None = None
) -> Settings:
    """Read the app's own config/, lay the given folder and what was saved over it, and check.

    Merged key by key; lists are replaced. The environment variable TRAJECTORY_DATA_FOLDER
    replaces `data_folder`. Raises ConfigError with file, key and fix.
    """
    ground = read_folder(CONFIG)
    layer = read_folder(config_dir) if config_dir is not None else {}
    merged = _with_data_folder(lay_over(lay_over(ground, layer), saved or {}))
    try:
        return Settings.model_validate(merged)
    except ValidationError as mistakes:
        folders = Folders(own=CONFIG, given=config_dir, layer=layer)
        raise as_config_error(mistakes, Settings, folders) from mistakes


def _with_data_folder(merged: Mapping[str, Any]) -> dict[str, Any]:
    """Let the environment say where data versions are kept."""
    folder = os.environ.get(DATA_FOLDER, "").strip()
    return lay_over(merged, {"app": {"data_folder": folder}} if folder else {})
