"""What invented ib'ers write about their assignment, their school and their scan."""

import numpy as np
import pandas as pd

from ibreflect.model.assignment import VISION_QUESTION, note_topic

ASSIGNMENT = {
    "opdracht:school": (
        "Rust en een vaste lijn. We zijn aan te veel dingen tegelijk begonnen.",
        "Een gezamenlijke aanpak voor lezen, van groep 1 tot en met groep 8.",
        "Meer samenwerking tussen de bouwen. Nu lost iedereen het in de eigen groep op.",
        "Duidelijke afspraken over wat de basis is in elke klas.",
        "Tijd om af te maken wat we vorig jaar hebben afgesproken.",
        "Een team dat van elkaar durft te leren, ook als het niet goed gaat.",
        "Minder papier en meer gesprek over wat er in de les gebeurt.",
        "Een doorgaande lijn voor rekenen. De overgang van groep 5 naar 6 is groot.",
        "Zicht op wat werkt. We doen veel, maar kijken weinig terug.",
        "Nieuwe leraren die snel weten hoe wij hier werken.",
    ),
    "opdracht:leerlingen": (
        "Voorspelbaarheid. Voor een deel van onze leerlingen is het thuis onrustig.",
        "Veel taal: bijna de helft spreekt thuis geen Nederlands.",
        "Uitdaging. Er zijn veel kinderen die meer aankunnen dan we vragen.",
        "Hoge verwachtingen, ook van wie het van huis uit moeilijker heeft.",
        "Ruimte om te bewegen en buiten te leren.",
        "Dat we ze echt zien en er de tijd voor nemen.",
        "Hulp bij samen spelen en samen werken.",
        "Ouders en school die hetzelfde verhaal vertellen.",
        "Rustige lessen met een heldere uitleg.",
        "Een goede overstap naar de middelbare school.",
    ),
    "opdracht:schoolleider": (
        "Dat ik meedenk over de koers en niet alleen over leerlingen.",
        "Dat ik de zorg regel, zodat de rest door kan.",
        "Een eerlijk beeld van hoe we ervoor staan, twee keer per jaar.",
        "Dat ik het team meeneem in de analyse van de opbrengsten.",
        "Dat ik nieuwe leraren begeleid in hun eerste jaar.",
        "Eigenlijk weet ik dat niet precies. Daar gaan we het dit schooljaar over hebben.",
        "Dat ik er ben als er iets mis dreigt te gaan.",
        "Een plan voor de ontwikkeling van het leesonderwijs.",
        "Vervanging als de schoolleider op de andere locatie is.",
        "Dat ik tegenspraak geef als we te snel gaan.",
    ),
    "opdracht:collegas": (
        "Ze komen bij mij met leerlingen over wie ze zich zorgen maken.",
        "Meekijken in de klas en daarna rustig napraten.",
        "Snel antwoord, het liefst vandaag nog.",
        "Hulp bij gesprekken met ouders die lastig kunnen worden.",
        "Uitleg over de toetsen: wat zie ik hier eigenlijk?",
        "Iemand die naast hen staat en geen oordeel heeft.",
        "Dat ik het regel. Ik zou willen dat ze vaker elkaar vragen.",
        "Contact met de mensen buiten de school.",
        "Een luisterend oor aan het eind van de dag.",
        "Hulp bij het kiezen van een haalbaar doel.",
    ),
    "opdracht:kracht": (
        "Luisteren, en dan de vraag stellen waar het om draait.",
        "Overzicht houden. Ik weet wat er speelt en wie wat doet.",
        "Cijfers omzetten in een verhaal dat het team begrijpt.",
        "Mensen bij elkaar brengen die elkaar nodig hebben.",
        "Ik blijf rustig als het spannend wordt, ook met ouders erbij.",
        "Doorvragen zonder dat het een verhoor wordt.",
        "Ik ken de lessen goed, omdat ik zelf lang voor de klas stond.",
        "Afspraken op papier zetten en erop terugkomen.",
        "Enthousiasme. Ik krijg collega's mee.",
        "Zien wat een leraar al goed doet.",
    ),
    "opdracht:wens": (
        "Vaker in de klassen zijn en minder achter de computer.",
        "Minder losse hulpvragen en meer samen leren in de bouwen.",
        "Beter worden in het lezen van gegevens.",
        "Een vast moment met de schoolleider, elke twee weken.",
        "Het gesprek over kwaliteit bij het team neerleggen.",
        "Minder doen voor anderen en meer doen met anderen.",
        "Een keer op een andere school meekijken.",
        "Meer tijd voor studie. Er is zoveel nieuws over lezen.",
        "Dat de zorg niet elke week alle andere plannen opeet.",
        "Leren om nee te zeggen, vriendelijk en op tijd.",
    ),
    VISION_QUESTION.topic: (
        "Ieder kind leert hier elke dag iets nieuws, en wij ook.",
        "Een school waar je elkaar kent en elkaar helpt.",
        "Hoge verwachtingen, met een warme hand.",
        "Wij leren kinderen om zelf te kiezen en daarvoor te staan.",
        "Eerst de basis op orde, dan de wereld in.",
        "Samen leren in een groep waarin iedereen erbij hoort.",
        "Nieuwsgierig zijn, doorzetten en voor elkaar zorgen.",
        "Een rustige plek waar je goed leert lezen, schrijven en rekenen.",
    ),
}

_NOTES = {
    "learning_coordinator": (
        "Dit jaar staat samen lessen voorbereiden op het rooster. Dat scheelt.",
        "Ik stel nu eerst een vraag voordat ik met een oplossing kom.",
        "Klassenbezoeken schieten erbij in als er iemand ziek is.",
        "De studiedag over lezen ging echt over de inhoud. Dat wil ik vasthouden.",
        "Collega's met een specialisme komen nog te weinig bij een ander in de klas.",
        "Ik wil mijn hulp sneller afbouwen. Nu blijf ik te lang betrokken.",
    ),
    "trend_analyst": (
        "De analyse maak ik nog vaak alleen. Volgende keer met de bouwen samen.",
        "Het team begint zelf vragen te stellen bij de cijfers.",
        "We stellen doelen, maar komen er te weinig op terug.",
        "Nog wennen aan het nieuwe leerlingvolgsysteem.",
        "In de schoolbespreking was elke bouw een half uur aan zet. Dat werkte.",
        "Ik wil van veel cijfers naar één punt dat nu telt.",
    ),
    "care_director": (
        "De leraar voert het gesprek met ouders, ik zit ernaast. Dat gaat steeds beter.",
        "Veel tijd naar aanvragen. Dat ziet bijna niemand.",
        "Het overzicht van de ondersteuning is nu voor iedereen te vinden.",
        "Ik neem nog te snel over wat bij de groep hoort.",
        "Het contact met het samenwerkingsverband loopt prettig.",
        "Kleine doelen helpen. Dan zie je na zes weken of het werkt.",
    ),
    "role_overlap": (
        "Drie hulpvragen over hetzelfde onderwerp: daar maken we een studiemiddag van.",
        "Hier ligt voor mij de winst: de zorg als aanleiding om samen te leren.",
        "De grote lijn heb ik wel in mijn hoofd, maar het team ziet die nog niet.",
        "Iedereen weet nu waar we dit jaar aan werken.",
        "Ik merk dat de rollen elkaar versterken als ik er rust voor neem.",
        "Wie wat doet bij een verbetering, leg ik beter vast dan vorig jaar.",
    ),
}
_NOTES_ELSEWHERE = (
    "Hier wil ik het met de schoolleider over hebben.",
    "Dit herken ik. Het kost tijd om het anders te doen.",
    "Volgend jaar kijk ik of dit veranderd is.",
)

_OF_THE_SCHOOL = {VISION_QUESTION.topic, "opdracht:leerlingen"}
"""Topics to which the answer stays the same over the years."""

_WRITES, _PER_QUESTION, _PER_NOTE = 0.4, 0.65, 0.35


def texts(
    rng: np.random.Generator, scale_ids: tuple[str, ...], rounds: pd.DataFrame
) -> pd.DataFrame:
    """What is written in part of the rounds: row (number of the round), topic, body.

    `rounds` says per round the school and whether its person is talkative and writes everything;
    others write something in four rounds out of ten.
    """
    notes = {note_topic(scale): _NOTES.get(scale, _NOTES_ELSEWHERE) for scale in scale_ids}
    count, talkative = len(rounds), rounds["talkative"].to_numpy(dtype=bool)
    writes = rng.random(count) < _WRITES
    parts = []
    for topic, bank in {**ASSIGNMENT, **notes}.items():
        share = _PER_NOTE if topic in notes else _PER_QUESTION
        chosen = (writes & (rng.random(count) < share)) | talkative
        # Along the bank from a random start, so that nobody writes the same twice in a row.
        along = rounds["school"].to_numpy() if topic in _OF_THE_SCHOOL else np.arange(count)
        places = rng.integers(len(bank)) + along
        bodies = np.array(bank, dtype=object)[places % len(bank)]
        rows = np.flatnonzero(chosen)
        parts.append(pd.DataFrame({"row": rows, "topic": topic, "body": bodies[rows]}))
    return pd.concat(parts, ignore_index=True)
