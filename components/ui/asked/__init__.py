"""How open questions are answered on Load data: a button or a small form for each code.

Public: `answer_here(problems, arrival)` puts what answers the questions of one kind, if anything
does; questions about what a column is are answered in the column table.
"""

from components.ui.asked.answering import answer_here

__all__ = ["answer_here"]
