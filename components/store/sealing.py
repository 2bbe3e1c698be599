"""Text sealed with a key: unreadable without it, and bound to the place it was written for."""

import json
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12


class Altered(Exception):
    """The sealed bytes are not those that were written for this place."""


def new_key() -> bytes:
    """A fresh random key."""
    return AESGCM.generate_key(bit_length=KEY_BYTES * 8)


def seal(key: bytes, text: str, *bound: str | None) -> bytes:
    """Seal the text (AES-256-GCM); it opens only with the same key and the same binding."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, text.encode("utf-8"), _binding(bound))


def unseal(key: bytes, sealed: bytes, *bound: str | None) -> str:
    """The text that was sealed.

    Raises:
        Altered: the bytes, the key or the binding are others.

    >>> unseal(bytes(32), seal(bytes(32), "Said in March.", "note", "7"), "note", "7")
    'Said in March.'
    """
    nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    try:
        return AESGCM(key).decrypt(nonce, rest, _binding(bound)).decode("utf-8")
    except (InvalidTag, ValueError) as error:
        raise Altered from error


def _binding(bound: tuple[str | None, ...]) -> bytes:
    return json.dumps(bound).encode("utf-8")
