"""Where a wish and readiness meet: a name, and the question worth asking before reacting."""

from dataclasses import dataclass

from components.growth.readiness import Readiness
from components.growth.willingness import Willingness

W, R = Willingness, Readiness


@dataclass(frozen=True, slots=True)
class Meeting:
    """One kind of meeting: its name, the question to ask, and whether it asks for attention.

    brief: the name where there is room for one or two words only.
    """

    key: str
    name: str
    question: str
    first: bool = False
    brief: str = ""

    @property
    def in_brief(self) -> str:
        """The shortest name."""
        return self.brief or self.name


BLOCKED = Meeting(
    "blocked",
    "Blocked",
    "What stands between you and the next step, and what of it is ours to move?",
    first=True,
)
OPEN = Meeting(
    "open",
    "Ready and on the way",
    "What would make the next role a good one for you?",
    brief="On the way",
)
PUSHED = Meeting(
    "pushed",
    "Pushed",
    "You are on a succession list. Is that what you want, and what would you rather do?",
    first=True,
)
ASK_FIRST = Meeting(
    "ask_first",
    "Ask first",
    "Where would you like to be in two years? Has anything made that hard to say?",
    first=True,
)
CONVERSATION = Meeting(
    "conversation",
    "Word and deed differ",
    "I may have read this wrongly: what has changed since you last told us?",
    first=True,
    brief="They differ",
)
TIMING = Meeting(
    "timing",
    "Timing agreement",
    "When would it fit, and what should we agree on until then, with a date?",
    brief="Timing",
)
RESPECT = Meeting(
    "respect",
    "Respect: expert track",
    "What would make the work you do now worth staying for?",
    brief="Respect",
)
LIST = Meeting("list", "Not wanted", "Are you on any list that you would rather not be on?")
HONEST = Meeting(
    "honest",
    "Honest talk",
    "What do you think the next level asks for that is still new to you?",
)
PLAN = Meeting("plan", "Plan", "Which piece of work would show the next level, and by when?")
ASSESS = Meeting(
    "assess", "Assess first", "Who has seen your work at the next level, and what did they see?"
)
ASK = Meeting("ask", "Ask", "Where would you like to be in two years?")
MEETINGS = (
    *(BLOCKED, PUSHED, ASK_FIRST, CONVERSATION, TIMING, OPEN, HONEST, PLAN, ASSESS),
    *(RESPECT, LIST, ASK),
)

_OF_WISH = {
    W.NOW: {R.NOW: OPEN, R.SOON: PLAN, R.DEVELOPING: HONEST, R.UNKNOWN: ASSESS},
    W.LATER: {R.NOW: TIMING, R.SOON: PLAN, R.DEVELOPING: PLAN, R.UNKNOWN: ASSESS},
    W.TIMING: dict.fromkeys(R, TIMING),
    W.CONTENT: dict.fromkeys(R, RESPECT),
    W.NOT: dict.fromkeys(R, LIST),
    W.CONFLICTING: dict.fromkeys(R, CONVERSATION),
    W.UNKNOWN: {R.NOW: ASK_FIRST, R.SOON: ASK, R.DEVELOPING: ASK, R.UNKNOWN: ASK},
}


def meeting(
    willingness: Willingness,
    readiness: Readiness,
    *,
    moved: bool | None = None,
    listed: bool | None = None,
) -> Meeting:
    """Where the two meet.

    moved: whether the scope changed within 12 months; listed: whether the person is on a succession
    list. Neither is taken for granted where it is not known.

    >>> meeting(Willingness.NOW, Readiness.NOW, moved=False).name
    'Blocked'
    >>> meeting(Willingness.NOT, Readiness.UNKNOWN, listed=True).name
    'Pushed'
    """
    if (willingness, readiness) == (W.NOW, R.NOW) and moved is False:
        return BLOCKED
    if willingness is W.NOT and listed:
        return PUSHED
    return _OF_WISH[willingness][readiness]
