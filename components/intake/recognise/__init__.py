"""What each sheet and column is taken for: by name, by values, by what a person answered.

Nothing is guessed: what is not sure is likely and says why, what is open becomes a question and
is left out until it is answered. Public: `recognise`, `Recognition`, `Match`.
"""

from components.intake.recognise.matches import Match
from components.intake.recognise.recognition import Recognition, recognise

__all__ = ["Match", "Recognition", "recognise"]
