"""Keys: one of the house, from which lookups are made, and one for each person, alone in a file.

A person's key lies outside the database, so that no copy of the database, ours or anybody's, can
be read for a person whose key was destroyed.
"""

import hmac
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from components.errors import StoreFailed
from components.store.durable import make_folder, overwrite_and_delete, write_new
from components.store.sealing import KEY_BYTES, new_key

FILE = "trajectory.key"
FOLDER = "keys"


class HouseKey:
    """The key of the house: hashes that nobody without it can make, and what is about nobody."""

    def __init__(self, secret: bytes) -> None:
        """Derive both uses from one secret of 32 bytes."""
        self.sealing = _derived(secret, b"sealing")
        self._lookup = _derived(secret, b"lookup")

    def lookup(self, kind: str, text: str) -> str:
        """A keyed hash (HMAC-SHA-256) in hex: equal for equal texts of a kind."""
        return hmac.digest(self._lookup, f"{kind}\0{text}".encode(), "sha256").hex()


class KeyRing(Protocol):
    """The keys of persons, by their code."""

    def get(self, code: str) -> bytes | None:
        """The key of a person; nothing where it was destroyed or lost."""

    def make(self, code: str) -> bytes:
        """A fresh key for a new person."""

    def destroy(self, code: str) -> None:
        """Destroy the key of a person; no harm where there is none."""


class KeysInMemory:
    """Keys that end with the process."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def get(self, code: str) -> bytes | None:
        """The key of a person; nothing where it was destroyed."""
        return self._held.get(code)

    def make(self, code: str) -> bytes:
        """A fresh key for a new person."""
        return self._held.setdefault(code, new_key())

    def destroy(self, code: str) -> None:
        """Destroy the key of a person."""
        self._held.pop(code, None)


class KeyFolder:
    """Keys as files of 32 bytes, each named by the code of its person."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, code: str) -> bytes | None:
        """The key of a person; nothing where it was destroyed or lost."""
        try:
            held = (self._folder / code).read_bytes()
        except FileNotFoundError:
            return None
        return held if len(held) == KEY_BYTES and any(held) else None

    def make(self, code: str) -> bytes:
        """A fresh key for a new person."""
        make_folder(self._folder)
        key = new_key()
        write_new(self._folder / code, key)
        return key

    def destroy(self, code: str) -> None:
        """Overwrite and delete the key of a person."""
        file = self._folder / code
        if file.exists():
            overwrite_and_delete(file)


def house_key(folder: Path | None, *, expected: bool) -> HouseKey:
    """The key of the house in a file beside the database, made at the first opening.

    Raises:
        StoreFailed: it was `expected`, since something was sealed or looked up with it, and is not
            there.
    """
    if folder is None:
        return HouseKey(new_key())
    file = folder / FILE
    if not file.exists():
        if expected:
            raise _lost(file)
        write_new(file, new_key())
    secret = file.read_bytes()
    if len(secret) != KEY_BYTES:
        raise _lost(file)
    return HouseKey(secret)


def _lost(file: Path) -> StoreFailed:
    return StoreFailed(
        "The key of the data folder is missing or damaged; without it nobody in the database can "
        "be found.",
        where=str(file),
        now="Put the file back from a backup, or move the whole data folder away.",
    )


def _derived(secret: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=b"trajectory " + purpose).derive(secret)
