"""Reasons for a conversation beside how much somebody would be missed.

Public: `show_impact`.
"""

from components.ui.impact.section import show_impact

__all__ = ["show_impact"]
