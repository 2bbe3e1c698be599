"""What if the limits of a rule moved: who enters and leaves, and how its past looks then.

Public: `show_what_if`.
"""

from components.ui.what_if.section import show_what_if

__all__ = ["show_what_if"]
