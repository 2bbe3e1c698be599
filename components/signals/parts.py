"""Parts of rules that each need their own tables, and are looked at where these were given."""

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
SKILLS = Part(
    "skills",
    (("competencies", col.MANAGER), ("people", col.DEPARTMENT)),
    "who else in the department holds a competency",
    "competency scores by managers, and departments",
)
KEY_ROLES = Part(
    "key_roles",
    (("people", col.KEY_ROLE),),
    "key roles and their successors",
    "key_role, and a sheet of successors",
)
