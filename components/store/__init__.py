"""What must last: each confirmed data version, written once and named by its fingerprint.

Public: `Version`, `VersionStore` (versions.py).
"""

from components.store.versions import Version, VersionStore

__all__ = ["Version", "VersionStore"]
