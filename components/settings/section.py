"""What every part of the settings shares: frozen, strict, order kept; and `Wrong`."""

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, WrapSerializer

_T = TypeVar("_T")


class Wrong(ValueError):
    """A value that contradicts another one: the key inside the section, and the fix."""

    def __init__(self, key: str, fix: str) -> None:
        """Keep key and fix for the sentence a person reads."""
        self.key, self.fix = key, fix
        super().__init__(f"{key}: {fix}")


class Section(BaseModel):
    """A table of a settings file; unknown keys and wrong kinds of value are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def _as_pairs(mapping: Mapping[str, Any], dump: SerializerFunctionWrapHandler) -> list[list[Any]]:
    """Write a mapping as pairs: its order counts, and the fingerprint sorts only keys."""
    return [[key, value] for key, value in dump(mapping).items()]


Ordered = Annotated[dict[str, _T], WrapSerializer(_as_pairs)]
"""A mapping whose order is part of its meaning (the best header first)."""
