"""The scale of a column as a person sets it: its labels, a proposed order, the scales that fit.

Public: `labels_of` (the labels of a column with counts, in the order to show), `proposed_scale`
(an order to confirm, with its reason), `Label`, `Proposal`. Nothing here is applied unasked.
"""

from components.intake.scales.labels import Label, labels_of
from components.intake.scales.proposal import Proposal, proposed_scale

__all__ = ["Label", "Proposal", "labels_of", "proposed_scale"]
