"""Ids, ratings, choices and columns that make up a field in a stated way."""

from datetime import date

import pyarrow as pa

from tests.intake.values.reading import doubted, read, unread, values


def test_ids_keep_zeros_and_case_and_lose_outer_spaces() -> None:
    assert values("people.employee_id", " 007", "7", "ab", "AB") == ["007", "7", "ab", "AB"]


def test_ids_that_look_like_numbers_stay_texts() -> None:
    assert values("people.employee_id", "3e5", "00012", "1e10") == ["3e5", "00012", "1e10"]


def test_accents_written_in_two_ways_are_one_id() -> None:
    column = read("people.employee_id", "E\u0301-1", "\u00c9-1")
    assert column.values.indices.to_pylist() == [0, 0]


def test_control_characters_are_no_part_of_a_value() -> None:
    assert values("people.employee_id", "12\x003") == ["123"]


def test_words_for_no_manager_are_none_in_manager_columns_only() -> None:
    assert values("people.manager_id", "NO_MANAGER", "17") == [None, "17"]
    assert values("people.employee_id", "NO_MANAGER") == ["NO_MANAGER"]


def test_a_zero_is_no_manager_and_listed_until_somebody_says_what_it_means() -> None:
    assert values("people.manager_id", "0", "17") == [None, "17"]
    assert doubted("people.manager_id", "0", "NO_MANAGER") == {"manager_zero": ["0"]}
    assert doubted("people.manager_id", "0", blanks="0") == {}
    assert values("people.manager_id", "0", values="0") == ["0"]
    assert doubted("people.manager_id", "0", values="0") == {}
    assert values("people.employee_id", "0") == ["0"]


def test_a_rating_keeps_its_label_its_number_and_its_top_mark() -> None:
    column = read("reviews.rating", "4.0", "5", None)
    assert column.values.to_pylist() == [4.0, 5.0, None]
    assert column.beside["rating_label"].to_pylist() == ["4.0", "5", None]
    assert column.beside["top"].to_pylist() == [False, True, None]


def test_a_label_on_no_scale_is_no_rating_but_stays_readable() -> None:
    column = read("reviews.rating", "3", "4", "5", "7")
    assert column.values.to_pylist() == [3.0, 4.0, 5.0, None]
    assert column.beside["rating_label"].to_pylist()[-1] == "7"
    assert unread("reviews.rating", "3", "4", "5", "7") == ["7"]


def test_not_rated_is_none_and_not_unreadable() -> None:
    assert values("reviews.rating", "5", "Not rated") == [5.0, None]
    assert unread("reviews.rating", "5", "Not rated") == []


def test_the_plan_may_name_the_scale() -> None:
    column = read("reviews.rating", "4", scale="one_to_four")
    assert column.beside["top"].to_pylist() == [True]


def test_choices_are_read_by_their_spellings() -> None:
    assert values("roles.event", "HIRNEW", "EMPL_PROMOTION", "Promotion") == [
        "hire",
        "promotion",
        "promotion",
    ]
    assert unread("roles.event", "abracadabra") == ["abracadabra"]


def test_a_yes_may_stand_for_a_word() -> None:
    assert values("people.stated_status", "Yes", "No", how="yes_means_active") == ["active", "left"]
    assert values("people.stated_status", "Terminated", how="yes_means_active") == ["left"]
    assert values("people.track", "Y", "N", how="yes_means_manager") == ["manager", "ic"]
    assert values("people.part_time", "yes", "no", how="yes_means_full_time") == ["no", "yes"]
    assert unread("people.part_time", "perhaps", how="yes_means_full_time") == ["perhaps"]


def test_texts_come_as_a_dictionary_column() -> None:
    column = read("people.department", "Sales", "Sales", None)
    assert pa.types.is_dictionary(column.values.type)
    assert column.values.to_pylist() == ["Sales", "Sales", None]


def test_an_empty_column_is_all_none() -> None:
    for place in (
        "people.hire_date",
        "people.name",
        "reviews.rating",
        "people.fte",
        "people.track",
    ):
        assert values(place, None, None) == [None, None]


def test_what_means_nothing_is_said_for_one_column_only() -> None:
    assert values("people.department", "x", "HR", blanks="x\x1fy") == [None, "HR"]
    assert values("people.hire_date", "k. A.", "2020-01-01", blanks="K. A.") == [
        None,
        date(2020, 1, 1),
    ]
    assert unread("people.fte", "s/o", "1", blanks="s/o") == []


def test_a_marker_may_be_said_to_be_a_value() -> None:
    assert values("people.department", "n/a", "HR") == [None, "HR"]
    assert values("people.department", "n/a", "HR", values="N/A") == ["n/a", "HR"]
    assert values("people.manager_id", "TOP", "7", values="top") == ["TOP", "7"]


def test_na_is_a_region_and_none_a_rating() -> None:
    assert values("people.region", "NA", "EMEA") == ["NA", "EMEA"]
    assert read("reviews.rating", "None", "4").beside["rating_label"].to_pylist() == ["None", "4"]
