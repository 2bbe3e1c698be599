"""What to ask first in a conversation, fitting the reasons for it."""

from components.tables import columns as col
from components.ui.standing import Standing

QUESTIONS = {
    "stalled_top_performer": (
        "What would a larger scope look like here?",
        "Which part of the work has stopped teaching anything?",
    ),
    "past_window": (
        "What has kept the scope the same for so long?",
        "Which step was talked about, and what became of it?",
    ),
    "passed_over": (
        "What did you take from the decision?",
        "What would the next case need, and by when?",
    ),
    "pay_growth_lag": ("Is the pay in line with the work, seen from where you stand?",),
    "super_performer_trap": (
        "Who could learn what only you can do today, and by when?",
        "What would you move on to once that is handed over?",
    ),
    "rejection_fading": ("What has come of the decision since?",),
    "learning_stall": ("What have you learned lately that you would like to use more?",),
    "approaching": ("Where should the next twelve months lead?",),
}
ALWAYS = "What would you like to do next, and what stands in the way?"


def first_questions(answers: Standing) -> list[str]:
    """What to ask first, fitting the reasons; one question always fits."""
    rules = [*answers.flags[col.RULE], *answers.notices[col.RULE]]
    asked = [question for key in rules for question in QUESTIONS.get(key, ())]
    return list(dict.fromkeys(asked))[:3] or [ALWAYS]
