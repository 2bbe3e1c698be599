"""What Culture notes says about places, and what it never tells by a count."""

from components.analysis.places_of_work import Place
from components.ui.note_words import divided, finding, not_covered, too_few

GERMANY = Place("Germany", "EU", 30, "EU")
SWITZERLAND = Place("Switzerland", "EU", 3, None)
UNKNOWN = Place(None, None, 2, None)


def test_places_without_a_note_are_named_without_a_count() -> None:
    said = finding([GERMANY, SWITZERLAND])
    assert said == "30 of 33 people work where a note exists; Switzerland has none"
    assert "3 " not in not_covered([GERMANY, SWITZERLAND])


def test_an_unknown_place_is_no_place_without_a_note() -> None:
    assert divided([GERMANY, SWITZERLAND, UNKNOWN]) == {
        "where a note exists": 30,
        "where none does": 3,
        "at a place not known": 2,
    }
    assert finding([GERMANY, UNKNOWN]) == "30 of 32 people work where a note exists"


def test_nobody_and_nothing_covered_have_their_own_words() -> None:
    assert finding([]) == "Nobody is left to read notes about"
    assert finding([SWITZERLAND]) == "No note covers the places where these people work"
    assert not_covered([GERMANY]) == ""


def test_a_region_hidden_for_another_one_says_why() -> None:
    assert "could be worked out" in too_few(5, 5)
    assert too_few(4, 5).startswith("Fewer than 5")
