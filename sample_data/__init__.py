"""An invented company, its HR exports and the faults real exports have.

`python -m sample_data.make` writes everything again, byte for byte the same. Nobody in it exists;
who plays which part is listed in `stories.toml`, every planted fault in `faults.toml`.
"""
