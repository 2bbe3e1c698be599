"""The whole road in one call: read, measure, judge, write."""

import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from components.analysis import measure
from components.batch import tables
from components.batch.call import Call
from components.batch.summary import summary
from components.exports import csv_file
from components.intake import Answers, Upload, load_answers, read_files, settings_with
from components.settings import load_settings
from components.signals import judge
from components.tables.problems import Severity


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: people known, questions open, and the sentence printed."""

    people: int
    questions: int
    sentence: str


def walk(call: Call) -> Outcome:
    """Read the files of the call and write the five files into its folder."""
    answers = load_answers(call.answers) if call.answers else Answers()
    settings = settings_with(load_settings(call.config), answers)
    uploads = [Upload(path.name, path.read_bytes()) for path in call.files]
    reading = read_files(uploads, settings, answers=answers, today=call.as_of)
    measures = measure(reading.dataset, call.as_of, settings)
    flags = judge(measures, settings)
    problems = tables.problems(reading, measures)
    facts = summary(reading.dataset, measures, flags, problems=problems, settings=settings)
    files = {
        "matches.csv": csv_file(tables.matches(reading)),
        "problems.csv": csv_file(tables.problem_rows(problems)),
        "people.csv": csv_file(tables.people(measures)),
        "flags.csv": csv_file(tables.flags(flags, reading.dataset)),
        "summary.json": (json.dumps(facts, indent=2, ensure_ascii=False) + "\n").encode(),
    }
    _write(files, call.out)
    people = len(measures.people)
    questions = sum(problem.severity == Severity.QUESTION for problem in problems)
    return Outcome(people, questions, _sentence(people, questions, call.out))


def _sentence(people: int, questions: int, out: Path) -> str:
    if not people:
        return f"Nothing usable was found; {out / 'problems.csv'} says why."
    asked = f"; {questions} questions are open, see problems.csv" if questions else ""
    return f"{people:,} people read{asked}. The five files are in {out}."


def _write(files: dict[str, bytes], out: Path) -> None:
    """Each file whole or not at all; nothing else in the folder is touched."""
    out.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        descriptor, arriving = tempfile.mkstemp(dir=out, prefix=f".{name}-")
        with os.fdopen(descriptor, "wb") as place:
            place.write(content)
        Path(arriving).chmod(0o600)
        Path(arriving).replace(out / name)
