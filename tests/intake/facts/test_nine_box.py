"""Combined labels are taken apart where something says how; numbers of boxes are asked."""

from components.settings import Settings
from tests.intake.facts.planned import built, found, rows, sheet

ID = {"ID": "reviews.employee_id", "Cycle": "reviews.cycle"}
MAPPED = "Talent Mapping Position [Performance vs Potential]"


def test_bracketed_letters_are_split_as_the_header_says(settings: Settings) -> None:
    cells = [["ID", "Cycle", MAPPED], ["1", "2024", "Top Talent [H,H]"], ["2", "2024", "Key [M,L]"]]
    taken = ID | {MAPPED: "reviews.potential?how=nine_box"}
    result = built(settings, (sheet("reviews", cells), "reviews", taken))
    assert rows(result, "reviews", "rating", "potential", "rating_label", "top") == [
        (3.0, 3.0, "Top Talent [H,H]", True),
        (2.0, 1.0, "Key [M,L]", False),
    ]
    assert result.problems == ()


def test_a_label_that_names_both_needs_no_answer(settings: Settings) -> None:
    cells = [["ID", "Cycle", "Box"], ["1", "2024", "High performance / medium potential"]]
    taken = ID | {"Box": "reviews.potential?how=nine_box"}
    result = built(settings, (sheet("reviews", cells), "reviews", taken))
    assert rows(result, "reviews", "rating", "potential") == [(3.0, 2.0)]


def test_numbers_of_boxes_are_asked(settings: Settings) -> None:
    cells = [["ID", "Cycle", "9-Box"], ["1", "2024", "9"], ["2", "2024", "3"]]
    taken = ID | {"9-Box": "reviews.potential?how=nine_box"}
    result = built(settings, (sheet("reviews", cells), "reviews", taken))
    (asked,) = found(result, "nine_box_layout")
    assert (asked.cell, asked.count) == ("C2", 2)
    assert "potential" not in result.dataset.tables["reviews"]


def test_an_answered_layout_says_which_box_is_which(settings: Settings) -> None:
    cells = [["ID", "Cycle", "9-Box"], ["1", "2024", "9"], ["2", "2024", "3"], ["3", "2024", "x"]]
    for layout, parts in (
        ("rows-from-bottom", [(3.0, 3.0), (3.0, 1.0), (None, None)]),
        ("columns-from-bottom", [(3.0, 3.0), (1.0, 3.0), (None, None)]),
        ("one-is-best-by-performance", [(1.0, 1.0), (1.0, 3.0), (None, None)]),
    ):
        taken = ID | {"9-Box": f"reviews.potential?how=nine_box&scale=nine_box:{layout}"}
        result = built(settings, (sheet("reviews", cells), "reviews", taken))
        assert rows(result, "reviews", "rating", "potential") == parts
        assert [problem.cell for problem in found(result, "unknown_rating")] == ["C4"]


def test_bracketed_letters_without_an_order_are_asked_and_answered(settings: Settings) -> None:
    cells = [["ID", "Cycle", "Box"], ["1", "2024", "Gem [L,H]"]]
    taken = ID | {"Box": "reviews.potential?how=nine_box"}
    assert found(built(settings, (sheet("a", cells), "reviews", taken)), "nine_box_layout")
    said = ID | {"Box": "reviews.potential?how=nine_box&scale=nine_box:potential-first"}
    result = built(settings, (sheet("a", cells), "reviews", said))
    assert rows(result, "reviews", "rating", "potential") == [(3.0, 1.0)]


def test_a_rating_of_its_own_column_is_not_replaced(settings: Settings) -> None:
    taken = ID | {"Rating": "reviews.rating", MAPPED: "reviews.potential?how=nine_box"}
    cells = [["ID", "Cycle", MAPPED, "Rating"], ["1", "2024", "Gem [L,H]", "4"]]
    result = built(settings, (sheet("a", cells), "reviews", taken))
    assert rows(result, "reviews", "rating", "rating_label", "potential") == [(4.0, "4", 3.0)]


def test_of_two_combined_columns_the_first_speaks(settings: Settings) -> None:
    taken = ID | {
        "Box": "reviews.potential?how=nine_box&scale=nine_box:rows-from-bottom",
        MAPPED: "reviews.potential?how=nine_box",
    }
    cells = [["ID", "Cycle", "Box", MAPPED], ["1", "2024", "3", "Gem [L,H]"]]
    result = built(settings, (sheet("a", cells), "reviews", taken))
    assert rows(result, "reviews", "rating", "potential") == [(3.0, 1.0)]
