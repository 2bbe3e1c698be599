"""Unknown columns of job titles, told by the words that titles are made of."""

import re

from components.intake.recognise.look import Look, Proposal, counted
from components.tables import columns as col

_TITLES = frozenset(
    {
        "manager",
        "director",
        "president",
        "engineer",
        "analyst",
        "developer",
        "specialist",
        "officer",
    }
    | {"assistant", "coordinator", "supervisor", "technician", "consultant", "accountant", "clerk"}
    | {"administrator", "representative", "executive", "associate", "architect", "scientist"}
    | {"designer", "recruiter", "nurse", "teacher", "operator", "driver", "chief", "head", "lead"}
    | {
        "vp",
        "ceo",
        "cfo",
        "cto",
        "coo",
        "secretary",
        "advisor",
        "planner",
        "buyer",
        "intern",
        "rep",
    }
    | {"leiter", "leiterin", "sachbearbeiter", "sachbearbeiterin", "ingenieur", "entwickler"}
    | {"berater", "assistenz", "referent", "techniker", "kaufmann", "kauffrau", "geschäftsführer"}
    | {"directeur", "directrice", "responsable", "ingénieur", "assistante", "technicien", "chef"}
    | {"comptable", "chargé", "chargée", "développeur", "conseiller", "gestionnaire"}
    | {"gerente", "jefe", "jefa", "analista", "ingeniero", "ingeniera", "técnico", "coordinador"}
    | {"auxiliar", "asistente", "contador", "desarrollador", "operario", "vendedor", "especialista"}
    | {"diretor", "diretora", "engenheiro", "desenvolvedor", "coordenador", "assistente", "gestor"}
)
_MOSTLY = 0.6
_FEW = 3
_LONGEST = 80


def titled(look: Look) -> Proposal | None:
    """Texts most of which hold a word of job titles, several of them, where no title is known."""
    values = look.values
    if look.table not in ("people", "roles") or look.has(col.JOB_TITLE):
        return None
    if len(values.distinct) < _FEW or any(len(text) > _LONGEST for text in values.distinct):
        return None
    titles = sum(bool(_TITLES & set(_words(text))) for text in values.distinct)
    if titles < _MOSTLY * len(values.distinct):
        return None
    why = counted(titles, len(values.distinct), "different values hold words of job titles")
    return Proposal(look.table, col.JOB_TITLE, why, asked="Is this the job title?")


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())
