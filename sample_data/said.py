"""What reviews say: comments of the stories by cycle, and short ones for everybody else."""

COMMENTS: dict[str, dict[str, str]] = {
    "stalled_star": {
        "2024": "Carried the billing rewrite. The next level is the topic for next year.",
        "2025": "Outstanding again. The promotion will be brought up in the next cycle.",
        "2026": "Again the strongest result of the team. Promotion planned for the next cycle.",
    },
    "past_window": {"2026": "Largest renewals of the region, third year in the same accounts."},
    "application_rejected": {"2026": "Reached the final round for the platform role."},
    "recommended_twice": {
        "2025": "Recommended for the next level; no opening in this year's budget.",
        "2026": "Recommended again; works at the next level for a year.",
    },
    "specialist_never_applied": {
        "2025": "Everybody asks here first when the network is concerned.",
        "2026": "Did not apply for the lead role: the work with the systems is what matters.",
    },
    "promoted_because_asked": {
        "2024": "Asked for the next level in each conversation.",
        "2025": "Asked again; examples of work at the next level are still to be collected.",
        "2026": "Promoted in October. Still growing into coaching and planning.",
    },
    "cannot_release": {
        "2024": "Only person who knows the settlement process end to end.",
        "2026": "We cannot release this role at present: nobody else can run the settlement.",
    },
    "rating_unknown": {
        "2025": "Rating postponed because of the change of manager.",
        "2026": "Rating still open.",
    },
    "acting": {"2026": "Led the team well while the lead was away."},
    "scope_expanded": {"2026": "First year as lead of the team; decisions are quicker now."},
    "declined_offer": {"2026": "Declined the larger role for now; would like to talk next year."},
    "left_people_leadership": {"2026": "Glad to be back in technical work; mentors two people."},
    "two_flags": {"2026": "Case for the next level was not accepted by the panel."},
}

GENERAL: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "low": (
            "Two of four goals were missed; agreed to review priorities every month.",
            "Deadlines slipped in the second half; support from a second person was arranged.",
        ),
        "mid": (
            "Delivered what was agreed. Next step: present results outside the team.",
            "Reliable work on the running projects; documentation has improved.",
            "Good year. Would profit from a project with another department.",
            "Goals reached. Reports could be shorter and earlier.",
        ),
        "high": (
            "Raised the standard of the team; others copy the way of working.",
            "Solved the migration that two teams had given up.",
            "Customers ask for this person by name.",
        ),
    },
    "de": {
        "low": ("Zwei Ziele wurden verfehlt; wir prüfen die Prioritäten jeden Monat.",),
        "mid": ("Zuverlässige Arbeit, Absprachen wurden eingehalten.",),
        "high": ("Hat die Qualität im ganzen Bereich spürbar gehoben.",),
    },
    "es": {
        "low": ("Faltaron dos objetivos; acordamos revisar las prioridades cada mes.",),
        "mid": ("Cumplió lo acordado; el siguiente paso es un proyecto con otra área.",),
        "high": ("Resolvió la migración que dos equipos habían abandonado.",),
    },
    "pt": {
        "low": ("Duas metas não foram atingidas; combinamos uma revisão mensal.",),
        "mid": ("Entregou o combinado; próximo passo: um projeto com outra área.",),
        "high": ("Elevou o padrão da equipe; outros seguem o mesmo método.",),
    },
}

LANGUAGES = {
    "Germany": "de",
    "Spain": "es",
    "Mexico": "es",
    "Colombia": "es",
    "Brazil": "pt",
}
