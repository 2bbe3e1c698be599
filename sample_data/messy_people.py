"""A people list as a German tool writes it: semicolons, points in dates, markers for 'none'."""

from datetime import date

from sample_data.dice import Dice
from sample_data.faults import Draft, as_text
from sample_data.made import Made
from sample_data.people import Person, country_of
from sample_data.workbook import Value

HEADER = [
    "Employee ID", "Name", "Email", "Manager ID", "Country", "Department", "Job title",
    "Hire date", "Exit date", "Gender", "Age band",
]  # fmt: skip


def rows(made: Made, people: list[Person]) -> list[list[Value]]:
    """The newest state of each person, days as text."""
    return [_row(made, person) for person in people]


def _row(made: Made, person: Person) -> list[Value]:
    leave = None if person.active else person.exits[-1].last_day
    now = person.now
    lead = made.world.manager_on(now.team, leave or date(2026, 6, 30), person)
    return [
        person.employee_id, person.name, person.email,
        lead.employee_id if lead else None, country_of(now.place),
        made.history.department(person, leave or date(2026, 6, 30)),
        now.title, _german(person.hired), _german(leave) if leave else None,
        person.traits["gender"] or "k. A.", person.traits["age_band"],
    ]  # fmt: skip


def _german(day: date) -> str:
    return day.strftime("%d.%m.%Y")


def spoil(draft: Draft) -> None:
    """Plant every fault of the people list."""
    dice = Dice("messy people")
    said = ("open end marker", "Some systems write this for 'has not left'.")
    draft.plant(draft.clean_row(dice, Exit_date=None), "Exit date", "31.12.9999", said)
    said = ("filler date", "1900 stands for 'none'.")
    draft.plant(draft.clean_row(dice, Exit_date=None), "Exit date", "01.01.1900", said)
    said = ("unreadable date", "There is no 30 February.")
    draft.plant(draft.clean_row(dice), "Hire date", "30.02.2022", said)
    said = ("exit before hire", "Left before joining.")
    draft.plant(draft.clean_row(dice), "Exit date", "01.03.2004", said)
    said = ("own manager", "The person is listed as the own manager.")
    row = draft.clean_row(dice)
    draft.plant(row, "Manager ID", draft.rows[row][0], said)
    said = ("text that looks like code", "A name that looks like a formula stays text.")
    draft.plant(draft.clean_row(dice), "Name", "=1+1", said)
    said = ("person without reviews", "Known here, but in no review and no role history.")
    ghost: list[Value] = ["900100", "Ilse Ackerknecht", "ilse.ackerknecht@lumenfjord.example",
                          draft.rows[0][3], "Germany", "Sales", "Senior Sales Analyst",
                          "01.02.2026", None, "woman", "30-39"]  # fmt: skip
    draft.append(ghost, said)
    other = list(draft.rows[draft.clean_row(dice)])
    other[draft.column("Hire date")] = "15.01.2020"
    draft.append(other, ("two rows for one person", "Same id, two hire dates."))


def as_csv(draft: Draft) -> str:
    """Semicolons between cells; quotes only where a cell needs them."""
    lines = [draft.header, *([as_text(value) for value in row] for row in draft.rows)]
    return "".join(";".join(_quoted(cell) for cell in line) + "\r\n" for line in lines)


def _quoted(cell: str) -> str:
    """A cell with quotes where it holds the separator or a quote."""
    if any(sign in cell for sign in ';"\n'):
        doubled = cell.replace('"', '""')
        return f'"{doubled}"'
    return cell
