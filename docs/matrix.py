"""Write weergave.md, what is shown of how many answers: `python -m docs.matrix`."""

from pathlib import Path

from ibreflect.measure import display
from ibreflect.measure.disclosure import DETAIL_FLOOR, FLOOR, FLOORS, TEXT_FLOOR
from ibreflect.measure.dutch import number_word
from ibreflect.model.questionnaire import RaterGroup

PATH = Path(__file__).with_name("weergave.md")

_PAGE = """\
# Wat te zien is van hoeveel antwoorden

Deze bladzijde maakt `python -m docs.matrix` uit dezelfde functies als de schermen; een test let
op dat zij gelijk blijven. De regels staan in `ibreflect/measure/disclosure.py`, de woorden in
`ibreflect/measure/display.py`.

## Vanaf hoeveel mensen

| groep | te zien vanaf |
|---|---|
| leraren | {teacher} |
| collega's: collega-ib'er, expert-leraar, bouwcoördinator | {colleague} |
| bestuur en samenwerkingsverband | {board} |
| ouders | {parent} |

- De ib'er kan deze drempels hoger zetten voordat het vragen begint, nooit lager. Leraren,
  collega's en bestuur houden samen één drempel. Daarna liggen ze vast, en wie antwoordt leest ze
  vooraf.
- De drempel geldt voor de groep, en nog eens voor elke stelling: wie *kan ik niet beoordelen*
  koos, telt bij die stelling niet mee.
- Van nul, een of twee mensen staat er niets, ook niet hoeveel het er waren.
- De schoolleider antwoordt op naam en telt in geen groep mee.

## Per combinatie

Leraren en collega's zijn allebei gevraagd, met de laagste drempels; de getallen zijn wie
antwoordde. De twee groepen zijn gelijk, dus drie leraren en één collega laat hetzelfde zien als
één leraar en drie collega's. Bestuur en samenwerkingsverband doen mee zoals collega's. Ouders
worden nooit samengevoegd.

{table}

- Zijn leraren, collega's of bestuur met te weinig, dan gaan zij samen verder als *overige
  collega's*. Is dat nog te weinig, dan sluiten de collega's aan, of anders de leraren. Zo staat elk
  antwoord in precies één getal, en valt er niets af te trekken. Een totaal over alle groepen is
  er nooit.
- Van groepen die samengaan, staat er nooit hoeveel mensen het precies zijn, alleen hoeveel
  minstens, en ook geen verdeling. Toch kan wie weet hoe weinig mensen gevraagd zijn, soms zien
  dat iemand meedeed; nooit wat die zei.
- Een groep die gevraagd is en waarvan niemand antwoordde, telt als een groep met te weinig.
  Daarom gaan zes leraren op in *overige collega's* als er ook een collega gevraagd is: anders
  vertelde de indeling wie er antwoordde.
- Is maar één groep gevraagd, dan houdt die haar eigen naam.

## Wat er per groep staat

- **Gemiddelde**, met één cijfer achter de komma, vanaf de drempel.
- **Eensgezind of verdeeld, laagste en hoogste, verdeling**, vanaf {detail} getallen bij die
  stelling. Met minder is uit die getallen samen vaak af te lezen wie wat koos.
- **Kozen allen hetzelfde uiteinde van de schaal**, dan staat er *minstens* of *hoogstens*: het
  gemiddelde alsof één van hen een stap anders koos. Hetzelfde staat er als er echt één een stap
  anders koos, dus van niemand is bekend wat die antwoordde.
- **Kozen allen hetzelfde**, dan zijn laagste en hoogste een stap ruimer.
- **De verdeling** staat er als minstens {floor} mensen iets anders kozen dan het antwoord dat het
  vaakst gekozen is.
- **Onzichtbaar werk**: meer dan de helft van een groep die de drempel haalt, kan het niet
  beoordelen.
- **Teksten** staan er als minstens {text} mensen bij die vraag iets schreven, van alle groepen
  door elkaar en in willekeurige volgorde. Wat de schoolleider schrijft, staat op naam.

Alles wordt één keer opgemaakt, als het vragen sluit. Daarvoor is er niets te zien dan of een
groep haar drempel haalde, één keer per dag.

## Wie zelf antwoordde, weet meer

De regels gaan uit van een lezer die zelf geen antwoord gaf, zoals de ib'er. Wie wel antwoordde,
kent één antwoord meer. Van drie mensen is het gemiddelde met één cijfer achter de komma
nauwkeurig genoeg om de som terug te rekenen. Ziet een van die drie het, dan weet die na aftrek
van het eigen antwoord wat de andere twee samen kozen; is dat 2 of 10, dan kent die ze allebei.
Spreken twee van de drie met elkaar, dan weten zij het antwoord van de derde.

Dat is niet weg te rekenen zonder ook de ib'er minder te laten zien. Daarom het advies: vraag in
elke groep minstens {advised} mensen, zet de drempel op {advised} als dat kan, en laat getallen
van een kleinere groep niet zien aan wie erin antwoordde.
"""


def page() -> str:
    """The whole page, with the numbers that the code uses."""
    return _PAGE.format(
        teacher=FLOORS[RaterGroup.TEACHER],
        colleague=FLOORS[RaterGroup.COLLEAGUE],
        board=FLOORS[RaterGroup.BOARD],
        parent=FLOORS[RaterGroup.PARENT],
        table=_table(),
        detail=number_word(DETAIL_FLOOR),
        floor=number_word(FLOOR),
        text=number_word(TEXT_FLOOR),
        advised=number_word(DETAIL_FLOOR),
    )


def _table() -> str:
    lines = ["| leraren | collega's | wat je ziet |", "|---|---|---|"]
    for row in display.matrix():
        numbers = (row.counts[RaterGroup.TEACHER], row.counts[RaterGroup.COLLEAGUE])
        lines.append(f"| {numbers[0]} | {numbers[1]} | {display.in_words(row)} |")
    return "\n".join(lines)


def main() -> None:
    """Write the page."""
    PATH.write_text(page(), encoding="utf-8")
    print(PATH)


if __name__ == "__main__":
    main()
