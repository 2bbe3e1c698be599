"""Calibration sessions drawn by chance: managers who all rate alike, or one who does not."""

import numpy as np
import pandas as pd

MIXES = {
    "20/70/10": (0.20, 0.70, 0.10),
    "35/60/5": (0.35, 0.60, 0.05),
    "3/12/45/30/10": (0.03, 0.12, 0.45, 0.30, 0.10),
}
MANAGERS = 30


def session(chance: np.random.Generator, mix: str, *, generous: int = 0) -> pd.DataFrame:
    """Thirty managers of 10 to 20 people each, in six cells; one row per person.

    generous: so many people of the first manager, each rated a full step higher.
    """
    sizes = chance.integers(10, 21, MANAGERS)
    sizes[0] = generous or sizes[0]
    rater = np.repeat(np.arange(MANAGERS), sizes)
    steps = len(MIXES[mix])
    rating = chance.choice(steps, size=len(rater), p=MIXES[mix]) + 1.0
    if generous:
        rating[rater == 0] = np.minimum(rating[rater == 0] + 1, steps)
    return pd.DataFrame(
        {
            "rater_id": pd.array([f"m{one:02d}" for one in rater], dtype="str"),
            "rating": rating,
            "level": pd.array(chance.integers(1, 4, len(rater)).astype(str), dtype="str"),
            "job_family": pd.array(chance.choice(["A", "B"], len(rater)), dtype="str"),
        }
    )
