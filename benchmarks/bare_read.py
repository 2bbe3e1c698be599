"""The bare read, in a process of its own: every sheet of a workbook as text, nothing else."""

import sys

import fastexcel

book = fastexcel.read_excel(sys.argv[1])
for name in book.sheet_names:
    book.load_sheet(name, header_row=None, dtypes="string").to_arrow()
