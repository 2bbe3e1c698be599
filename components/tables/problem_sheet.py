"""The sheet that lists problems in a workbook that is given back; known again when it returns."""

NAME = "Trajectory problems"
TITLE = "Problems found by Trajectory. This sheet is left out when the file is loaded again."
FILE_AT = (1, 1)
"""Row number and column of the cell that names the file it is about, beside the title."""
HEADER = (
    *("Code", "Severity", "What happened", "What now"),
    *("File", "Sheet", "Cell", "Value", "Cells or rows"),
)
WIDTHS = (22, 10, 60, 60, 24, 20, 10, 24, 14)
"""How wide its columns are, in characters."""
AUTHOR = "Trajectory"
"""Who signs the comments at marked cells."""
