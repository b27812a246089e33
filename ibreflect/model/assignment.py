"""Mijn opdracht: what frames a scan. The six questions and the context card of the school."""

from typing import NamedTuple


class Question(NamedTuple):
    """An open question; `topic` is the key under which its answer is kept."""

    topic: str
    text: str
    hint: str


ASSIGNMENT_QUESTIONS = (
    Question(
        "opdracht:school",
        "Wat heeft onze school nodig?",
        "Bijvoorbeeld: rust, een gezamenlijke aanpak voor lezen, meer samenwerking.",
    ),
    Question(
        "opdracht:leerlingen",
        "Wat vragen onze leerlingen van ons?",
        "Denk aan de buurt, de thuissituaties en wat leerlingen meebrengen.",
    ),
    Question(
        "opdracht:schoolleider",
        "Wat vraagt de schoolleider van mij?",
        "Ook als dat nog niet hardop is gezegd.",
    ),
    Question(
        "opdracht:collegas",
        "Wat vragen mijn collega's van mij?",
        "Waar komen zij voor bij je?",
    ),
    Question(
        "opdracht:kracht",
        "Waar ben ik goed in?",
        "Wat gaat je gemakkelijk af, en merken anderen dat?",
    ),
    Question(
        "opdracht:wens",
        "Wat wil ik zelf?",
        "Waar wil je dit jaar meer van, en waar minder?",
    ),
)

VISION_QUESTION = Question(
    "context:visie",
    "Waar staat onze school voor, in één of twee zinnen?",
    "In je eigen woorden; het hoeft niet uit het schoolplan te komen.",
)


class ContextField(NamedTuple):
    """A closed question of the context card; `options` maps a kept id to the words on screen."""

    field: str
    question: str
    options: dict[str, str]


CONTEXT_FIELDS = (
    ContextField(
        "leerlingen",
        "Hoeveel leerlingen heeft de school?",
        {
            "tot100": "tot en met 100",
            "101_200": "101 tot en met 200",
            "201_500": "201 tot en met 500",
            "boven500": "meer dan 500",
        },
    ),
    ContextField(
        "schoolweging",
        "Wat is de schoolweging?",
        {
            "onder27": "lager dan 27",
            "27_30": "27 tot 30",
            "30_33": "30 tot 33",
            "vanaf33": "33 of hoger",
            "onbekend": "weet ik niet",
        },
    ),
    ContextField(
        "omgeving",
        "Waar staat de school?",
        {"dorp": "dorp of platteland", "stad": "stad", "grote_stad": "grote stad"},
    ),
    ContextField(
        "fase",
        "In welke fase is de schoolontwikkeling?",
        {
            "zoeken": "we zoeken een nieuwe richting",
            "beginnen": "we zijn net begonnen",
            "bouwen": "we bouwen stap voor stap",
            "borgen": "we houden vast wat werkt",
        },
    ),
    ContextField(
        "experts",
        "Zijn er leraren met een specialisme, zoals gedrag, lezen of het jonge kind?",
        {"geen": "nog niet", "enkele": "enkele", "veel": "ja, op de meeste gebieden"},
    ),
    ContextField(
        "aanwezigheid",
        "Hoe vaak is de schoolleider op school?",
        {
            "elke_dag": "bijna elke dag",
            "enkele_dagen": "enkele dagen per week",
            "een_dag": "een dag per week of minder",
        },
    ),
    ContextField(
        "nieuwe_schoolleider",
        "Is er sinds je vorige scan een andere schoolleider gekomen?",
        {"nee": "nee", "ja": "ja"},
    ),
    ContextField(
        "tijd",
        "Hoeveel tijd heb je per week voor dit werk?",
        {
            "tot1": "tot en met 1 dag",
            "tot2": "meer dan 1 tot en met 2 dagen",
            "tot3": "meer dan 2 tot en met 3 dagen",
            "boven3": "meer dan 3 dagen",
        },
    ),
    ContextField(
        "ibers",
        "Hoeveel ib'ers heeft de school?",
        {"een": "ik ben de enige", "twee": "twee", "meer": "drie of meer"},
    ),
    ContextField(
        "ervaring",
        "Hoe lang doe je dit werk?",
        {
            "onder2": "korter dan 2 jaar",
            "2_5": "2 tot en met 5 jaar",
            "6_10": "6 tot en met 10 jaar",
            "boven10": "langer dan 10 jaar",
        },
    ),
)


def note_topic(scale_id: str) -> str:
    """The topic under which the ib'er's own note beside a scale is kept."""
    return f"notitie:{scale_id}"


def note_question(scale_id: str, title: str) -> Question:
    """The question with which the note beside a scale is asked."""
    return Question(
        note_topic(scale_id),
        f"Wil je iets onthouden bij {title}? (hoeft niet)",
        "Bijvoorbeeld een moment waar je aan dacht. Alleen jij ziet dit.",
    )
