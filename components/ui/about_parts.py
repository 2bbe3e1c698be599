"""The parts of About: the rules with their limits in force, and what is running."""

from importlib.metadata import version

import streamlit as st

from components.signals import RULES, limits_of
from components.signals.rule import Limits
from components.ui import caching

PACKAGES = ("streamlit", "pandas", "narwhals", "altair", "fastexcel")


def rules() -> None:
    """Every rule in words, with the limits that are set now."""
    limits = limits_of(caching.settings())
    st.header("The rules, and the limits set here", anchor=False)
    st.caption("Limits are set in config/signals.toml. None has been tested on your own past yet.")
    for column, rule in zip(st.columns(len(RULES), gap="medium"), RULES, strict=True):
        with column, st.container(border=True, height="stretch", gap="xxsmall"):
            st.markdown(f"**{rule.label}** · {rule.kind}")
            st.markdown(rule.meaning)
            st.caption(f"Limits: {_in_words(limits[rule.key])}. Clears with: {rule.clears}")


def _in_words(limits: Limits) -> str:
    """The limits of one rule.

    >>> class Window(Limits):
    ...     from_months: int = 24
    >>> _in_words(Window())
    'from months 24'
    """
    named = limits.model_dump().items()
    return ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in named)


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
