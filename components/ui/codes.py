"""Opaque codes that stand for people in an address, made anew for each data version.

A code tells nothing about the person and means nothing in another version of the data.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b

LENGTH = 6
"""Bytes of a code: two of 100,000 people share one with a chance below 1 in 50,000."""


def code_of(employee_id: str, version: str) -> str:
    """The code of one person in one data version.

    >>> code_of("1001", "a") == code_of("1001", "b")
    False
    """
    return blake2b(employee_id.encode(), digest_size=LENGTH, key=version.encode()).hexdigest()


def codebook(employee_ids: Iterable[str], version: str) -> Mapping[str, str]:
    """From code to employee ID, for everybody in one data version."""
    return {code_of(employee_id, version): employee_id for employee_id in employee_ids}
