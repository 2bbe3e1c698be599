"""How the child speaks to its parent: lengths, and Arrow streams that carry facts with them.

A message is eight bytes of length, then one Arrow IPC stream. Facts (JSON) ride in the schema's
metadata; a message without columns says how the whole file went.
"""

import json
from collections.abc import Mapping
from typing import IO, Any

import pyarrow as pa

Facts = dict[str, Any]
"""What is known of a sheet or file besides its text: names, numbers, findings."""

_LENGTH_BYTES = 8
_KEY = b"facts"


def send(out: IO[bytes], table: pa.Table, facts: Mapping[str, object]) -> None:
    """Write one message and flush it."""
    told = table.replace_schema_metadata({_KEY: json.dumps(facts).encode()})
    measure = pa.MockOutputStream()
    _write(measure, told)
    out.write(measure.size().to_bytes(_LENGTH_BYTES, "little"))
    _write(out, told)
    out.flush()


def _write(sink: object, table: pa.Table) -> None:
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)


def receive(stream: IO[bytes], most_bytes: int) -> tuple[pa.Table, Facts] | None:
    """Read one message; None at the end, or where what comes is not a whole message."""
    size = int.from_bytes(stream.read(_LENGTH_BYTES), "little")
    if not 0 < size <= most_bytes:
        return None
    message = pa.allocate_buffer(size)
    if not _fill(stream, memoryview(message)):
        return None
    with pa.ipc.open_stream(message) as reader:
        table = reader.read_all()
    facts: Facts = json.loads(table.schema.metadata[_KEY])
    return table.replace_schema_metadata(None), facts


def _fill(stream: IO[bytes], room: memoryview) -> bool:
    held = 0
    while held < len(room):
        got = stream.readinto(room[held:])  # type: ignore[attr-defined]
        if not got:
            return False
        held += got
    return True
