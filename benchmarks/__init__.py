"""How fast Trajectory is: every speed goal measured in one run, met or missed.

`python -m benchmarks` prints the table; see `--help` for choosing parts and for the long run.
"""
