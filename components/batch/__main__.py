"""The batch as a program: words in, five files and an exit code out."""

import sys
from collections.abc import Sequence
from enum import IntEnum

from components.batch.call import call_from
from components.batch.road import Outcome, walk
from components.errors import CallError, TrajectoryError


class Exit(IntEnum):
    """What the exit code says."""

    DONE = 0
    WRONG_CALL = 2
    NOTHING_USABLE = 3
    QUESTIONS_OPEN = 4


def main(words: Sequence[str] | None = None) -> int:
    """Run the batch; the exit code is the answer."""
    try:
        outcome = walk(call_from(sys.argv[1:] if words is None else words))
    except (CallError, TrajectoryError) as stopped:
        print(stopped, file=sys.stderr)
        return Exit.WRONG_CALL
    print(outcome.sentence)
    return _exit(outcome)


def _exit(outcome: Outcome) -> Exit:
    if not outcome.people:
        return Exit.NOTHING_USABLE
    return Exit.QUESTIONS_OPEN if outcome.questions else Exit.DONE


if __name__ == "__main__":
    sys.exit(main())
