"""A profile saved anew: what the new files speak of is replaced, what they don't stays."""

from components.intake import load_answers, renewed

BEFORE = load_answers("""
levels = ["Low", "High"]
[[sheet]]
file = "june-people.csv"
headers = ["Nr", "Wer", "Seit"]
columns = { Nr = "employee_id", Wer = "people.name" }
[[sheet]]
file = "june-reviews.csv"
headers = ["Nr", "Note", "Jahr"]
columns = { Nr = "employee_id", Note = "reviews.rating" }
""")
NOW = load_answers("""
[[sheet]]
file = "july.csv"
headers = ["Nr", "Note", "Jahr", "Text"]
columns = { Nr = "employee_id", Note = "reviews.potential" }
""")


def test_a_file_of_one_kind_leaves_the_answers_about_other_kinds() -> None:
    whole = renewed(BEFORE, NOW)
    assert [one.file for one in whole.sheet] == ["june-people.csv", "july.csv"]
    assert whole.sheet[1].columns["Note"] == "reviews.potential"
    assert whole.levels == ("Low", "High")


def test_what_is_said_anew_wins() -> None:
    now = NOW.with_levels("High", "Low")
    assert renewed(BEFORE, now).levels == ("High", "Low")
    assert renewed(BEFORE, BEFORE) == BEFORE
