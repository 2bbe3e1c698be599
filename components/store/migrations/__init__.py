"""How the database grew, step by step; each step is a file below `versions`.

`__all__` is empty: steps are found and run by `components.store.migrating`. A step that was
published is never changed; a change of the database is a new file with the next number.
"""

__all__: list[str] = []
