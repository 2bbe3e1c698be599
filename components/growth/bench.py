"""The succession bench: who could follow whom, and whether they are ready and want to.

What a list says of readiness stands beside what scores show, and neither replaces the other.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa

from components.analysis import Measures
from components.analysis.arrow import Arrays
from components.analysis.dependency import named_successors
from components.growth.willingness import Willingness
from components.settings import Settings
from components.tables import columns as col
from components.tables.dataset import Dataset

MANY = 3
"""On so many lists a name stands for several roles at once. Source: our own limit."""
UNWILLING = frozenset({Willingness.NOT.value, Willingness.CONTENT.value})


@dataclass(frozen=True)
class Bench:
    """Who is named for which role, and the roles themselves.

    named: one row for each successor on a list: holder (missing where not known), position, person
    (the successor), readiness as stated, ready (now, as stated), and of the successor willingness,
    readiness_here and lists (how many roles name them).

    roles: one row for each key role and each role with a list: holder, position, named, ready (how
    many are stated to be ready now) and wanted (how many of these want it).
    """

    named: pd.DataFrame
    roles: pd.DataFrame

    @property
    def empty_roles(self) -> pd.DataFrame:
        """Roles for which nobody is named."""
        return self.roles[self.roles["named"] == 0]

    @property
    def pushed(self) -> pd.DataFrame:
        """Successors who said or showed that they do not want it."""
        return self.named[self.named["willingness"].isin(UNWILLING)]

    @property
    def on_many(self) -> pd.Series:
        """Successors on many lists: person, and on how many."""
        lists = self.named.drop_duplicates(col.PERSON).set_index(col.PERSON)["lists"]
        return lists[lists >= MANY].sort_values(ascending=False)


def bench(dataset: Dataset, measures: Measures, settings: Settings, wishes: pd.DataFrame) -> Bench:
    """The bench on the day; wishes: as `wishes_and_readiness` gives them, of active people."""
    people = measures.people
    found = named_successors(dataset, measures.as_of, settings, _standing(dataset, people))
    rows = pd.DataFrame(
        {
            col.PERSON: found[col.PERSON].to_pandas().astype("Int64"),
            "holder": found["holder"].to_pandas().astype("Int64"),
            col.POSITION: found[col.POSITION].to_pandas().astype("str"),
            col.READINESS: found[col.READINESS].to_pandas().astype("str"),
            "ready": found["ready"].to_pandas().astype("boolean"),
        }
    )
    of_person = wishes[[col.PERSON, "willingness", "readiness"]].rename(
        columns={"readiness": "readiness_here"}
    )
    named = rows.merge(of_person.astype({col.PERSON: "Int64"}), on=col.PERSON, how="inner")
    role = named["holder"].astype("string").fillna(named[col.POSITION].astype("string"))
    named = named.assign(
        role=role, lists=named.assign(role=role).groupby(col.PERSON)["role"].transform("nunique")
    )
    return Bench(named, _roles(named, people))


def _roles(named: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    wants = named["willingness"].isin([Willingness.NOW.value, Willingness.LATER.value])
    ready = named["ready"].fillna(value=False).astype(bool)
    by = named.assign(one=1, soon=ready, wanted=ready & wants).groupby("role")
    counts = by[["one", "soon", "wanted"]].sum().astype(int)
    counts.columns = pd.Index(["named", "ready", "wanted"])
    first = by[["holder", col.POSITION]].first()
    active = (people[col.STATUS] == "active").fillna(value=False)
    key = people[active & (people[col.KEY_ROLE] == True).fillna(value=False)]  # noqa: E712
    keyed = pd.DataFrame(
        {
            "holder": key[col.PERSON].astype("Int64"),
            col.POSITION: key[col.JOB_TITLE].astype("str"),
            "role": key[col.PERSON].astype("Int64").astype("string"),
        }
    )
    missing = keyed[~keyed["role"].isin(counts.index)]
    listed = first.join(counts).reset_index()
    return pd.concat([listed, missing], ignore_index=True).fillna(
        {"named": 0, "ready": 0, "wanted": 0}
    )


def _standing(dataset: Dataset, people: pd.DataFrame) -> Arrays:
    """What finding the holder of a role needs, by person."""
    at = people[col.PERSON].to_numpy(dtype=np.int64)
    held = dataset.people_count

    def placed(values: pd.Series, kind: pa.DataType) -> pa.ChunkedArray:
        spread = np.full(held, None, dtype=object)
        spread[at] = values.astype("object").where(values.notna(), None)
        return pa.chunked_array([pa.array(spread, kind)])

    active = (people[col.STATUS] == "active").fillna(value=False)
    return {
        col.EMPLOYEE_ID: placed(people[col.EMPLOYEE_ID], pa.string()),
        col.JOB_TITLE: placed(people[col.JOB_TITLE], pa.string()),
        "active": placed(active, pa.bool_()),
    }
