"""The batch with an import profile: next month's files need no answer, and what changed is said."""

from datetime import date

from components.intake import Upload, load_answers, read_files
from components.settings import load_settings
from components.tables.problems import Severity

PROFILE = load_answers("""
[[sheet]]
file = "june.csv"
table = "roles"
headers = ["Nr", "Wer", "Seit", "Was"]
columns = { Nr = "employee_id", Wer = "people.name", Seit = "effective_date", Was = "job_title" }
formats.Seit.date_order = "day"
""")
JULY = "Nr,Wer,Seit,Was,Extra\nE1,Ann Ek,03/04/2024,Analyst,x\nE2,Bo Li,05/06/2024,Clerk,y\n"


def test_a_profile_answers_for_a_file_of_another_name() -> None:
    reading = read_files(
        [Upload("july.csv", JULY.encode())],
        load_settings(),
        answers=PROFILE,
        today=date(2026, 6, 30),
    )
    assert reading.dataset.tables["roles"]["effective_date"].astype(str).tolist() == [
        "2024-04-03",
        "2024-06-05",
    ]
    assert not [one for one in reading.problems if one.severity is Severity.QUESTION]
    assert ["1 column is new (Extra)" in one.what for one in reading.problems][:1] == [True]
