"""Import profiles: what was confirmed about some files, kept for the next files of the same kind.

A profile is a set of answers whose sheets name their headers. Public: `profile_of`, `fit`,
`best_fit`, `Fit`, `renewed`.
"""

from components.intake.profiles.fitting import Fit, best_fit, fit
from components.intake.profiles.making import profile_of
from components.intake.profiles.renewing import renewed

__all__ = ["Fit", "best_fit", "fit", "profile_of", "renewed"]
