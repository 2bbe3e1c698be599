"""Sliders for the limits of a rule, with the bounds that the rule itself sets."""

from typing import Any

import streamlit as st
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from components.signals.rule import Limits, Rule
from components.ui.text import safe

Moved = tuple[Limits | None, str]


def move_limits(rule: Rule, limits: Limits) -> Moved:
    """The limits as the sliders stand, or nothing and why they contradict each other."""
    chosen = {}
    with st.container(horizontal=True, gap="medium"):
        for name, field in type(limits).model_fields.items():
            low, high = _bounds(field)
            chosen[name] = st.slider(
                _words(name),
                low,
                high,
                getattr(limits, name),
                key=f"what_if_{rule.key}_{name}",
                width=260,
            )
    try:
        return type(limits).model_validate(chosen), ""
    except ValidationError as mistakes:
        return None, safe(str(mistakes.errors(include_url=False)[0]["msg"]))


def _bounds(field: FieldInfo) -> tuple[Any, Any]:
    low = next(one.ge for one in field.metadata if hasattr(one, "ge"))
    high = next(one.le for one in field.metadata if hasattr(one, "le"))
    return (float(low), float(high)) if field.annotation is float else (int(low), int(high))


def _words(name: str) -> str:
    """The name of a limit in words.

    >>> _words("from_months")
    'From months'
    """
    return name.replace("_", " ").capitalize()
