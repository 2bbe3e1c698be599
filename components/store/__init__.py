"""What must last: data versions, import profiles, settings, and records about people.

Public: `Store` (the one door: `versions`, `profiles`, `configs`, `records`, `erase`), and what it
gives: `Version`, `VersionStore`, `Confirmed`, `KeptFile`, `Profile`, `ConfigVersion`, `Record`,
`State`.
"""

from components.store.configs import ConfigVersion
from components.store.follow_ups import MOST, Deed, FollowUp, FollowUpLog
from components.store.profiles import Profile
from components.store.records import Record, State
from components.store.store import Store
from components.store.version import Confirmed, KeptFile, Version
from components.store.versions import VersionStore

__all__ = [
    "MOST",
    "ConfigVersion",
    "Confirmed",
    "Deed",
    "FollowUp",
    "FollowUpLog",
    "KeptFile",
    "Profile",
    "Record",
    "State",
    "Store",
    "Version",
    "VersionStore",
]
