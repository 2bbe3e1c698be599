"""What is said about a file, sheet or cell that could not be read as it stands, by code."""

from dataclasses import dataclass
from typing import Final

from components.tables.problems import Problem, Severity

_SAVE = "Open it in a spreadsheet program, save it as .xlsx and upload that file."
_OTHERS = "The other files were read."
_BIG = "Split it, or delete rows and columns that only look empty, and upload it again."


@dataclass(frozen=True, slots=True)
class Sentence:
    """What happened and what now, for one code."""

    severity: Severity
    what: str
    now: str


def _error(what: str, now: str) -> Sentence:
    return Sentence(Severity.ERROR, what, now)


def _warning(what: str, now: str) -> Sentence:
    return Sentence(Severity.WARNING, what, now)


SENTENCES: Final = {
    "empty-file": _error("The file is empty.", f"Upload the file that holds the rows. {_OTHERS}"),
    "empty-workbook": _error(
        "No sheet of the workbook holds a value.", f"Upload the file that holds the rows. {_OTHERS}"
    ),
    "header-only": _warning(
        "The sheet holds one row and nothing below it.",
        "It adds no rows. Upload it again if rows should be there.",
    ),
    "upload-too-big": _error(
        "The file is larger than an upload may be.",
        "Split it by year, or raise upload_limit_mb in config/app.toml.",
    ),
    "password-protected": _error(
        "The file is password-protected.", "Save it without a password and upload it again."
    ),
    "not-a-spreadsheet": _error(
        "The file is not a spreadsheet.", "Upload .xlsx, .xls, .ods, .csv or .tsv."
    ),
    "xml-spreadsheet": _error("The file is an XML Spreadsheet 2003, which can't be read.", _SAVE),
    "html-page": _error("The file is a web page, not a spreadsheet.", _SAVE),
    "zip-of-files": _error(
        "The file is a packed folder, not a workbook.", "Unpack it and upload the files in it."
    ),
    "rare-format": _error("Files of this kind are not read here.", _SAVE),
    "broken-file": _error("The file is damaged and can't be opened.", _SAVE),
    "unknown-packing": _error("The file is packed in a way that workbooks are not.", _SAVE),
    "too-many-parts": _error("The file is packed of too many parts.", _SAVE),
    "unpacks-too-big": _error("The file unpacks to far more than its size.", _BIG),
    "document-type": _error(
        "The file holds a document type declaration, which workbooks don't need.", _SAVE
    ),
    "malformed": _error("The file is malformed and can't be read.", _SAVE),
    "needs-more-memory": _error(
        "The file asks for more memory than one file may use; often a cell stands far from all "
        "the others, or the file is malformed.",
        f"{_BIG} Or save it as .xlsx and upload that file.",
    ),
    "too-big-to-read": _error("The file needs more memory than one file may use.", _BIG),
    "reader-ended": _error(
        "The system ended the reader, most likely because memory ran out.",
        "Close other programs and upload the file again, or split it.",
    ),
    "too-slow": _error("Reading the file took too long and was stopped.", _BIG),
    "reader-not-started": _error(
        "The reader could not be started on this machine.",
        "Close other programs and upload the file again.",
    ),
    "too-many-sheets": _error(
        "The workbook holds too many sheets.", "Keep the sheets with rows and upload it again."
    ),
    "sheets-share-a-part": _error("Several sheets of the workbook are one and the same.", _SAVE),
    "sheet-not-readable": _error("The sheet could not be read.", f"The rest was read. {_SAVE}"),
    "sheet-too-big": _error(
        "The sheet has too many rows or columns.", f"The rest was read. {_BIG}"
    ),
    "file-too-wide-or-long": _error("The file has too many rows or columns.", _BIG),
    "same-name": _warning(
        "Another file has the same name and other contents.",
        "Both were read; this one goes by the number behind its name.",
    ),
    "uploaded-twice": _warning("The same file was uploaded twice.", "It was read once."),
    "nul-characters": _error(
        "The text holds NUL characters, so it is not a table of text.",
        "Save it again as CSV UTF-8 and upload that file.",
    ),
    "early-day": _warning(
        "The cell shows a day of the first months of 1900, or before.",
        "It was read as that day. If a duration is meant, write it as a number of hours or days; "
        "if no day is meant, empty the cell.",
    ),
    "covered-value": _warning(
        "The cell lies under a merged cell and holds a value of its own, which a spreadsheet "
        "program doesn't show.",
        "The value was read. Unmerge the cells to see it, and empty the cell if it should not "
        "count.",
    ),
    "encoding-asked": Sentence(
        Severity.QUESTION,
        "How the file's letters are stored is not certain.",
        "It was read as Windows-1252 for now. Check names with accents and say on Load data or in "
        "an answers file how they are stored (encoding), or save the file as CSV UTF-8.",
    ),
    "encoding-unfit": Sentence(
        Severity.QUESTION,
        "The file's letters are not stored in the way that was said: some stand for nothing.",
        "It was read as Windows-1252 for now. Say another encoding.",
    ),
    "delimiter-asked": Sentence(
        Severity.QUESTION,
        "Two characters could separate the columns.",
        "The likelier one was used. Check the columns and say on Load data or in an answers file "
        "which character separates them (separator), or save the file as .xlsx.",
    ),
    "quote-not-closed": _error(
        "A quotation mark is opened and never closed.",
        "Quotation marks were read as letters. Close it in the file and upload it again.",
    ),
    "record-long": _warning(
        "The record has more values than the others.",
        "All values were kept; those to the right have no header. Check for a stray delimiter.",
    ),
    "record-short": _warning(
        "The record has fewer values than the others.",
        "The values that are missing at its end were left empty.",
    ),
    "error-cell": _warning(
        "The cell holds an error instead of a value.",
        "It is treated as unknown. Mend the formula and upload the file again.",
    ),
    "unreadable-cell": _warning(
        "The cell's value can't be shown as text.", "It is treated as unknown."
    ),
    "formula-without-value": _warning(
        "The cell holds a formula that was never worked out.",
        "It is treated as unknown. Open the file, save it and upload it again.",
    ),
    "text-cut": _warning(
        "The text is longer than a cell can hold.", "What is beyond the limit was cut off."
    ),
    "control-characters": _warning(
        "Characters that can't be shown stood in the text.", "They were left out."
    ),
    "external-links": _warning(
        "The workbook takes values from other files.",
        "The values saved with it were used; the other files were not opened.",
    ),
    "our_problem_sheet": _warning(
        "The sheet is the list of problems from an earlier download.",
        "It was left out; nothing needs to be done.",
    ),
    "macros": _warning("The workbook holds macros.", "They were not run; only values were read."),
}
"""Every code that this part of the room can give, and its sentence."""


def problem(
    code: str,
    *,
    file: str,
    place: tuple[str, str] = ("", ""),
    value: str = "",
    count: int = 1,
) -> Problem:
    """The problem of that code; `place` is the sheet and the cell's address.

    >>> problem("empty-file", file="a.csv").what
    'The file is empty.'
    """
    said = SENTENCES[code]
    sheet, cell = place
    return Problem(
        code,
        said.severity,
        said.what,
        said.now,
        file=file,
        sheet=sheet,
        cell=cell,
        value=value,
        count=count,
    )
