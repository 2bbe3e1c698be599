"""Who plays which part: people with fixed ids whose careers are written down by hand.

A script is a list of lines "day what more": `hire 2` and `rehire 3` give the level, so do
`promotion 4` and `demotion 4`; `lead 5` takes the team's lead at that level; `acting` gives the
last day of the side role; `leave` and `back` frame a leave; `exit` gives the kind. Ratings stand
for the cycles 2022 to 2026, "-" for a review without a rating and "." for no review.
"""

from dataclasses import dataclass

STALLED, PAST, PASSED = "stalled_top_performer", "past_window", "passed_over"
APPROACHING, FADING = "approaching", "rejection_fading"
TRAP, STALL = "super_performer_trap", "learning_stall"


@dataclass(frozen=True, slots=True)
class Part:
    """One person's part, and what the rules should say about it on the last day.

    `further` is what only the further sheets let the rules say, `unsure` what the first two
    files alone leave unknown.
    """

    key: str
    employee_id: str
    name: str
    team: str
    script: str
    ratings: str
    says: str
    flags: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    recommended: tuple[str, ...] = ()
    months_in_scope: int | None = None
    further: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    place: str = ""
    key_role: str = "no"


CAST: tuple[Part, ...] = (
    Part(
        "stalled_star", "000101", "Maike Grünewald", "Software Engineering Berlin 0",
        "2020-03-01 hire 2; 2021-10-01 promotion 3; 2023-12-01 promotion 4", "45555",
        "Rated 5 four times running; the comment has promised 'next cycle' twice.",
        flags=(STALLED,), months_in_scope=30,
    ),
    Part(
        "past_window", "000102", "Owen Thornbury", "Account Management Austin 0",
        "2018-05-01 hire 2; 2022-09-01 promotion 3", "44455",
        "Top-rated and 45 months in the same scope.", flags=(PAST,), months_in_scope=45,
    ),
    Part(
        "approaching", "000103", "Naomi Eastlake", "Data Science Boston 0",
        "2022-02-01 hire 2; 2024-11-01 promotion 3", ".4455",
        "Top-rated, 19 months in the same scope: a conversation can be planned.",
        notices=(APPROACHING,), months_in_scope=19,
    ),
    Part(
        "application_rejected", "000104", "Malik Kettering", "Product Management Austin 0",
        "2020-06-01 hire 2; 2025-07-01 promotion 3", "34344",
        "An internal application ended rejected four months ago after the final interview.",
        flags=(PASSED,), further=(PASSED,), months_in_scope=11,
    ),
    Part(
        "recommended_twice", "000105", "Lieke Oosterling", "Finance Utrecht 0",
        "2019-01-01 hire 2; 2023-05-01 promotion 3", "34344",
        "Recommended for promotion in 2025 and 2026; no promotion followed, no step, no learning.",
        flags=(PASSED,), notices=(STALL,), further=(STALL,), recommended=("2025", "2026"),
        months_in_scope=37,
    ),
    Part(
        "specialist_never_applied", "000106", "Sjoerd Meijerink", "Platform Engineering Utrecht 0",
        "2016-09-01 hire 3; 2020-01-01 promotion 4; 2023-09-01 promotion 5", "55455",
        "Wishes to go deeper, not to lead people; never applied, because each step up led people.",
        flags=(STALLED,), months_in_scope=33,
    ),
    Part(
        "promoted_because_asked", "000107", "Tyler Fairbourne", "Customer Success Denver 0",
        "2021-09-01 hire 2; 2023-10-01 promotion 3; 2025-10-01 promotion 4", ".3333",
        "Promoted after asking often; no work of that level and no artifact shows readiness.",
        months_in_scope=8,
    ),
    Part(
        "cannot_release", "000108", "Kinga Łęczycki", "Operations Kraków 0",
        "2017-03-01 hire 3; 2022-02-01 promotion 4", "55555",
        "Super-performer in a key role without a successor: too useful to be promoted.",
        flags=(PAST, TRAP), further=(TRAP,), unsure=(TRAP,), months_in_scope=52, key_role="yes",
    ),
    Part(
        "rates_higher", "000109", "Stanisław Piórkowski", "Customer Success Kraków 0",
        "2015-04-01 hire 3; 2020-05-01 lead 5", "33434",
        "Rates about a full step higher than comparable managers; the cause is unknown.",
    ),
    Part(
        "rates_lower", "000110", "Żaneta Krzemień", "Customer Success Kraków 1",
        "2014-10-01 hire 3; 2019-11-01 lead 5", "33343",
        "Rates about a full step lower than comparable managers; the cause is unknown.",
    ),
    Part(
        "region_with_few_people", "000111", "Suha Obeidin", "Account Management Dubai 0",
        "2022-03-01 hire 2; 2025-01-01 promotion 3", ".3443",
        "The only person in Jordan, in a region of fewer than twenty: most groups are hidden.",
        place="Amman",
    ),
    Part(
        "rating_unknown", "000112", "Heiko Weißkopf", "Software Engineering Munich 0",
        "2019-08-01 hire 2; 2023-11-01 promotion 3", "455--",
        "The two latest reviews hold no rating, so top performer is unknown, not no.",
        unknown=(STALLED,), months_in_scope=31,
    ),
    Part(
        "on_leave", "000113", "Flávia Nóbrega", "Software Engineering Curitiba 0",
        "2021-08-01 hire 2; 2023-10-01 promotion 3; 2026-02-01 leave", ".344.",
        "On leave since February 2026: the last rating is too old to say anything about today.",
        unknown=(STALLED, STALL), further=(STALL,),
    ),
    Part(
        "rehire", "000114", "Caleb Whitlock", "Software Engineering Denver 0",
        "2019-02-01 hire 3; 2023-03-31 exit voluntary; 2023-09-01 rehire 3", "44.55",
        "Left in March 2023, came back to the same role in September: every clock began again.",
        flags=(STALLED,), months_in_scope=33,
    ),
    Part(
        "boomerang", "000115", "Anouk Brinkhof", "Data Science Utrecht 0",
        "2017-06-01 hire 3; 2022-05-31 exit voluntary; 2024-10-01 rehire 5", "5..45",
        "Left in 2022 and came back two levels higher in 2024.",
        notices=(APPROACHING,), months_in_scope=20,
    ),
    Part(
        "acting", "000116", "Priscila Taváres", "Customer Success Curitiba 0",
        "2019-07-01 hire 2; 2022-03-01 promotion 3; 2025-11-01 acting 2026-03-31", "44455",
        "Stood in as team lead for five months; acting of 90 days or more restarts the scope.",
    ),
    Part(
        "scope_expanded", "000117", "Torben Nüßlein", "Legal Berlin 0",
        "2018-04-01 hire 3; 2021-09-01 promotion 4; 2025-04-01 lead 4", "44555",
        "Same level since 2021, but leads a team since April 2025: the scope clock began again.",
        months_in_scope=14,
    ),
    Part(
        "exactly_24_months", "000118", "Jada Langstone", "Software Engineering Austin 0",
        "2020-10-01 hire 2; 2024-06-30 promotion 3", "34455",
        "Exactly 24 completed months: the first day of the window.",
        flags=(STALLED,), months_in_scope=24,
    ),
    Part(
        "one_day_below_24", "000119", "Reid Holloway", "Software Engineering Austin 1",
        "2020-10-01 hire 2; 2024-07-01 promotion 3", "34455",
        "One day short of 24 months: still approaching.",
        notices=(APPROACHING,), months_in_scope=23,
    ),
    Part(
        "exactly_36_months", "000120", "Bram Dijkgraaf", "Software Engineering Utrecht 0",
        "2019-10-01 hire 2; 2023-06-30 promotion 3", "34455",
        "Exactly 36 completed months: the last month of the window.",
        flags=(STALLED,), months_in_scope=36,
    ),
    Part(
        "37_months", "000121", "Tess Veldkamp", "Software Engineering Utrecht 0",
        "2019-10-01 hire 2; 2023-05-30 promotion 3", "34455",
        "37 completed months: past the window.", flags=(PAST,), months_in_scope=37,
    ),
    Part(
        "exactly_18_months", "000122", "Hazel Northcott", "Analytics Austin 0",
        "2021-09-01 hire 1; 2024-12-30 promotion 2", ".4455",
        "Exactly 18 completed months: the notice begins.",
        notices=(APPROACHING,), months_in_scope=18,
    ),
    Part(
        "below_18_months", "000123", "Wesley Underhill", "Analytics Austin 0",
        "2021-09-01 hire 1; 2025-01-01 promotion 2", ".4455",
        "17 completed months: nothing to say yet.", months_in_scope=17,
    ),
)  # fmt: skip
