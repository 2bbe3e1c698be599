"""The cheap look at a packed workbook before the child opens it; nothing is parsed here.

Entry counts and declared sizes first, then every part is unpacked against its declared size
(a table of contents can lie) and its first bytes are searched for document type declarations.
On the way each sheet is searched for formulas and merged cells, so that the child looks
closer only where there is something to see.
"""

import struct
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from components.errors import FileRefused
from components.intake.arrive.kinds import Kind, packed_kind
from components.intake.arrive.limits import ArriveLimits

_END: Final = b"PK\x05\x06"
_END_BYTES: Final = 22
_END_SEARCH: Final = _END_BYTES + 65_535
_ENTRY_BYTES: Final = 46 + 512
_LOCAL_BYTES: Final = 30
_BITE: Final = 64 << 10
_CHUNK: Final = 1 << 20
_SLOPPY_BYTES: Final = 64 << 10
_HEAD_BYTES: Final = 64 << 10
_SMALL_BYTES: Final = 1 << 20
_SPREAD_BYTES: Final = 16 << 20
_PICTURES: Final = (".png", ".jpeg", ".jpg", ".gif", ".emf", ".wmf", ".bin", ".tiff", ".bmp")
_MERGED: Final = b"mergeCell ref"
_STAMPS: Final = {b" 00:00:00<": "stamps", b">1899-12-31 ": "stamps"}
_TAIL_BYTES: Final = 128 << 10
_SEAM_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class Seen:
    """What the guard saw of a packed workbook it lets pass.

    `names` are in small letters; `marks` names for each sheet part what is in it: "formulas",
    "merged", "stamps" (texts that look like a time); `total_bytes` is what all unpack to.
    """

    kind: Kind
    names: frozenset[str]
    marks: dict[str, tuple[str, ...]]
    total_bytes: int


def look_inside(content: bytes, limits: ArriveLimits) -> Seen:
    """Check a packed file against the limits.

    Raises:
        FileRefused: with the code of the limit it breaks.
    """
    _check_end_record(content, limits)
    try:
        entries = ZipFile(BytesIO(content)).infolist()
    except (BadZipFile, NotImplementedError, ValueError, struct.error, OverflowError) as wrong:
        raise FileRefused("broken-file", "") from wrong
    _check_declared(entries, limits)
    names = frozenset(_plain(entry) for entry in entries)
    kind = packed_kind(
        _small(content, entries, "[content_types].xml"), _small(content, entries, "mimetype"), names
    )
    if kind is None:
        raise FileRefused("zip-of-files", "")
    if b"encryption-data" in _small(content, entries, "meta-inf/manifest.xml"):
        raise FileRefused("password-protected", "")
    total = sum(entry.file_size for entry in entries)
    return Seen(kind, names, _unpack_all(content, entries, total), total)


def _check_end_record(content: bytes, limits: ArriveLimits) -> None:
    at = content.rfind(_END, max(0, len(content) - _END_SEARCH))
    if at < 0 or len(content) - at < _END_BYTES:
        raise FileRefused("broken-file", "")
    entries, directory_bytes = struct.unpack_from("<HI", content, at + 10)
    too_long = directory_bytes > limits.entries * _ENTRY_BYTES
    if entries > limits.entries or too_long:
        raise FileRefused("too-many-parts", "")


def _check_declared(entries: list[ZipInfo], limits: ArriveLimits) -> None:
    if len(entries) > limits.entries:
        raise FileRefused("too-many-parts", "")
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileRefused("password-protected", "")
    if any(entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for entry in entries):
        raise FileRefused("unknown-packing", "")
    if sum(entry.file_size for entry in entries) > limits.total_bytes:
        raise FileRefused("unpacks-too-big", "")
    if any(_bursting(entry, limits) for entry in entries):
        raise FileRefused("unpacks-too-big", "")


def _bursting(entry: ZipInfo, limits: ArriveLimits) -> bool:
    if entry.file_size > limits.part_bytes:
        return True
    past_grace = entry.file_size > limits.ratio_grace_bytes
    return past_grace and entry.file_size > limits.ratio * max(entry.compress_size, 1)


def _unpack_all(content: bytes, entries: list[ZipInfo], total: int) -> dict[str, tuple[str, ...]]:
    hands = 2 if total > _SPREAD_BYTES else 1
    biggest_first = sorted(entries, key=lambda entry: -entry.file_size)
    with ThreadPoolExecutor(hands) as pool:
        marks = list(pool.map(lambda entry: _examine(content, entry), biggest_first))
    return {
        entry.filename: found for entry, found in zip(biggest_first, marks, strict=True) if found
    }


def _examine(content: bytes, entry: ZipInfo) -> tuple[str, ...]:
    pieces = unpacked(content, entry)
    head = next(pieces, b"")
    name = _plain(entry)
    if not name.endswith(_PICTURES):
        _refuse_declarations(head[:_HEAD_BYTES])
    wanted = _wanted(name, head)
    found: set[str] = set()
    before, last = b"", head
    for piece in chain((head,), pieces):
        seam = last[-_SEAM_BYTES:] + piece[:_SEAM_BYTES]
        found |= {
            mark for sign, mark in wanted.items() if mark not in found and _in(sign, piece, seam)
        }
        before, last = last, piece
    if _is_sheet(name) and _MERGED in before[-_TAIL_BYTES:] + last:
        found.add("merged")
    return tuple(sorted(found))


def _in(sign: bytes, piece: bytes, seam: bytes) -> bool:
    return sign in piece or sign in seam


def _is_sheet(name: str) -> bool:
    return "worksheets/" in name and name.endswith(".xml")


def _wanted(name: str, head: bytes) -> dict[bytes, str]:
    """What to search a part for, and what it marks: only where it can stand.

    Merged cells are listed behind the last cell, so they are searched at the end only. Texts
    that look like a time stand in a sheet too: inline ones, and those that a formula gave.
    """
    if "sharedstrings" in name:
        return _STAMPS
    if not _is_sheet(name):
        return {}
    return _STAMPS | {b"</f>" if b"<worksheet" in head else b":f>": "formulas"}


def _refuse_declarations(head: bytes) -> None:
    plain = head.replace(b"\x00", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise FileRefused("document-type", "")


def unpacked(content: bytes, entry: ZipInfo) -> Iterator[bytes]:
    """The part in pieces of about 1 MB.

    Raises:
        FileRefused: "broken-file" or, where it holds more than it declares, "unpacks-too-big".
    """
    packed = _packed(content, entry)
    if entry.compress_type == ZIP_STORED:
        yield bytes(packed)
        return
    left = entry.file_size + _SLOPPY_BYTES
    for piece in _inflate(packed):
        left -= len(piece)
        if left < 0:
            raise FileRefused("unpacks-too-big", "")
        yield piece


def _inflate(packed: memoryview) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    for start in range(0, len(packed), _BITE):
        rest: bytes | memoryview = packed[start : start + _BITE]
        while rest and not unpacker.eof:
            yield _next_piece(unpacker, rest)
            rest = unpacker.unconsumed_tail


def _next_piece(unpacker: "zlib._Decompress", rest: bytes | memoryview) -> bytes:
    try:
        return unpacker.decompress(rest, _CHUNK)
    except zlib.error as wrong:
        raise FileRefused("broken-file", "") from wrong


def _packed(content: bytes, entry: ZipInfo) -> memoryview:
    at = entry.header_offset
    if not 0 <= at <= len(content) - _LOCAL_BYTES:
        raise FileRefused("broken-file", "")
    name_length, extra_length = struct.unpack_from("<HH", content, at + 26)
    start = at + _LOCAL_BYTES + name_length + extra_length
    packed = memoryview(content)[start : start + entry.compress_size]
    if len(packed) < entry.compress_size:
        raise FileRefused("broken-file", "")
    return packed


def _plain(entry: ZipInfo) -> str:
    """A part's name as programs compare it: small letters, forward strokes."""
    return entry.filename.replace("\\", "/").lower()


def _small(content: bytes, entries: list[ZipInfo], name: str) -> bytes:
    entry = next((entry for entry in entries if _plain(entry) == name), None)
    if entry is None or entry.file_size > _SMALL_BYTES:
        return b""
    return b"".join(unpacked(content, entry)).replace(b"\x00", b"")
