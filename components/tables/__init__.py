"""What a column, a table, a problem and a selection *are*; no room below knows more.

Public: `columns` (as `col`), `schema.TABLES`, `dataset.Dataset`, `problems.Problem`,
`selection.Selection`, `sheets.Sheet`.
"""
