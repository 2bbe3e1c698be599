"""The four tables most exports hold: people, role history, reviews, competencies."""

from components.tables import columns as col
from components.tables.fields import Field, Kind, Table

_EMPLOYEE = Field(col.EMPLOYEE_ID, Kind.ID, "The person's number in the HR system.", required=True)

PEOPLE = Table(
    "people",
    "What is said about a person as a whole; each row is a statement of one day.",
    (
        _EMPLOYEE,
        Field(col.NAME, Kind.TEXT, "Full name as people use it."),
        Field(col.EMAIL, Kind.TEXT, "Work e-mail address."),
        Field(col.MANAGER_ID, Kind.ID, "Employee ID of the direct manager."),
        Field(col.MANAGER_NAME, Kind.TEXT, "Name of the direct manager."),
        Field(col.REGION, Kind.CATEGORY, "Region the person works in."),
        Field(col.COUNTRY, Kind.CATEGORY, "Country the person works in."),
        Field(col.LOCATION, Kind.CATEGORY, "Office or site."),
        Field(col.DEPARTMENT, Kind.CATEGORY, "Department or unit."),
        Field(col.JOB_TITLE, Kind.CATEGORY, "Title of the current role."),
        Field(col.JOB_FAMILY, Kind.CATEGORY, "Job family or function."),
        Field(col.LEVEL, Kind.CATEGORY, "Level or grade; its order is set in config/levels.toml."),
        Field(col.TRACK, Kind.CHOICE, "Individual contributor (ic) or manager."),
        Field(col.HIRE_DATE, Kind.DATE, "First day of the current employment."),
        Field(col.EXIT_DATE, Kind.DATE, "Last day of employment."),
        Field(col.EXIT_KIND, Kind.CHOICE, "Voluntary, involuntary, retirement, other or unknown."),
        Field(col.EXIT_REASON, Kind.TEXT, "Reason recorded for the exit."),
        Field(col.NOTICE_DATE, Kind.DATE, "Day on which notice was given."),
        Field(col.WORK_MODE, Kind.CHOICE, "Remote, hybrid or onsite."),
        Field(col.FTE, Kind.NUMBER, "Share of a full-time job, 0 to 1."),
        Field(col.HIRE_SOURCE, Kind.CHOICE, "Filled from inside (internal) or outside (external)."),
        Field(col.PRODUCTIVE_ON, Kind.DATE, "Day of the first sign-off after joining."),
        Field(col.KEY_ROLE, Kind.YES_NO, "Whether the role is marked critical."),
        Field(col.STATED_STATUS, Kind.CHOICE, "Active, left or on leave, as the source states it."),
        Field(col.KNOWN_ON, Kind.DATE, "Snapshot day from which the row speaks."),
        Field(col.MONTHS_IN_ROLE, Kind.MONTHS, "Time in the role, as stated by the source."),
        Field(col.MONTHS_IN_LEVEL, Kind.MONTHS, "Time in the level, as stated by the source."),
        Field(col.MONTHS_OF_SERVICE, Kind.MONTHS, "Length of service, as stated by the source."),
        Field(col.STATED_ON, Kind.DATE, "Day on which the stated durations were true."),
        Field(col.GENDER, Kind.GROUP, "Group attribute; used only in group views."),
        Field(col.AGE_BAND, Kind.GROUP, "Group attribute; used only in group views."),
        Field(col.PART_TIME, Kind.GROUP, "Group attribute; used only in group views."),
        Field(col.CAREGIVER, Kind.GROUP, "Group attribute; used only in group views."),
    ),
)

ROLES = Table(
    "roles",
    "Role history: one row for each change of role.",
    (
        _EMPLOYEE,
        Field(col.EFFECTIVE_DATE, Kind.DATE, "First day on which the row holds.", required=True),
        Field(col.END_DATE, Kind.DATE, "Last day on which the row holds; empty while it lasts."),
        Field(col.SEQUENCE, Kind.WHOLE, "Order of several rows on one day."),
        Field(col.EVENT, Kind.CHOICE, "What happened: hire, promotion, lateral, exit and so on."),
        Field(col.JOB_TITLE, Kind.CATEGORY, "Title of the role."),
        Field(col.JOB_FAMILY, Kind.CATEGORY, "Job family or function."),
        Field(col.LEVEL, Kind.CATEGORY, "Level or grade."),
        Field(col.TRACK, Kind.CHOICE, "Individual contributor (ic) or manager."),
        Field(col.DEPARTMENT, Kind.CATEGORY, "Department or unit."),
        Field(col.MANAGER_ID, Kind.ID, "Employee ID of the manager in this role."),
        Field(col.LOCATION, Kind.CATEGORY, "Office or site."),
        Field(col.REGION, Kind.CATEGORY, "Region."),
        Field(col.DIRECT_REPORTS, Kind.WHOLE, "Number of people who report directly."),
        Field(col.FTE, Kind.NUMBER, "Share of a full-time job, 0 to 1."),
        Field(col.IS_PRIMARY, Kind.YES_NO, "Whether this is the main one of several roles."),
        Field(col.RECORDED_ON, Kind.DATE, "Day on which the row was entered; unseen before it."),
    ),
)

REVIEWS = Table(
    "reviews",
    "One review of one person by one reviewer in one cycle.",
    (
        _EMPLOYEE,
        Field(col.CYCLE, Kind.CATEGORY, "Name of the review cycle; else the review date.", True),
        Field(col.REVIEW_DATE, Kind.DATE, "Day of the review."),
        Field(col.REVIEWER_ID, Kind.ID, "Employee ID of the reviewer."),
        Field(col.RELATION, Kind.CHOICE, "Manager, self, peer or upward; manager where not given."),
        Field(col.RATING, Kind.RATING, "Overall rating on the scale of config/ratings.toml."),
        Field(col.POTENTIAL, Kind.RATING, "Rating of potential."),
        Field(col.PROMOTION_RECOMMENDED, Kind.YES_NO, "Whether a promotion was recommended."),
        Field(col.GOAL_ATTAINMENT, Kind.PERCENT, "Share of goals reached, in percent."),
        Field(col.COMMENT, Kind.TEXT, "Text of the review."),
        Field(col.LANGUAGE, Kind.CATEGORY, "Language of the text."),
    ),
)

COMPETENCIES = Table(
    "competencies",
    "One person's scores on one competency in one cycle.",
    (
        _EMPLOYEE,
        Field(col.CYCLE, Kind.CATEGORY, "Name of the review cycle."),
        Field(col.COMPETENCY, Kind.CATEGORY, "Competency of config/competencies.toml.", True),
        Field(col.SELF, Kind.NUMBER, "The person's own score."),
        Field(col.MANAGER, Kind.NUMBER, "The manager's score."),
        Field(col.PEER, Kind.NUMBER, "The mean score of peers."),
    ),
)
