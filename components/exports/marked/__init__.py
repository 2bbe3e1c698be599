"""The user's own file given back with its problems marked, and the list of the problems.

Public: `give_back(file_name, content, sheets, problems) -> GivenBack`, `problem_rows`.
"""

from components.exports.marked.giving_back import GivenBack, give_back
from components.exports.marked.problem_rows import problem_rows

__all__ = ["GivenBack", "give_back", "problem_rows"]
