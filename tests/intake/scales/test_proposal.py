"""A proposed order has its reason, keeps every label, and gives up where it can't be told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.intake.scales import Proposal, proposed_scale
from components.settings import load_settings

SETTINGS = load_settings()


def proposed(*labels: str) -> list[tuple[int, str]] | None:
    found = proposed_scale(labels, SETTINGS)
    return found and [(one.value, one.label) for one in found.scale.labels]


def certain(*labels: str) -> Proposal:
    found = proposed_scale(labels, SETTINGS)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("labels", "order"),
    [
        (("3", "0", "2"), [(0, "0"), (2, "2"), (3, "3")]),
        (("0.4", "0,2", "1"), [(1, "0,2"), (2, "0.4"), (3, "1")]),
        (("B", "A", "C"), [(1, "C"), (2, "B"), (3, "A")]),
        (("ML2", "ML10", "ML1"), [(1, "ML1"), (2, "ML2"), (3, "ML10")]),
        (("Meets", "Outstanding", "Poor"), [(1, "Poor"), (2, "Meets"), (3, "Outstanding")]),
        (("Gut", "Mangelhaft", "Sehr gut"), [(1, "Mangelhaft"), (2, "Gut"), (3, "Sehr gut")]),
        (("Excellent", "Insuffisant"), [(1, "Insuffisant"), (2, "Excellent")]),
        (("Sobresaliente", "Insuficiente"), [(1, "Insuficiente"), (2, "Sobresaliente")]),
        (("Muito bom", "Bom", "A melhorar"), [(1, "A melhorar"), (2, "Bom"), (3, "Muito bom")]),
    ],
)
def test_numbers_letters_and_known_words_are_ordered(
    labels: tuple[str, ...], order: list[tuple[int, str]]
) -> None:
    assert proposed(*labels) == order


@pytest.mark.parametrize(
    "labels",
    [
        (),
        ("3",),
        ("Purple", "Good"),
        ("1", "Good"),
        ("A", "1"),
        ("Excellent", "Outstanding"),
        ("ML1", "IC2"),
        tuple(str(number) for number in range(40)),
    ],
)
def test_what_can_not_be_placed_is_not_proposed(labels: tuple[str, ...]) -> None:
    assert proposed(*labels) is None


def test_the_direction_of_numbers_and_letters_is_never_sure() -> None:
    assert not certain("1", "2", "3").sure
    assert not certain("A", "B").sure
    assert not certain("ML1", "ML2").sure
    assert certain("Poor", "Good").sure
    assert "most forms" in certain("Poor", "Good").why


@given(st.lists(st.sampled_from(["1", "2", "3", "2.0", "Good", "Poor", "A", "B", "?"]), max_size=6))
def test_a_proposal_reads_every_label_and_marks_only_the_highest(labels: list[str]) -> None:
    found = proposed_scale(labels, SETTINGS)
    if found is not None:
        assert all(found.scale.label_of(label) for label in labels)
        assert found.scale.top_values == {found.scale.highest}
