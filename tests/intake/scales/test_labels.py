"""The labels of a column as they are shown to whoever says its scale."""

from components.intake.scales import labels_of
from components.settings import load_settings
from tests.intake.facts.planned import plan, sheet

SETTINGS = load_settings()


def shown(*texts: str) -> list[tuple[str, int, str]]:
    source = sheet("reviews", [["ID", "Rating"], *[["1", text] for text in texts]])
    about = plan(0, source, "reviews", {"ID": "reviews.employee_id", "Rating": "reviews.rating"})
    found = labels_of(source, about, about.columns[1], SETTINGS)
    return [(label.text, label.count, label.cell) for label in found]


def test_numbers_ascend_and_each_names_its_first_cell() -> None:
    assert shown("10", "2", " 2", "", "1") == [("1", 1, "B6"), ("2", 2, "B3"), ("10", 1, "B2")]


def test_known_words_stand_from_low_to_high_and_strange_ones_last() -> None:
    labels = [text for text, *_ in shown("Purple", "Excellent", "Poor", "Good")]
    assert labels == ["Poor", "Good", "Excellent", "Purple"]


def test_letters_begin_with_the_lowest() -> None:
    assert [text for text, *_ in shown("A", "C", "B")] == ["C", "B", "A"]
