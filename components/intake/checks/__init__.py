"""What does not fit together: each check looks at the facts, changes nothing and says where.

One small file for each kind of check. Public: `CHECKS`, `Check`, `checked`, `everything_said`.
"""

from components.intake.checks.catalogue import CHECKS, checked
from components.intake.checks.check import Check
from components.intake.checks.words import everything_said

__all__ = ["CHECKS", "Check", "checked", "everything_said"]
