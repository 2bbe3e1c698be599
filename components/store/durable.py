"""Files that are still there after the power failed: written, settled, then moved into place."""

import os
import shutil
from pathlib import Path


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for their owner only."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=0o700, exist_ok=True)
        _settle_entries(one.parent)
    if folder.stat().st_mode & 0o777 != 0o700:
        folder.chmod(0o700)


def write_new(file: Path, content: bytes) -> bool:
    """Write a file for its owner only, whole or not at all; False where it is there already."""
    arriving = file.with_name(f".{file.name}.{os.urandom(6).hex()}")
    try:
        handle = os.open(arriving, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
            _settle(opened.fileno())
        os.link(arriving, file)
    except FileExistsError:
        return False
    finally:
        arriving.unlink(missing_ok=True)
    _settle_entries(file.parent)
    return True


def overwrite_and_delete(file: Path) -> None:
    """Delete a file after its bytes were replaced by zeros."""
    with file.open("r+b") as opened:
        opened.write(bytes(file.stat().st_size))
        _settle(opened.fileno())
    file.unlink()
    _settle_entries(file.parent)


def settle_folder(folder: Path) -> None:
    """Make sure that every file of the folder has reached the disk."""
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("r+b") as opened:
                _settle(opened.fileno())
    for inner in (*(path for path in folder.rglob("*") if path.is_dir()), folder):
        _settle_entries(inner)


def move_into_place(arriving: Path, place: Path) -> None:
    """Give a settled folder its final name."""
    arriving.replace(place)
    _settle_entries(place.parent)


def delete_folder(folder: Path) -> None:
    """Delete a folder so that an interruption leaves nothing that looks whole."""
    leaving = folder.with_name(f".leaving-{os.urandom(6).hex()}")
    folder.replace(leaving)
    shutil.rmtree(leaving)
    _settle_entries(folder.parent)


def _settle(handle: int) -> None:
    os.fsync(handle)


def _settle_entries(folder: Path) -> None:
    if os.name == "nt":  # Windows opens no folders, and writes names with the files
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
