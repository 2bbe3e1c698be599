"""The tables beyond people, role history, reviews and competencies."""

from components.tables import columns as col
from components.tables.fields import Field, Kind, Table

_EMPLOYEE = Field(col.EMPLOYEE_ID, Kind.ID, "The person's number in the HR system.", required=True)
_ON = Field(col.DATE, Kind.DATE, "Day of the event.", required=True)

ASPIRATIONS = Table(
    "aspirations",
    "What a person said about the next step, and when.",
    (
        _EMPLOYEE,
        Field(col.ASKED_ON, Kind.DATE, "Day on which the person was asked.", required=True),
        Field(col.INTENT, Kind.CHOICE, "Up, lateral, expert, stay, leave people leadership."),
        Field(col.HORIZON, Kind.CHOICE, "Now, in one to two years, or later."),
        Field(col.PREFERRED_TRACK, Kind.CHOICE, "Track the person would rather follow."),
        Field(col.TARGET_ROLE, Kind.TEXT, "Role the person names as a goal."),
        Field(col.SAID_BY, Kind.CHOICE, "Who said it: self or manager."),
        Field(col.LAST_CAREER_CONVERSATION, Kind.DATE, "Day of the last career conversation."),
    ),
)

OPPORTUNITIES = Table(
    "opportunities",
    "A step that was open to a person: application, promotion case, stretch, course.",
    (
        _EMPLOYEE,
        _ON,
        Field(col.KIND, Kind.CHOICE, "Internal application, stretch assignment, promotion …"),
        Field(col.OFFERED_BY, Kind.ID, "Employee ID of who offered it."),
        Field(col.OUTCOME, Kind.CHOICE, "Offered, accepted, declined, rejected, completed …"),
        Field(col.DECIDED_ON, Kind.DATE, "Day of the decision."),
        Field(col.ENDED_ON, Kind.DATE, "Day on which it ended."),
        Field(col.COMPETENCY, Kind.CATEGORY, "Competency it builds."),
        Field(col.STAGE_REACHED, Kind.CATEGORY, "Last stage of the application."),
        Field(col.WINNER, Kind.CHOICE, "Whether an internal or external candidate was chosen."),
        Field(col.DECLINE_REASON, Kind.CHOICE, "Why the person declined."),
    ),
)

ARTIFACTS = Table(
    "artifacts",
    "Work that others could see: a report, shared knowledge, documentation.",
    (
        _EMPLOYEE,
        _ON,
        Field(col.KIND, Kind.CHOICE, "Impact report, knowledge sharing, documentation …"),
        Field(col.AUDIENCE, Kind.CHOICE, "Team, beyond team, skip level or company."),
        Field(col.OUTCOME_STATED, Kind.YES_NO, "Whether it names a result."),
    ),
)

SUCCESSORS = Table(
    "successors",
    "Who could follow whom, and how soon.",
    (
        _EMPLOYEE,
        Field(col.INCUMBENT_ID, Kind.ID, "Employee ID of the present holder."),
        Field(col.POSITION, Kind.TEXT, "Position, where no holder is named."),
        Field(col.READINESS, Kind.CATEGORY, "How soon the person could take over."),
        Field(col.AS_OF, Kind.DATE, "Day of the assessment."),
    ),
)

PAY = Table(
    "pay",
    "Pay from a day on; read only where config/app.toml allows it.",
    (
        _EMPLOYEE,
        Field(col.EFFECTIVE_DATE, Kind.DATE, "First day of this pay.", required=True),
        Field(col.AMOUNT, Kind.NUMBER, "Amount a year."),
        Field(col.CURRENCY, Kind.CATEGORY, "Currency."),
    ),
)

SCORECARDS = Table(
    "scorecards",
    "An interviewer's score of a candidate on one competency.",
    (
        Field(col.CANDIDATE_ID, Kind.ID, "Number of the candidate."),
        Field(col.EMPLOYEE_ID, Kind.ID, "The person's number in the HR system, once hired."),
        _ON,
        Field(col.INTERVIEWER, Kind.TEXT, "Who interviewed."),
        Field(col.COMPETENCY, Kind.CATEGORY, "Competency that was scored.", required=True),
        Field(col.SCORE, Kind.NUMBER, "Score."),
        Field(col.EVIDENCE, Kind.TEXT, "What the score rests on."),
    ),
)

STAKEHOLDERS = Table(
    "stakeholders",
    "Whom a person's next step depends on.",
    (
        _EMPLOYEE,
        Field(col.STAKEHOLDER, Kind.TEXT, "Name of the stakeholder.", required=True),
        Field(col.ROLE, Kind.CHOICE, "Manager, skip level, decision maker or peer."),
        Field(col.INFLUENCE, Kind.CATEGORY, "How much influence."),
        Field(col.LAST_TOUCHPOINT, Kind.DATE, "Day of the last contact."),
    ),
)
