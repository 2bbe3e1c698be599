"""How surely a column is recognised, and what becomes of doubtful ones."""

from tests.intake.recognise.made import (
    codes,
    confidence,
    detail,
    problem,
    read,
    sheet,
    text,
    used,
    why,
)

HEAD = "Employee ID,Effective date,Job title"


def test_a_known_name_whose_values_are_of_another_kind_is_asked() -> None:
    rows = "\n".join(f"{n},soon {n},Clerk" for n in range(10))
    found = read(text(f"{HEAD}\n{rows}"))
    assert confidence(found, "Effective date") == "asked"
    assert why(found, "Effective date") == "same name, but 10 of 10 values are not dates"
    asked = problem(found, "column_contradicts")
    assert (asked.cell, asked.value) == ("B1", "Effective date")


def test_one_bad_value_among_many_cells_asks_nothing() -> None:
    rows = "\n".join(f"{n},2024-01-01,Clerk" for n in range(30))
    found = read(text(f"{HEAD}\n{rows}\n31,soon,Clerk"))
    assert confidence(found, "Effective date") == "sure"


def test_a_name_of_another_system_is_said_in_words() -> None:
    found = read(text("PERNR,BEGDA,Designation\n7,2024-01-01,Clerk\n8,2024-02-01,Chef"))
    assert confidence(found, "BEGDA") == "sure"
    assert why(found, "BEGDA") == "SAP HCM name"


def test_spelling_width_and_required_marks_of_headers_do_not_matter() -> None:
    found = read(text("EMPLOYEE_ID *,effective-date (required),jobTitle\n7,2024-01-01,Clerk"))
    assert list(used(found).values()) == [
        "roles.employee_id",
        "roles.effective_date",
        "roles.job_title",
    ]


def test_the_end_of_a_dotted_header_is_likely() -> None:
    found = read(text(f"{HEAD},jobInfo.department\n7,2024-01-01,Clerk,Sales"))
    assert used(found)["jobInfo.department"] == "roles.department"
    assert confidence(found, "jobInfo.department") == "likely"


def test_the_email_of_somebody_else_is_not_taken_for_the_persons() -> None:
    found = read(text(f"{HEAD},approver.email\n7,2024-01-01,Clerk,a@x.org"))
    assert "approver.email" not in used(found)


def test_of_several_titles_the_best_is_likely_and_the_others_say_which() -> None:
    found = read(
        text(
            "Employee ID,Effective date,Job Profile,Business Title\n"
            "7,2024-01-01,Clerk I,Clerk\n8,2024-01-01,Chef II,Chef"
        )
    )
    assert used(found)["Business Title"] == "roles.job_title"
    assert confidence(found, "Business Title") == "likely"
    assert "Job Profile would fit as well" in why(found, "Business Title")
    assert confidence(found, "Job Profile") == "unused"
    assert why(found, "Job Profile") == "Business Title is used as job title"


def test_the_templates_own_name_is_sure_beside_others() -> None:
    found = read(text(f"{HEAD},Job Profile\n7,2024-01-01,Clerk,Clerk I"))
    assert confidence(found, "Job title") == "sure"


def test_an_empty_column_leaves_the_field_to_a_filled_one() -> None:
    found = read(
        text("Employee ID,Effective date,Business Title,Job Profile\n7,2024-01-01,,Clerk I")
    )
    assert used(found)["Job Profile"] == "roles.job_title"


def test_a_manager_column_holds_ids_or_names_by_its_values() -> None:
    ids = read(text(f"{HEAD},Manager\n7,2024-01-01,Clerk,0001\n8,2024-01-01,Chef,0001"))
    names = read(text(f"{HEAD},Manager\n7,2024-01-01,Clerk,Ada King\n8,2024-01-01,Chef,Bo Hart"))
    assert used(ids)["Manager"] == "roles.manager_id"
    assert used(names)["Manager"] == "people.manager_name"


def test_first_and_last_name_are_two_parts_of_one_field() -> None:
    found = read(text(f"{HEAD},First Name,Last Name\n7,2024-01-01,Clerk,Ada,King"))
    assert used(found)["First Name"] == used(found)["Last Name"] == "people.name"
    assert detail(found, "Last Name") == {"how": "last_name"}


def test_parts_of_a_name_are_not_needed_beside_the_full_name() -> None:
    found = read(text(f"{HEAD},Full Name,Last Name\n7,2024-01-01,Clerk,Ada King,King"))
    assert "Last Name" not in used(found)


def test_a_preferred_first_name_is_not_the_full_name() -> None:
    found = read(
        text(f"{HEAD},First Name,Last Name,Preferred Name\n7,2024-01-01,Clerk,Ada,King,Addie")
    )
    assert "Preferred Name" not in used(found)
    assert {"First Name", "Last Name"} <= set(used(found))


def test_a_yes_or_no_about_the_person_counts_though_manager_is_in_its_name() -> None:
    found = read(text(f"{HEAD},work.isManager\n7,2024-01-01,Clerk,true"))
    assert detail(found, "work.isManager") == {"how": "yes_means_manager"}


def test_a_managers_email_counts_where_no_number_is_given() -> None:
    rows = "7,2024-01-01,Clerk,b@x.org,0009\n8,2024-01-01,Chef,c@x.org,0009"
    found = read(text(f"{HEAD},Manager Email,Manager ID\n{rows}"))
    assert "Manager Email" not in used(found)
    alone = read(text(f"{HEAD},Manager Email\n7,2024-01-01,Clerk,b@x.org"))
    assert detail(alone, "Manager Email") == {"how": "manager_email"}


def test_names_of_reviewers_are_not_their_ids_and_ask_nothing() -> None:
    found = read(text("Employee ID,Cycle,Rating,Reviewer\n7,2024,4,Ada King\n8,2024,3,Bo Hart"))
    assert "Reviewer" not in used(found)
    assert why(found, "Reviewer") == "Lattice name, but 2 of 2 values are not numbers of people"
    assert codes(found) == []


def test_a_needed_field_of_another_kind_is_asked_under_any_name() -> None:
    found = read(text("Employee ID,Start date,Job title\n7,soon,Clerk\n8,later,Chef"))
    assert codes(found) == ["column_contradicts"]


def test_a_planned_end_is_no_exit_and_says_why() -> None:
    found = read(text("Employee ID,Hire Date,Contract End Date\n7,2024-01-01,2027-01-01"))
    assert "Contract End Date" not in used(found)
    assert why(found, "Contract End Date") == "The end of a contract is planned; it is no exit."


def test_a_protected_attribute_that_nobody_marked_is_not_read() -> None:
    found = read(text("Employee ID,Hire Date,Religion\n7,2024-01-01,none"))
    assert "Religion" not in used(found)
    assert why(found, "Religion").startswith("a protected attribute")


def test_duplicated_headers_with_other_values_are_left_out_and_asked() -> None:
    found = read(
        sheet([["Employee ID", "Hire date", "Level", " LEVEL"], ["7", "2024-01-01", "4", "5"]])
    )
    asked = problem(found, "duplicated_header")
    assert (asked.cell, asked.value, asked.count) == ("C1", "Level", 2)
    assert set(used(found)) == {"Employee ID", "Hire date"}


def test_duplicated_headers_with_equal_values_are_read_once() -> None:
    found = read(text("Employee ID,Hire date,Level,Level\n7,2024-01-01,4,4\n8,2024-01-01,5,5"))
    assert codes(found) == []
    assert found.plans[0].columns[2].used
    assert not found.plans[0].columns[3].used
    assert found.plans[0].columns[3].why == "the same values as column C"


def test_one_of_two_doubled_columns_can_be_chosen_by_its_letter() -> None:
    answers = '[[sheet]]\nfile = "roles.csv"\ncolumns = { "column D" = "level", "column C" = "" }'
    found = read(
        text("Employee ID,Hire date,Level,Level\n7,2024-01-01,4,5\n8,2024-01-01,5,6"),
        answers=answers,
    )
    assert found.plans[0].columns[3].used
    assert codes(found) == []


def test_what_is_said_of_one_doubled_column_leaves_the_others_open() -> None:
    answers = '[[sheet]]\nfile = "roles.csv"\ncolumns = { "column D" = "level" }'
    found = read(
        text("Employee ID,Hire date,Level,Level\n7,2024-01-01,4,5\n8,2024-01-01,5,6"),
        answers=answers,
    )
    assert set(used(found)) == {"Employee ID", "Hire date", "Level"}
    assert not found.plans[0].columns[2].used
    asked = problem(found, "duplicated_header")
    assert (asked.cell, asked.count) == ("C1", 1)
    assert "as another is" in asked.what


def test_values_without_a_header_are_named() -> None:
    found = read(sheet([["Employee ID", "Hire date", None], ["7", "2024-01-01", "x"]]))
    assert problem(found, "column_without_header").cell == "C1"


def test_a_column_without_header_and_values_is_no_column() -> None:
    found = read(sheet([["Employee ID", "Hire date", None], ["7", "2024-01-01", None]]))
    assert codes(found) == []
    assert len(found.matches) == 2


def test_an_answer_wins_and_the_rest_is_recognised_around_it() -> None:
    answers = """
    [[sheet]]
    file = "roles.csv"
    columns = { "Funktion" = "job_title", "Job title" = "", "Notiz" = "people.job_family" }
    """
    found = read(text(f"{HEAD},Funktion,Notiz\n7,2024-01-01,Clerk,Koch,Küche"), answers=answers)
    assert used(found) == {
        "Employee ID": "roles.employee_id",
        "Effective date": "roles.effective_date",
        "Funktion": "roles.job_title",
        "Notiz": "people.job_family",
    }
    assert confidence(found, "Funktion") == "sure"
    assert why(found, "Job title") == "left out, as answered"


def test_an_answered_field_is_taken_from_the_column_that_recognition_chose() -> None:
    answers = '[[sheet]]\nfile = "roles.csv"\ncolumns = { "Funktion" = "job_title" }'
    found = read(text(f"{HEAD},Funktion\n7,2024-01-01,Clerk,Koch"), answers=answers)
    assert "Job title" not in used(found)
    assert why(found, "Job title") == "Funktion is job title, as answered"


def test_durations_say_in_what_they_count() -> None:
    rows = "7,2024-01-01,4.5,112\n8,2024-01-01,3.25,40"
    found = read(text(f"Employee ID,Hire date,Time in Role,Length of Service\n{rows}"))
    assert detail(found, "Time in Role") == {"unit": "years"}
    assert detail(found, "Length of Service") == {"unit": "months"}
    assert confidence(found, "Time in Role") == "likely"


def test_years_in_the_header_are_years() -> None:
    found = read(text("Employee ID,Hire date,YearsInCurrentRole\n7,2024-01-01,4\n8,2024-01-01,2"))
    assert used(found)["YearsInCurrentRole"] == "people.months_in_role"
    assert detail(found, "YearsInCurrentRole") == {"unit": "years"}
    assert confidence(found, "YearsInCurrentRole") == "sure"


def test_months_in_the_templates_column_are_sure() -> None:
    found = read(text("Employee ID,Hire date,Months in role\n7,2024-01-01,4\n8,2024-01-01,2"))
    assert confidence(found, "Months in role") == "sure"


def test_columns_that_could_hold_one_field_know_each_other() -> None:
    found = read(
        text(
            "Employee ID,Effective date,Job Profile,Business Title,Job code\n"
            "7,2024-01-01,Clerk I,Clerk,C1\n8,2024-01-01,Chef II,Chef,C2"
        )
    )
    rivals = {one.header: one.rivals for one in found.plans[0].columns}
    assert rivals["Business Title"] == (2, 4)
    assert rivals["Job Profile"] == (3, 4)
    assert rivals["Job code"] == (3, 2)
    assert rivals["Effective date"] == ()


def test_an_empty_column_is_nobodys_rival() -> None:
    found = read(text("Employee ID,Effective date,Business Title,Job Profile\n7,2024-01-01,Clerk,"))
    assert all(one.rivals == () for one in found.plans[0].columns)


def test_the_current_hire_goes_before_the_first_one() -> None:
    head = "Employee ID,continuous_service_date,Original Hire Date,Hire Date,Name"
    found = read(text(f"{head}\n7,2019-01-01,2019-01-01,2024-01-01,Ada"))
    assert used(found)["Hire Date"] == "people.hire_date"
    assert "continuous_service_date" not in used(found)
    assert next(one.rivals for one in found.plans[0].columns if one.header == "Hire Date") == (2, 1)


def test_a_slip_of_the_hand_in_a_header_is_proposed_and_asked() -> None:
    found = read(text(f"{HEAD},Departmnet\n7,2024-01-01,Clerk,Sales\n8,2024-02-01,Chef,Food"))
    assert confidence(found, "Departmnet") == "asked"
    assert why(found, "Departmnet") == "written nearly like Department"
    assert problem(found, "column_contradicts").cell == "D1"


def test_a_known_header_wins_over_one_with_a_slip() -> None:
    found = read(text(f"{HEAD},Departmnet,Department\n7,2024-01-01,Clerk,Sales,Food"))
    assert used(found)["Department"] == "roles.department"
    assert why(found, "Departmnet") == "Department is used as department"


def test_single_words_where_reviewers_are_meant_are_asked() -> None:
    head = "Employee ID,Cycle,Rating,Reviewer ID"
    found = read(text(f"{head}\n0007,2024,4,High\n0008,2024,3,Low"))
    assert confidence(found, "Reviewer ID") == "asked"
    assert problem(found, "column_contradicts").cell == "D1"


def test_a_slip_in_the_date_of_a_history_never_makes_a_list_of_people_of_it() -> None:
    """Else the ends of past roles would be read as exits."""
    head = "Employee ID,Effective dtae,End date,Job title"
    found = read(text(f"{head}\n7,2020-01-01,2021-01-01,Clerk\n7,2021-01-02,,Chef"))
    assert "people.exit_date" not in used(found).values()
    assert confidence(found, "Effective dtae") == "asked"
