"""The parts of About: the rules with their limits in force, and what is running."""

from importlib.metadata import version

import pandas as pd
import streamlit as st

from components.signals import RULES, limits_of
from components.ui import caching
from components.ui.figures import show_table

PACKAGES = ("streamlit", "pandas", "narwhals", "altair", "fastexcel")


def rules() -> None:
    """Every rule in words, with the limits that are set now."""
    settings = caching.settings()
    limits = limits_of(settings)
    table = pd.DataFrame(
        {
            "Rule": [rule.label for rule in RULES],
            "Kind": [rule.kind.capitalize() for rule in RULES],
            "Says": [rule.meaning for rule in RULES],
            "Limits": [
                ", ".join(
                    f"{name.replace('_', ' ')} {value}"
                    for name, value in limits[rule.key].model_dump().items()
                )
                for rule in RULES
            ],
            "Clears with": [rule.clears for rule in RULES],
        }
    )
    st.header("The rules, and the limits set here", anchor=False)
    st.caption("Limits are set in config/signals.toml. None has been tested on your own past yet.")
    show_table(table, key="rules", alt="Rules with their meaning, limits and what clears them")


def smallest_groups() -> str:
    """The limits of group views in words."""
    app = caching.settings().app
    return (
        f"Groups of fewer than {app.min_group} people are never shown with a number, on screen or "
        f"in a file; for protected attributes it is {app.min_group_protected}. Where a total "
        "would give a hidden number away, the next smallest is hidden too."
    )


def running() -> str:
    """Settings fingerprint and versions, for a report of something odd."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"Settings {caching.settings().fingerprint}. {versions}."
