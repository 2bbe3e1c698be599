"""What every part of the settings shares: frozen, strict, no unknown keys, order kept."""

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, WrapSerializer

_T = TypeVar("_T")


class Section(BaseModel):
    """A table of a settings file; unknown keys and wrong kinds of value are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def _as_pairs(mapping: Mapping[str, Any], dump: SerializerFunctionWrapHandler) -> list[list[Any]]:
    """Write a mapping as pairs: its order counts, and the fingerprint sorts only keys."""
    return [[key, value] for key, value in dump(mapping).items()]


Ordered = Annotated[dict[str, _T], WrapSerializer(_as_pairs)]
"""A mapping whose order is part of its meaning (the best header first)."""
