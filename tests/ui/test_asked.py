"""What is taken from the table in which labels are put in order."""

import pytest

from components.ui.asked.orders import NOT_ONE, PLACE, TOP, Labelled, taken_from

LABELS = [Labelled("Red", 3), Labelled("Green", 5, 3, True), Labelled("Amber", 2, 2)]


@pytest.mark.parametrize(
    ("edited", "taken"),
    [
        ({}, [("Amber", 2, False), ("Green", 3, True)]),
        ({0: {PLACE: "1"}}, [("Red", 1, False), ("Amber", 2, False), ("Green", 3, True)]),
        ({"2": {PLACE: NOT_ONE}}, [("Green", 3, True)]),
        (
            {0: {PLACE: "1", TOP: True}, 1: {TOP: False}},
            [("Red", 1, True), ("Amber", 2, False), ("Green", 3, False)],
        ),
        ({0: {PLACE: "3"}}, [("Amber", 2, False), ("Red", 3, False), ("Green", 3, True)]),
    ],
)
def test_what_was_changed_goes_over_what_was_proposed(
    edited: dict[int | str, dict[str, object]], taken: list[tuple[str, int, bool]]
) -> None:
    assert taken_from(LABELS, edited) == taken
