"""The sheet that lists problems in a workbook that is given back; known again when it returns."""

NAME = "Trajectory problems"
TITLE = "Problems found by Trajectory. This sheet is left out when the file is loaded again."
FILE_AT = (1, 1)
"""Row number and column of the cell that names the file it is about, beside the title."""
HEADER = ("Code", "What happened", "What now", "Sheet", "Cell", "Value", "Cells or rows")
AUTHOR = "Trajectory"
"""Who signs the comments at marked cells."""
