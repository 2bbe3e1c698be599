"""Headers that say in their own words that they number people: empleado_id, EmployeID, Nr. MA."""

from components.settings import header_words

_NUMBER = frozenset(
    {"id", "ids", "no", "nr", "num", "number", "nummer", "numero", "número", "numéro", "n°", "nº"}
    | {"code", "codigo", "código", "key", "identifier", "identificador", "identifiant"}
)
_EMPLOYEE = frozenset(
    {"employee", "employe", "employé", "employée", "emp", "empl", "staff", "worker", "associate"}
    | {"mitarbeiter", "mitarbeitende", "personal", "personen", "empleado", "trabajador"}
    | {"colaborador", "colab", "funcionario", "funcionário", "empregado", "salarie", "salarié"}
    | {
        "intern",
        "trainee",
        "apprentice",
        "praktikant",
        "azubi",
        "becario",
        "stagiaire",
        "estagiario",
    }
    | {"collaborateur", "karyawan", "pegawai", "medewerker", "dipendente", "pracownik", "calisan"}
)
_BETWEEN = frozenset({"de", "do", "del", "des", "der", "of", "the", "du", "el"})


def numbers_people(header: str) -> bool:
    """Whether a header is a word for employee with a word for number, and nothing else.

    >>> numbers_people("empleado_id"), numbers_people("EmployeID"), numbers_people("role_id")
    (True, True, False)
    >>> numbers_people("Número de empleado"), numbers_people("num"), numbers_people("manager no")
    (True, False, False)
    """
    words = set(header_words(header).replace(".", " ").split()) - _BETWEEN
    return bool(words & _NUMBER) and bool(words & _EMPLOYEE) and words <= _NUMBER | _EMPLOYEE


def says_number(header: str) -> bool:
    """Whether a header says number and nothing more: "num", "Nr."."""
    words = set(header_words(header).replace(".", " ").split())
    return bool(words) and words <= _NUMBER
