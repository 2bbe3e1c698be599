"""How many active people report to somebody, directly or through others.

People in a loop of managers have nobody above them: the loop is listed as a problem.
"""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays
from components.tables import columns as col

Numbers = npt.NDArray[np.int64]


def people_beneath(standing: Arrays) -> pa.ChunkedArray:
    """For each person the number of active people beneath; missing where no manager is given."""
    ids, managers = standing[col.EMPLOYEE_ID], standing[col.MANAGER_ID]
    people = len(ids)
    if managers.null_count == len(managers):
        return pa.chunked_array([pa.nulls(people, pa.int64())])
    above = pc.fill_null(pc.index_in(managers, value_set=ids.combine_chunks()), -1)
    known = pc.fill_null(standing["known"], False).to_numpy().astype(np.bool_)
    active = pc.fill_null(standing["active"], False).to_numpy().astype(np.bool_)
    parent = np.asarray(above.to_numpy(), np.int64)
    parent = np.where((parent >= 0) & known[parent], parent, -1)
    parent[_in_a_loop(parent)] = -1
    below = np.zeros(people, np.int64)
    at = parent[active & (parent >= 0)]
    while len(at):
        below += np.bincount(at, minlength=people)
        at = parent[at]
        at = at[at >= 0]
    return pa.chunked_array([pa.array(below)])


def _in_a_loop(parent: Numbers) -> Numbers:
    """The people who are managers of themselves, directly or through others.

    After more steps up than there are people, only they are still reached.
    """
    top = len(parent)
    above = np.append(np.where(parent < 0, top, parent), top)
    for _ in range(top.bit_length()):
        above = above[above]
    reached = np.unique(above)
    return reached[reached < top]
