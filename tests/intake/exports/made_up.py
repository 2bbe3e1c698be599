"""One made-up export for each template that was seen in full: same shape, invented people."""

import io
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import openpyxl

from components.intake import Upload

PEOPLE = 24
_FIRST = ("Ada", "Bo", "Cleo", "Dan", "Eva", "Finn", "Gia", "Hal", "Ida", "Jon", "Kim", "Lou")
_LAST = ("Berg", "Cole", "Diaz", "Eng", "Ford", "Gray", "Hill", "Ito", "Jung", "Kern", "Lind")
_TEAMS = ("Sales", "Research", "Finance", "Logistics")
_TITLES = ("Analyst", "Engineer", "Clerk", "Advisor")
_LEVELS = ("L1", "L2", "L3", "L4")
_PLACES = ("Berlin", "Lisbon", "Paris")
Row = Sequence[object]


def first(number: int) -> str:
    """A first name."""
    return _FIRST[number % len(_FIRST)]


def last(number: int) -> str:
    """A last name."""
    return _LAST[number % len(_LAST)]


def name(number: int) -> str:
    """A full name, one for each number."""
    return f"{first(number)} {last(number)}"


def mail(number: int) -> str:
    """An address, one for each number."""
    return f"{first(number)}.{last(number)}{number}@example.org".lower()


def boss(number: int) -> int:
    """Who leads a person: the first leads all who lead, these the others."""
    return 0 if number < 4 else 1 + number % 3


def day(number: int, later: int = 0) -> date:
    """A day of hire, or some days after."""
    return date(2015, 1, 12) + timedelta(83 * number + later)


def identity(number: int) -> str:
    """An employee ID with leading zeros."""
    return f"{1040 + number:06}"


def workbook(*sheets: tuple[str, Iterable[Row]]) -> bytes:
    """A workbook of these sheets."""
    made, held = openpyxl.Workbook(), io.BytesIO()
    made.remove(made.active)
    for title, rows in sheets:
        page = made.create_sheet(title)
        for row in rows:
            page.append(list(row))
    made.save(held)
    return held.getvalue()


def lines(rows: Iterable[Row], separator: str = ",", end: str = "\n") -> bytes:
    """Rows as delimited text; no value holds the separator."""
    texts = (separator.join("" if one is None else str(one) for one in row) for row in rows)
    return (end.join(texts) + end).encode()


def culture_amp() -> Upload:
    """The employee template: an instruction, notes, and the header on row 4."""
    header = [
        "Name",
        "Preferred Name",
        "Employee Id",
        "Email",
        "Date of Birth",
        "Start Date",
        "End Date",
        "Language",
        "Manager Email",
        "Timezone",
        "Mobile Phone Number",
        "Manager",
        "Job Title",
        "Job Title Level",
        "Department",
        "Division",
        "Country",
        "Location",
        "Region",
        "Work Location",
        "Gender",
        "Race/Ethnicity",
        "BIPOC",
        "Employment Type",
    ]
    rows = [
        (
            *(name(n), first(n), identity(n), mail(n), "1985-02-03", day(n).isoformat()),
            "2024-05-31" if n == 7 else None,
            *("English", mail(boss(n)) if n else None, "CET", None, name(boss(n)) if n else None),
            *(_TITLES[n % 4], _LEVELS[n % 4], _TEAMS[n % 4], "Core", "Germany", _PLACES[n % 3]),
            *("EMEA", "Office", "Female" if n % 2 else "Male", None, None, "Full-time"),
        )
        for n in range(PEOPLE)
    ]
    above = ["Build Your Employee Data File (DELETE this tab before importing)"], ["Notes"], []
    return Upload("employees.xlsx", workbook(("Employee data", [*above, header, *rows])))


def oracle_hdl() -> Upload:
    """Worker.dat: several record types in one file, cut by bars, CRLF."""
    types = {
        "Worker": "EffectiveStartDate|EffectiveEndDate|PersonNumber|StartDate",
        "PersonName": "EffectiveStartDate|EffectiveEndDate|PersonNumber|LastName|FirstName",
        "Assignment": "ActionCode|EffectiveStartDate|EffectiveEndDate|EffectiveSequence|"
        "EffectiveLatestChange|PersonNumber|AssignmentName|AssignmentNumber|"
        "AssignmentStatusTypeCode|JobCode|GradeCode|DepartmentName|LocationCode",
    }
    rows: list[Row] = []
    for kind, header in types.items():
        rows.append(("METADATA", kind, *header.split("|")))
        rows += [("MERGE", kind, *_record(kind, n)) for n in range(PEOPLE)]
    return Upload("Worker.dat", lines(rows, "|", "\r\n"))


def _record(kind: str, n: int) -> Row:
    start, end = f"{day(n):%Y/%m/%d}", "4712/12/31"
    if kind == "Worker":
        return (start, end, identity(n), start)
    if kind == "PersonName":
        return (start, end, identity(n), last(n), first(n))
    return (
        *("HIRE", start, end, "1", "Y", identity(n), _TITLES[n % 4], f"E{identity(n)}"),
        *("ACTIVE_PROCESS", f"J{n % 4}", _LEVELS[n % 4], _TEAMS[n % 4], f"LOC{n % 3}"),
    )


def successfactors() -> Upload:
    """Job Info: system keys on row 1, their labels on row 2, data from row 3."""
    keys = "user-id,start-date,seq-number,event-reason,job-code,job-title,department,manager-id"
    labels = "User ID,Data do evento,Sequência,Motivo do evento,Código,Cargo,Departamento,Gestor"
    rows = [
        (
            *(identity(n), f"{day(n, later):%m/%d/%Y}", 1, "Hire" if not later else "Promotion"),
            *(f"J{n % 4}", _TITLES[(n + bool(later)) % 4], _TEAMS[n % 4]),
            identity(boss(n)) if n else "NO_MANAGER",
        )
        for n in range(PEOPLE)
        for later in (0, 700)
    ]
    return Upload("JobInfo.csv", lines([keys.split(","), labels.split(","), *rows]))


def workday() -> Upload:
    """The people list: headers with spaces behind and twice between, labels of a nine-box."""
    header = [
        *("Employee ID ", "Worker", "Business  Title", "Job Title", "Job Profile"),
        *("Job Level - Primary Position", "Hire Date ", "Tenure Category"),
        "Time in Job Profile",
        *(f"Management Chain - Level {level:02}" for level in range(1, 7)),
        *("2023 Completed Performance Rating", "2024 Completed Performance  Rating"),
        *("Talent Assessment Potential", "9-Box Label", "Promotion Readiness"),
        *("Development Focus", "Notes"),
    ]
    ratings = ("Meets Expectations", "Exceeds Expectations", "Below Expectations")
    rows = [
        (
            *(identity(n), name(n), _TITLES[n % 4], _TITLES[n % 4], f"{_TITLES[n % 4]} profile"),
            *(_LEVELS[n % 4], f"{day(n):%d-%b-%Y}", "2-5 years", f"{1 + n % 4} years"),
            *(f"{name(0)} ({identity(0)})", *[None] * 5),
            *(ratings[n % 3], ratings[(n + 1) % 3], ("High", "Medium", "Low")[n % 3]),
            *(("Top Talent [H,H]", "Core [M,M]", "Risk [L,L]")[n % 3], "Ready now", None, None),
        )
        for n in range(PEOPLE)
    ]
    return Upload("People List.xlsx", workbook(("Sheet1", [header, *rows])))


def anaplan() -> Upload:
    """The feed from Workday: legal names in two columns, the manager by name."""
    header = [
        "Employee ID",
        "Legal Name - First Name",
        "Legal Name - Last Name",
        "Full Name",
        "Email - Primary Work",
        "Worker's Manager",
        "Active Status",
        "Job Title",
        "Hire Date",
        "Termination Date",
        "Time Type",
        "Cost Center Hierarchy",
        "Cost Center - ID",
        "Cost Center - Name",
        "Job Family",
    ]
    rows = [
        (
            *(identity(n), first(n), last(n), name(n), mail(n), name(boss(n)) if n else ""),
            *("No" if n == 7 else "Yes", _TITLES[n % 4], day(n).isoformat()),
            *("2024-05-31" if n == 7 else "", "Full time", "All", f"CC{n % 4}", _TEAMS[n % 4]),
            "Operations",
        )
        for n in range(PEOPLE)
    ]
    return Upload("workers.csv", lines([header, *rows]))


def adp() -> Upload:
    """The roster: codes beside descriptions, three dates of hire."""
    header = [
        "File Number",
        "Last Name",
        "First Name",
        "Preferred Name",
        "Position Status",
        "Location Code",
        "Location Description",
        "Home Department Code",
        "Home Department Description",
        "Reports To Name",
        "Job Title Description",
        "Job Title Code",
        "Job Class Code",
        "Hire Date",
        "Rehire Date",
        "Hire/Rehire Date",
        "Termination Date",
        "Termination Reason Code",
        "Termination Reason Description",
    ]
    rows = [
        (
            *(identity(n), last(n), first(n), "", "Terminated" if n == 7 else "Active"),
            *(f"L{n % 3}", _PLACES[n % 3], f"D{n % 4}", _TEAMS[n % 4]),
            f'"{last(boss(n))}, {first(boss(n))}"' if n else "",
            *(_TITLES[n % 4], f"T{n % 4}", "C1", f"{day(n):%m/%d/%Y}", "", f"{day(n):%m/%d/%Y}"),
            *(("05/31/2024", "V1", "Resignation") if n == 7 else ("", "", "")),
        )
        for n in range(PEOPLE)
    ]
    return Upload("roster.csv", lines([header, *rows]))


def peopleforce() -> Upload:
    """The position history."""
    header = "Employee ID,Effective from,Manager ID,Job level,Position,Department,Division,Location"
    rows = [
        (
            *(identity(n), day(n, later).isoformat(), identity(boss(n)) if n else ""),
            *(_LEVELS[min(3, n % 3 + bool(later))], _TITLES[n % 4], _TEAMS[n % 4], "Core"),
            _PLACES[n % 3],
        )
        for n in range(PEOPLE)
        for later in (0, 500)
    ]
    return Upload("positions.csv", lines([header.split(","), *rows]))


def charthop(*, key: str) -> Upload:
    """The history: only the cells that changed are filled; people by ID or by work address."""
    header = f"{key},Date,Promotion,Depart,Employment,Manager,Department,Team,Location,Title"
    rows: list[Row] = []
    for n in range(PEOPLE):
        who = mail(n) if "Email" in key else identity(n)
        lead = mail(boss(n)) if n else ""
        start = (who, day(n), "", "", "Full Time", lead, _TEAMS[n % 4], "A", _PLACES[n % 3])
        rows.append((*start, _TITLES[n % 4]))
        rows.append((who, day(n, 500), "Yes", "", "", "", "", "", "", f"Senior {_TITLES[n % 4]}"))
    return Upload("history.csv", lines([header.split(","), *rows]))


def bamboohr() -> Upload:
    """The job information table."""
    header = "Employee #,Date,Location,Department,Division,Job Title,Reporting to"
    rows = [
        (
            *(identity(n), day(n, later).isoformat(), _PLACES[n % 3], _TEAMS[n % 4], "Core"),
            *(_TITLES[(n + bool(later)) % 4], name(boss(n)) if n else ""),
        )
        for n in range(PEOPLE)
        for later in (0, 400)
    ]
    return Upload("job_information.csv", lines([header.split(","), *rows]))


def fifteen_five(*, key: str) -> Upload:
    """One cycle of scores: a name, an ID or an address, and a score under any header."""
    rows = [(name(n), identity(n) if key != "Email" else mail(n), n % 5 + 1) for n in range(PEOPLE)]
    return Upload("Q2 2025 scores.csv", lines([("Name", key, "Score"), *rows]))
