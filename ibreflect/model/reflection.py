"""Reflectievragen: what an ib'er asks themselves, each school year anew."""

from typing import NamedTuple

from ibreflect.model.assignment import Question
from ibreflect.model.source import Citation


class ReflectionAnswer(NamedTuple):
    """What was written in a school year, such as '2026/2027', at a question."""

    topic: str
    question: str
    school_year: str
    body: str

    @property
    def answer_id(self) -> str:
        """What tells it from the others of the same person."""
        return f"{self.topic}@{self.school_year}"


REFLECTION_QUESTIONS = (
    Question(
        "reflectie:waarom",
        "Waarom koos ik voor dit werk, en geldt dat nog?",
        "Wat gaf je energie toen je begon, en wat doet dat nu?",
    ),
    Question(
        "reflectie:verandering",
        "Wat weet ik van hoe mensen en scholen veranderen?",
        "Denk aan een verandering die lukte, of juist niet.",
    ),
    Question(
        "reflectie:weerstand",
        "Waar roep ik weerstand op, en wat kan ik daarvan leren?",
        "Wat wilde de ander misschien beschermen?",
    ),
    Question(
        "reflectie:kennis",
        "Hoe staat het met mijn kennis en vaardigheden?",
        "Wat heb je bijgeleerd, en wat is aan verversing toe?",
    ),
    Question(
        "reflectie:breedte",
        "Houd ik mijn rol te klein, bijvoorbeeld door vooral ondersteuning te regelen?",
        "Waar zou je meer ruimte kunnen nemen?",
    ),
)
REFLECTION_ORIGIN = Citation(
    "Interview met Tanja van Beukering over het werk van de ib'er, door Walter van de Calseyde "
    "(rond 2013)",
    ("167-174",),
)
"""Where the five questions come from; the wording is our own."""
