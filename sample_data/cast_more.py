"""The rest of the cast: namesakes, wishes, cases that must not be flagged."""

from sample_data.cast import FADING, PASSED, STALLED, Part

MORE: tuple[Part, ...] = (
    Part(
        "namesake_manager", "000124", "Rocío Villaseñor", "Account Management Guadalajara 0",
        "2016-02-01 hire 3; 2020-08-01 lead 4", "34333",
        "Shares the name with another manager: only the id tells them apart.",
    ),
    Part(
        "namesake_manager", "000125", "Rocío Villaseñor", "Software Engineering Guadalajara 0",
        "2017-11-01 hire 3; 2021-02-01 lead 4", "33434",
        "Shares the name with another manager: only the id tells them apart.",
    ),
    Part(
        "wish_unknown", "000126", "Elżbieta Dąbrówka", "Software Engineering Kraków 0",
        "2021-08-01 hire 2; 2024-02-01 promotion 3", ".4555",
        "Nobody ever asked about the next step: the wish is unknown, not 'stay'.",
        flags=(STALLED,), months_in_scope=28,
    ),
    Part(
        "rejected_long_ago", "000127", "Belén Ordóñez", "Analytics Valencia 0",
        "2020-09-01 hire 2; 2024-09-01 promotion 3", "33444",
        "An application rejected eight months ago is no flag any more, but still worth a talk.",
        notices=(FADING,), further=(FADING,), months_in_scope=21,
    ),
    Part(
        "recommended_then_promoted", "000128", "Quinn Merriweather", "Design Boston 0",
        "2020-05-01 hire 2; 2026-04-01 promotion 3", "34444",
        "Recommended twice and promoted right after: not passed over.",
        recommended=("2025", "2026"), months_in_scope=2,
    ),
    Part(
        "stalled_and_gone", "000129", "Ethan Ravenscroft", "Software Engineering Boston 0",
        "2019-03-01 hire 2; 2023-10-01 promotion 3; 2026-05-31 exit voluntary", "45555",
        "Was flagged for months and left a month ago: no longer judged.",
    ),
    Part(
        "declined_offer", "000130", "Conceição Abrantes", "Finance Curitiba 0",
        "2020-02-01 hire 2; 2024-03-01 promotion 3", "34444",
        "Declined a promotion for family reasons: declining is not being passed over.",
        months_in_scope=27,
    ),
    Part(
        "left_people_leadership", "000131", "Ulrike Zöllinger", "Software Engineering Berlin 1",
        "2015-05-01 hire 3; 2019-06-01 lead 5; 2024-02-01 demotion 4", "33444",
        "Led a team and went back to specialist work by own wish.", months_in_scope=28,
    ),
    Part(
        "new_joiner", "000132", "Wiebke Lüdering", "People Berlin 0",
        "2026-05-04 hire 3", ".....",
        "Joined in May 2026: the clock answers before a rating is needed; nobody could recommend.",
        unknown=(PASSED,), months_in_scope=1,
    ),
    Part(
        "retired_lead", "000133", "Günther Schürmann", "Legal Berlin 0",
        "2009-01-01 hire 3; 2016-01-01 lead 5; 2025-03-31 exit retirement", "3333.",
        "Retired in March 2025; a specialist of the team took over the lead.",
    ),
    Part(
        "two_flags", "000134", "Zoe Birchwell", "Marketing Boston 0",
        "2020-01-01 hire 2; 2024-01-01 promotion 3", "44555",
        "Top-rated for 29 months in one scope and turned down for a promotion in May 2026.",
        flags=(STALLED, PASSED), further=(PASSED,), months_in_scope=29,
    ),
    Part(
        "starts_on_the_last_day", "000135", "Leidy Quiceno", "Operations Medellín 0",
        "2026-06-30 hire 2", ".....",
        "The newest fact of all: the first day of work is the day of the export.",
        unknown=(PASSED,), months_in_scope=0,
    ),
)  # fmt: skip
