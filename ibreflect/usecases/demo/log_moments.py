"""Bumpy moments and effects in the logboeken of the example: of the work, and of no one person."""

from ibreflect.model.log import Place
from ibreflect.usecases.demo.log_entry import Told

MOMENTS = (
    Told(
        "Ik gaf een oplossing terwijl de leraar nog aan het vertellen was. Het gesprek viel stil.",
        "rollen",
        "Ik wilde snel helpen. Eigenlijk had ik nog geen idee wat de vraag was.",
        "De volgende keer eerst drie vragen stellen, en dan pas meedenken.",
    ),
    Told(
        "In de bouwvergadering bleef het stil toen ik vroeg wat de toetsen ons vertellen.",
        "toetsen",
        "Te veel tabellen op één blad. Niemand wist waar je moest beginnen.",
        "Eén grafiek meenemen, met één vraag erbij.",
    ),
    Told(
        "Voor schooltijd stonden er vier mensen met een vraag bij mijn deur.",
        "tijd",
        follow_up="Met het team een vast moment voor vragen afspreken.",
    ),
    Told(
        "Een ouder was boos omdat een afspraak in de klas niet was nagekomen. Ik wist van niets.",
        "ouders",
        "De afspraak stond alleen in het hoofd van wie hem maakte.",
    ),
    Told(
        "Ik beloofde een observatie en kwam er weer niet aan toe.",
        "tijd",
        "Spoed ging voor. Was het wel spoed?",
    ),
    Told(
        "Na een lesbezoek vroeg de leraar: was het goed? Daar wilde ik juist niet heen.",
        "lesgeven",
        "Vooraf hadden we geen kijkvraag afgesproken. Dan wordt kijken al snel beoordelen.",
        "Bij elk bezoek vooraf samen één kijkvraag kiezen.",
    ),
    Told(
        "Een groepsbespreking ging een uur lang over twee leerlingen en niet over de groep.",
        "ondersteuning",
        "De agenda begon bij zorgen. Beginnen bij het aanbod had geholpen.",
    ),
    Told(
        "Twee collega's hadden een andere aanpak voor dezelfde groep en keken allebei naar mij.",
        "team",
        "Ik koos niet, en dat voelde laf. Toch hoort de keuze bij hen.",
        "Samen aan tafel, met de vraag wat de groep nodig heeft.",
    ),
    Told("Ik hoorde achteraf dat er al een deskundige van buiten was gebeld.", "rollen"),
    Told(
        "Een plan van vorig jaar lag nog ongebruikt in de kast. Ik had er veel werk in zitten.",
        "anders",
        "Ik schreef het alleen. Het was nooit ons plan.",
    ),
    Told(
        "Het liep uit de hand op het plein en ik regelde het zelf. Daarna kwam het weer naar mij.",
        "gedrag",
        "Wie het overneemt, krijgt het vaker.",
        "Naast de collega gaan staan in plaats van ervoor.",
    ),
    Told(
        "De invaller wist niet welke aanpak we in deze groep afspraken.",
        "ondersteuning",
        follow_up="Eén blad per groep maken, en dat vooraan in de map zetten.",
    ),
    Told(
        "Ik zei ja op een extra toets, omdat iemand er zo op aandrong.",
        "toetsen",
        "Welke beslissing zou anders worden door die toets? Geen.",
    ),
    Told(
        "In het overleg met de schoolleider ging het alleen over het rooster.",
        "rollen",
        "De vraag die ik had meegenomen, kwam niet aan bod.",
        "Mijn vraag vooraf mailen en ermee beginnen.",
    ),
    Told(
        "Een leraar zei dat de sterke rekenaars zich vervelen. Ik had meteen een mapje klaar.",
        "niveaus",
        "Het mapje ligt nu naast de les. De les zelf veranderde niet.",
    ),
    Told("Drie oudergesprekken op één dag. Bij het laatste luisterde ik niet goed meer.", "ouders"),
    Told(
        "Een collega huilde na de les. Ik wist niet of ik moest troosten of doorvragen.",
        "lesgeven",
        "Stil blijven was genoeg.",
    ),
    Told(
        "De studiedag liep uit, en het deel waarin we zouden oefenen verviel.",
        "team",
        "Te veel verteld. Oefenen hoort voor de pauze.",
    ),
    Told(
        "Voor de derde keer dit jaar dezelfde vraag over dyslexie, van steeds een ander.",
        "ondersteuning",
        "Ik beantwoord losse vragen. Er is samen iets te leren.",
        "Een half uur in de bouwvergadering vragen.",
    ),
    Told(
        "Ik stelde een waarom-vraag en zag iemand in de verdediging schieten.",
        "team",
        "Vraag naar wat er gebeurde, niet naar waarom.",
    ),
    Told("Het dossier was niet bij toen de inspectie erom vroeg.", "tijd"),
    Told(
        "Ik merkte dat ik een les al had beoordeeld voordat ik binnen was.",
        "lesgeven",
        "Ik had de cijfers net gezien. Die kleurden mijn blik.",
    ),
    Told(
        "Het gesprek over de rekenresultaten werd een gesprek over leerlingen die er niet bij "
        "waren.",
        "toetsen",
        follow_up="Beginnen met de vraag wat wij zelf deden.",
    ),
    Told("Iemand vroeg waar ik eigenlijk over ga. Ik had geen kort antwoord.", "rollen"),
)

EFFECTS = (
    Told(
        "De leraar begint de les nu met een korte vraag over gisteren. Bijna alle vingers omhoog.",
        "lesgeven",
        place=Place.TEACHER,
    ),
    Told(
        "In de kring vraagt de leraar door voordat er een antwoord komt.",
        "lesgeven",
        place=Place.TEACHER,
    ),
    Told(
        "Leerlingen leggen elkaar uit hoe ze aan een antwoord komen.",
        "niveaus",
        place=Place.LEARNING,
    ),
    Told("Het wordt stil bij de instructie, ook achterin.", "gedrag", place=Place.LEARNING),
    Told(
        "Twee collega's gingen uit zichzelf bij elkaar kijken.",
        "team",
        "Ze vroegen mij alleen om de groep even over te nemen.",
        place=Place.TEAM,
    ),
    Told(
        "In de bouw ligt nu eerst het aanbod op tafel, en dan pas de namenlijst.",
        "ondersteuning",
        place=Place.TEAM,
    ),
    Told(
        "Een leraar kwam vertellen wat er werkte, zonder dat ik ernaar vroeg.",
        "lesgeven",
        place=Place.TEACHER,
    ),
    Told(
        "De rekenschriften laten zien dat er langer wordt nagedacht.",
        "niveaus",
        place=Place.LEARNING,
    ),
    Told(
        "Bij de oudergesprekken vertelden kinderen zelf wat ze leerden.",
        "ouders",
        place=Place.LEARNING,
    ),
    Told(
        "De bouw maakte zelf een plan uit de resultaten. Ik stelde alleen vragen.",
        "toetsen",
        place=Place.TEAM,
    ),
    Told(
        "De vraag kwam binnen met een lijstje van wat al was geprobeerd.",
        "rollen",
        place=Place.TEACHER,
    ),
    Told("Er wordt weer gelachen in de groep waar het zo zwaar was.", "gedrag", place=Place.TEAM),
    Told(
        "De weektaak heeft nu drie routes, en leerlingen kiezen zelf.",
        "niveaus",
        place=Place.LEARNING,
    ),
    Told(
        "De leraar stopte met het extra werkblad en geeft nu verlengde instructie.",
        "lesgeven",
        place=Place.TEACHER,
    ),
    Told(
        "Het leerteam nodigde mij uit met een eigen vraag op papier.",
        "team",
        place=Place.TEAM,
    ),
    Told("Minder kinderen haken af bij begrijpend lezen.", "lesgeven", place=Place.LEARNING),
    Told(
        "De overdracht ging dit jaar over wat werkt, niet over wat iemand heeft.",
        "ondersteuning",
        place=Place.TEAM,
    ),
    Told(
        "De leraar durfde te zeggen dat een les mislukte. We keken samen terug.",
        "team",
        place=Place.TEACHER,
    ),
)
