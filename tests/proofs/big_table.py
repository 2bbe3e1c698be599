"""Role histories as large as a sheet can be, written straight into the parts of a workbook."""

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

HEADER = (
    "Employee ID",
    "Effective date",
    "Event",
    "Job title",
    "Job family",
    "Level",
    "Department",
    "Manager ID",
    "Location",
    "Region",
    "FTE",
    "Is primary",
)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/'
    'vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="Roles" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    "</Relationships>",
}
_ROWS_AT_ONCE = 20_000
_FIRST_DAY, _DAYS = date(2010, 1, 1), 5_000
_SPELLS = 4


def workbook(rows: int, seed: int = 1) -> bytes:
    """A workbook of so many rows with their header, four spells for each person."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED, compresslevel=1) as pack:
        for name, text in _PARTS.items():
            pack.writestr(name, text)
        with pack.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            for lines in _lines(rows, Random(seed)):
                sheet.write("".join(lines).encode())
            sheet.write(b"</sheetData></worksheet>")
    return held.getvalue()


def _lines(rows: int, dice: Random) -> Iterator[list[str]]:
    days = [str(_FIRST_DAY + timedelta(day)) for day in range(_DAYS)]
    yield [_line(HEADER)]
    for start in range(0, rows - 1, _ROWS_AT_ONCE):
        stop = min(start + _ROWS_AT_ONCE, rows - 1)
        yield [_line(_spell(number, days, dice)) for number in range(start, stop)]


def _spell(number: int, days: list[str], dice: Random) -> tuple[str, ...]:
    person, spell = divmod(number, _SPELLS)
    chance = dice.getrandbits(30)
    step = _DAYS // _SPELLS
    return (
        f"E{person:07}",
        days[spell * step + chance % step],
        ("hire", "promotion", "lateral move", "promotion")[spell],
        f"Title {chance % 389}",
        f"Family {chance % 23}",
        str(1 + chance % 9),
        f"Department {chance % 61}",
        f"E{chance % 9973:07}",
        f"City {chance % 41}",
        ("LatAm", "EMEA", "APAC", "North America")[chance % 4],
        ("1", "0.8")[chance % 7 == 0],
        "yes",
    )


def _line(cells: tuple[str, ...]) -> str:
    told = "</t></is></c><c t='inlineStr'><is><t>".join(cells)
    return f"<row><c t='inlineStr'><is><t>{told}</t></is></c></row>"
