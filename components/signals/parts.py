"""The two ways in which somebody can have been passed over; each needs its own tables."""

from components.signals.rule import Part
from components.tables import columns as col

REJECTIONS = Part(
    "rejections",
    (("opportunities", col.OUTCOME),),
    "outcomes of internal applications and promotion cases",
    "a sheet of opportunities with outcomes",
)
RECOMMENDATIONS = Part(
    "recommendations",
    (("reviews", col.PROMOTION_RECOMMENDED), ("roles", col.EFFECTIVE_DATE)),
    "reviews that say whether a promotion was recommended, beside role history",
    "promotion_recommended to the reviews, and role history",
)
