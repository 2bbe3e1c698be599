"""From uploads to sheets: look, guard, child; a file that can't be read never stops the others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict
from types import MappingProxyType
from typing import Final

import pyarrow as pa

from components.errors import FileRefused
from components.intake.arrive.guard import Seen, look_inside
from components.intake.arrive.kinds import RARE, Kind, first_look
from components.intake.arrive.limits import ArriveLimits
from components.intake.arrive.refusals import problem
from components.intake.arrive.sandbox import Child, Told
from components.intake.arrive.turns import Turns
from components.intake.arrive.upload import (
    Arrived,
    Upload,
    Written,
    renamed,
    shown_name,
    told_apart,
)
from components.intake.arrive.wire import Facts
from components.tables.problems import Problem, Severity
from components.tables.sheets import Sheet, column_letter

Progress = Callable[[str, float], None]
"""Called with a sentence and the share done, 0 to 1."""

_turns: Final = Turns()


def read_sheets(
    uploads: Sequence[Upload],
    limits: ArriveLimits,
    progress: Progress | None = None,
    *,
    written: Mapping[str, Written] = MappingProxyType({}),
) -> Arrived:
    """Read every sheet of every file as text, in order of the files.

    What can't be read becomes a problem with a code and a sentence; nothing is raised for it.
    `progress` is called in the caller's thread. `written` holds what was said about text files,
    by their names as shown.
    """
    once, copies = told_apart(uploads)
    results: dict[int, Arrived] = {}
    if progress and once:
        progress(f"Reading {_files(len(once))}", 0.0)
    with ThreadPoolExecutor(limits.children) as pool:
        work = {
            pool.submit(_arrive, one, limits, written.get(one.name, Written())): number
            for number, one in enumerate(once)
        }
        for done in as_completed(work):
            number = work[done]
            results[number] = done.result()
            if progress:
                progress(f"Read {once[number].name}", len(results) / len(once))
    about_names = [problem("uploaded-twice", file=name) for name in copies]
    about_names += [problem("same-name", file=name) for name in renamed(uploads, once)]
    return _together([results[number] for number in range(len(once))], about_names)


def _together(in_order: Sequence[Arrived], before: Sequence[Problem]) -> Arrived:
    sheets = tuple(sheet for one in in_order for sheet in one.sheets)
    return Arrived(sheets, (*before, *(found for one in in_order for found in one.problems)))


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"


def _arrive(upload: Upload, limits: ArriveLimits, written: Written) -> Arrived:
    file = upload.name
    try:
        kind, refused, instead = first_look(upload.content)
        if len(upload.content) > limits.upload_bytes:
            refused, instead = "upload-too-big", f"{len(upload.content) / 1024**2:.0f} MB"
        if kind is None or refused:
            return Arrived((), (problem(refused, file=file, value=instead),))
        with _turns.one(limits.children), Child(limits) as child:
            seen = look_inside(upload.content, limits) if kind is Kind.ZIP else None
            kind = seen.kind if seen else kind
            if kind in RARE and not limits.rare_formats:
                raise FileRefused("rare-format", "")
            told = child.read(upload.content, _task(kind, seen, upload) | asdict(written))
    except FileRefused as refusal:
        return Arrived((), (problem(refusal.code, file=file),))
    except MemoryError:
        return Arrived((), (problem("too-big-to-read", file=file),))
    except OSError:
        return Arrived((), (problem("reader-not-started", file=file),))
    return _collect(file, told, seen)


def _task(kind: Kind, seen: Seen | None, upload: Upload) -> dict[str, object]:
    return {
        "kind": kind.value,
        "marks": seen.marks if seen else {},
        "unpacked": seen.total_bytes if seen else len(upload.content),
    }


def _collect(file: str, told: Told, seen: Seen | None) -> Arrived:
    refused = told.file.get("refused")
    if refused:
        return Arrived((), (problem(str(refused), file=file),))
    sheets, problems = [], list(_about_the_file(file, told, seen))
    for text, facts in sorted(told.sheets, key=lambda one: int(one[1]["number"])):
        sheet = _sheet(file, text, facts)
        problems += _about_the_sheet(sheet, facts)
        if text.num_columns and text.num_rows:
            sheets.append(sheet)
    if not sheets and not any(found.severity is Severity.ERROR for found in problems):
        problems.append(problem("empty-workbook", file=file))
    return Arrived(tuple(sheets), tuple(problems))


def _sheet(file: str, text: pa.Table, facts: Facts) -> Sheet:
    return Sheet(
        file=file,
        name=shown_name(str(facts["name"])) if facts["name"] else "",
        text=text,
        first_row=int(facts.get("first_row", 1)),
        first_column=int(facts.get("first_column", 0)),
        hidden=bool(facts.get("hidden", False)),
        notes=tuple(facts.get("notes", ())),
    )


def _about_the_file(file: str, told: Told, seen: Seen | None) -> Iterator[Problem]:
    names = seen.names if seen else frozenset()
    links = sum(1 for name in names if name.startswith("xl/externallinks/externallink"))
    if links:
        yield problem("external-links", file=file, count=links)
    if any(name.endswith("vbaproject.bin") for name in names):
        yield problem("macros", file=file)
    yield from _findings(Sheet(file, "", pa.table({})), told.file)


def _about_the_sheet(sheet: Sheet, facts: Facts) -> Iterator[Problem]:
    here = (sheet.name, "")
    if facts.get("failed"):
        yield problem(str(facts["failed"]), file=sheet.file, place=here)
    elif sheet.rows == 1:
        yield problem("header-only", file=sheet.file, place=here)
    yield from _findings(sheet, facts)


def _findings(sheet: Sheet, facts: Facts) -> Iterator[Problem]:
    for one in facts.get("findings", ()):
        cell = one.get("cell")
        address = f"{column_letter(cell[1])}{cell[0]}" if cell else ""
        yield problem(
            one["code"],
            file=sheet.file,
            place=(sheet.name, address),
            value=one.get("value", ""),
            count=one.get("count", 1),
        )
