"""What Marleen talks about with the coach Yasmin and with the visieteam, and ten years of goals."""

from typing import NamedTuple

from ibreflect.model.goal import Outcome
from ibreflect.model.sharing import Part
from ibreflect.usecases.demo.talk import Aim, Prepared, Talk

COACHED = Talk(
    "coachgesprek",
    Prepared(
        {
            "vraag-iber": "Hoe houd ik ruimte voor wat belangrijk is, als er steeds iets bij komt?",
            "moment-iber": "Een bouw vroeg mij om een besluit. Ik gaf het niet, en toen nam "
            "niemand het.",
            "verder-iber": "Ik wil dat de bouwen het gesprek over de lessen zelf leiden.",
        },
        parts=(Part.ROLES, Part.OVERLAP),
    ),
    Prepared(
        {
            "vraag-ander": "Wat gebeurt er als jij een week niets regelt?",
            "school-ander": "Hoe kiezen jullie wat je niet doet?",
        }
    ),
    said={
        "inrichting": "De ochtenden gaan op aan losse vragen. De middagen zijn van het werk dat "
        "blijft.",
        "doel": "Het werk is geslaagd als een bouw zonder ib'er tot een besluit komt.",
        "taken": "Vier projecten tegelijk. Twee daarvan horen bij het team.",
        "mensen": "Wachten is ook een manier van helpen, als je zegt dat je wacht.",
        "verder": "Deze maand één bouwvergadering bijwonen zonder iets te zeggen.",
    },
    aims=(
        Aim(
            "Ik geef twee projecten over aan een bouw, met een dag waarop we terugkijken.",
            "Met beide bouwen bespreken wat ze daarvoor nodig hebben.",
            "De bouw zet het onderwerp zelf op de agenda.",
            "De coach, die halverwege een keer belt.",
            "Vraagt door als ik het weer naar me toe trek.",
            220,
        ),
    ),
)
COACH_NOTE = (
    "Voor mezelf: ik vulde twee stiltes op met een eigen idee. De volgende keer langer wachten en "
    "de kaart over hoofdwerk al bij het begin op tafel leggen. Niet meer dan drie thema's; bij het "
    "vierde was de tijd op."
)
NEXT_OWNER = Prepared(
    {
        "vraag-iber": "Wanneer weet ik dat ik te vroeg loslaat?",
        "moment-iber": "De bouw die een project overnam, liep vast en kwam niet terug bij mij.",
    },
    parts=(Part.ROLES,),
    is_ready=False,
)
NEXT_COACH = Prepared(
    {"vraag-ander": "Wat zag je gebeuren op het moment dat je niets deed?"}, is_ready=False
)

VISION = Talk(
    "visieteam",
    said={
        "visie": "Onderwerp: huiswerk in de hoogste groepen. Het past bij leren plannen, niet bij "
        "gelijke kansen. Leerlingen die thuis geen rustige plek hebben, lopen achterstand op.",
        "keuzes": "We geven geen huiswerk voor het cijfer. Een huiswerkuur op school doen we nu "
        "nog niet; daar kijken we na de zomer naar.",
    },
)


class PastGoal(NamedTuple):
    """A goal of a school year that is over: how it ended, and a note on the way."""

    behaviour: str
    evidence: str
    note: str
    outcome: Outcome
    effect: str


# From ten years ago until last year.
GOALS = (
    PastGoal(
        "Ik bespreek elke groep drie keer per jaar met de leraar.",
        "Van elke groep liggen er drie verslagen.",
        "Twee keer is gelukt, de derde werd een kort gesprek op de gang.",
        Outcome.PARTLY,
        "Leraren weten beter wie van hun leerlingen meer nodig heeft.",
    ),
    PastGoal(
        "Ik maak één plek voor alle plannen, die iedereen kan vinden.",
        "Niemand vraagt mij meer waar een plan staat.",
        "De mappen staan klaar. Nu nog gebruiken.",
        Outcome.REACHED,
        "Invallers lezen het plan voordat ze beginnen. De leerlingen merken dat het doorgaat.",
    ),
    PastGoal(
        "Ik ga bij elke leraar twee keer kijken in de les.",
        "Elk bezoek heeft een nagesprek.",
        "Zonder kijkvraag voelt het als controle.",
        Outcome.CHANGED,
        "Het werd: alleen kijken als de leraar een vraag heeft.",
    ),
    PastGoal(
        "Ik kijk alleen mee met een kijkvraag van de leraar.",
        "Bij elk bezoek staat de vraag vooraf op papier.",
        "Er komen minder vragen, wel betere.",
        Outcome.REACHED,
        "Een leraar veranderde de start van de les; de groep begint sneller.",
    ),
    PastGoal(
        "Ik betrek de nieuwe schoolleider bij de analyse van de resultaten.",
        "De analyse staat op twee namen.",
        "Eerste versie samen geschreven, in een uur.",
        Outcome.REACHED,
        "In het team gaat het over keuzes en niet meer over wie de cijfers maakte.",
    ),
    PastGoal(
        "Ik draag het werk op deze school over aan het team.",
        "Elke bouw kan vertellen wat er loopt.",
        "De helft staat op papier.",
        Outcome.PARTLY,
        "Twee bouwen leiden hun eigen groepsbespreking.",
    ),
    PastGoal(
        "Ik leer deze grote school kennen zonder meteen iets te veranderen.",
        "Na een half jaar ken ik van elke bouw één sterke kant.",
        "Moeilijk: iedereen vraagt wat ik ga doen.",
        Outcome.PARTLY,
        "Het team zegt dat er geluisterd wordt. In de lessen is nog niets anders.",
    ),
    PastGoal(
        "Ik maak van drie overleggen één.",
        "Er staat nog één overleg per twee weken in het rooster.",
        "Niet iedereen wil een overleg kwijt.",
        Outcome.NOT_REACHED,
        "",
    ),
    PastGoal(
        "Ik stel in gesprekken twee keer zoveel vragen als ik antwoorden geef.",
        "Een collega telt een keer mee.",
        "Geteld: vijf vragen, vier antwoorden.",
        Outcome.REACHED,
        "Leraren komen terug om te vertellen wat ze probeerden.",
    ),
    PastGoal(
        "Ik laat de bouwen kiezen waar ze aan werken, binnen twee ambities.",
        "Op elke agenda staat een keuze van de bouw zelf.",
        "Eén bouw koos iets wat ik nooit had bedacht.",
        Outcome.REACHED,
        "De bouwen kijken bij elkaar. Leerlingen vertellen waar ze aan werken.",
    ),
)
NOW_GOAL = Aim(
    "Ik woon elke maand een bouwvergadering bij waarin ik alleen luister.",
    "De bouw vooraf vertellen waarom.",
    "De bouw besluit zonder naar mij te kijken.",
    "De bouwcoördinator.",
    "",
    95,
)
NOW_NOTE = "Eén keer gedaan. Na tien minuten keek er niemand meer mijn kant op."
REFLECTION = {
    "reflectie:waarom": "Ik begon om kinderen te helpen. Nu help ik vooral volwassenen om te "
    "leren, en daar hebben meer kinderen iets aan.",
    "reflectie:verandering": "Een school verandert op de dag dat mensen bij elkaar naar binnen "
    "lopen. De rest is papier.",
}
