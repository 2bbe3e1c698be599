"""What differs between two data versions, fact by fact: people, reviews, roles, scores.

Public: `changes_between(before, after, settings) -> VersionChanges`, and `sentence`.
"""

from components.analysis.between.sentences import sentence
from components.analysis.between.version_changes import Change, VersionChanges, changes_between

__all__ = ["Change", "VersionChanges", "changes_between", "sentence"]
