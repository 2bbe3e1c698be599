"""Figures of another library, from an environment of their own: `make reference`.

lifelines needs an older pandas than we do, so its figures on untied data are kept in
aalen_johansen.json beside this file. Run with --fit inside that environment, it prints them.
"""

import json
import math
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterable
from pathlib import Path

VERSION = "0.30.3"
WHERE = Path(__file__).with_suffix(".json")
SIZES = {"few": 12, "some": 40, "many": 120}


def stays(size: int) -> dict[str, list[float]]:
    """Untied stays with delayed entry and three causes, the same on every machine.

    Irrational steps scatter the times without a random generator that could change.
    """
    exits = [round(1 + 59 * ((0.7548776662466927 * (n + 1)) % 1), 6) for n in range(size)]
    entries = [
        round(exits[n] * 0.8 * ((0.5698402909980532 * (n + 1)) % 1), 6) if n % 3 else 0.0
        for n in range(size)
    ]
    causes = [(n * 7 + n // 5) % 4 for n in range(size)]
    return {"entry": entries, "exit": exits, "cause": causes}


def _fitted() -> dict[str, object]:
    from lifelines import AalenJohansenFitter  # type: ignore[import-not-found]

    found = {}
    for name, size in SIZES.items():
        given = stays(size)
        for cause in (1, 2):
            fitter = AalenJohansenFitter()
            fitter.fit(given["exit"], given["cause"], cause, entry=given["entry"])
            table = fitter.event_table.loc[lambda rows: rows["observed"] > 0]
            limits = fitter.confidence_interval_.loc[table.index]
            found[f"{name} {cause}"] = {
                "times": table.index.tolist(),
                "at_risk": [int(count) for count in table["at_risk"]],
                "incidence": _known(fitter.cumulative_density_.loc[table.index].iloc[:, 0]),
                "variance": _known(fitter.variance_.loc[table.index]),
                "low": _known(limits.min(axis=1)),
                "high": _known(limits.max(axis=1)),
            }
    return found


def _known(values: Iterable[float]) -> list[float | None]:
    """Figures, none where the library has no number."""
    return [None if math.isnan(value) else value for value in values]


def make() -> None:
    """Make the environment, run this file in it and keep what it prints."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "-q", f"lifelines=={VERSION}"], check=True)
        said = subprocess.run([python, __file__, "--fit"], check=True, capture_output=True)
    figures = json.loads(said.stdout)
    WHERE.write_text(json.dumps({"lifelines": VERSION, "figures": figures}) + "\n")


if __name__ == "__main__":
    if "--fit" in sys.argv:
        print(json.dumps(_fitted()))
    else:
        make()
