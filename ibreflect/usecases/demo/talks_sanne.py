"""What Sanne and the schoolleider Mark say to each other, and what Sanne writes apart.

A year ago they began: much was asked of Sanne and little was decided. Now Sanne wants to know where
the room is that Mark says there is.
"""

from ibreflect.model.conversation import Decision
from ibreflect.model.sharing import Part
from ibreflect.usecases.demo.talk import Aim, Prepared, Talk

_FIRST_OWNER = Prepared(
    written={
        "koers": "Ik wil minder regelen en vaker met leraren naar hun lessen kijken. Dit gesprek "
        "is geslaagd als we weten wat er dan af kan.",
        "vraag-iber": "Zie jij mij vooral als degene die zorg regelt, of ook als iemand die het "
        "team helpt om te leren?",
        "terugblik-iber": "Je kwam in je eerste weken mee naar de groepsbesprekingen en stelde "
        "vragen aan het team.",
        "vooruitblik-iber": "Een vast moment samen, en dat jij het team vertelt waar ik over ga.",
    },
    levels={
        "rollen": "2352",
        "mandaat": "433433321",
        "critical-friend": "3322",
        "positionering": "2332",
        "tandem": "43333",
    },
    week=((15, 50, 25, 10), (35, 30, 25, 10)),
    parts=(Part.ROLES, Part.OVERLAP),
)
_FIRST_PARTNER = Prepared(
    written={
        "goed-onderwijs": "Als leraren kunnen uitleggen waarom ze doen wat ze doen.",
        "hoe-ver": "We zijn op weg. Bij rekenen hoor ik al een gezamenlijk verhaal.",
        "aandacht": "Feedback in de les, en rust in de bouwen.",
        "wie-wat": "Sanne kijkt mee in de lessen. Ik zorg dat er tijd en vervanging is.",
        "vraag-ander": "Ben ik duidelijk genoeg over wat ik van je verwacht?",
        "terugblik-ander": "De groepsbesprekingen: leraren gaan met een plan naar buiten.",
        "vooruitblik-ander": "Neem het team mee in de cijfers. Ik begin daar zelf over in de "
        "vergadering.",
        "kennis": "Over leren lezen en over hoe je een gesprek leidt.",
    },
    levels={
        "rollen": "3454",
        "mandaat": "544453431",
        "critical-friend": "4332",
        "positionering": "3343",
        "tandem": "43444",
    },
    week=((20, 45, 25, 10), (35, 30, 25, 10)),
)
FIRST = Talk(
    "reflectiegesprek",
    _FIRST_OWNER,
    _FIRST_PARTNER,
    said={
        "rollen": "Zorgregisseur is nu de grootste rol. Dat past bij een jaar met veel nieuwe "
        "collega's. Leren van elkaar mag groeien.",
        "mandaat": "We dachten verschillend over de schoolanalyse en de groepsbespreking. De een "
        "wachtte op de ander.",
        "critical-friend": "Vragen stellen past bij deze school. Sturen doet de schoolleider.",
        "positionering": "Het team weet niet goed waar de ib'er over gaat. Dat vertelt de "
        "schoolleider op de studiedag.",
        "tijd": "De helft van de week gaat naar wat vastloopt. We willen naar een derde.",
        "tandem": "Bij leren zit de ib'er voorop, bij personeel de schoolleider.",
    },
    decided=(
        Decision("MI3", 4, "Samen, met een eerste versie van de ib'er."),
        Decision("MI5", 5, "De bouw kiest vooraf waar het over gaat."),
    ),
    aims=(
        Aim(
            "Ik stel in elke groepsbespreking eerst drie open vragen voordat ik meedenk.",
            "Bij de eerste bespreking van dit blok de vragen op een kaart meenemen.",
            "Leraren komen zelf met een volgende stap.",
            "Een bouwcoördinator, die achteraf zegt wat opviel.",
            "Schuift een keer aan en let op wie er praat.",
            200,
        ),
        Aim(
            "Ik plan elke week een dagdeel om in de les mee te kijken.",
            "Twee collega's vragen die graag willen beginnen.",
            "In mijn agenda staat elke week een bezoek, met een kijkvraag van de leraar.",
            "Het secretariaat, dat het dagdeel vrijhoudt.",
            "Vangt dat dagdeel losse vragen op.",
            230,
        ),
    ),
    next_in=170,
)

CHECK = Talk(
    "koerscheck",
    Prepared(
        {"bijsturen-iber": "Dat mijn dagdeel in de klas ook in drukke weken blijft staan."},
        {"koers": "4333"},
    ),
    Prepared(
        {"bijsturen-ander": "Ik vang de telefoon op. En ik herhaal in het team wat we afspraken."},
        {"koers": "4454"},
    ),
    said={
        "koers": "We liggen op koers. Over wie voorop zit bij de cijfers dachten we anders: het "
        "team ziet de ib'er daar nog niet. Dat pakken we aan."
    },
    aims=(
        Aim(
            "Ik laat de bouwen zelf hun resultaten lezen en houd mijn conclusie voor me.",
            "Eén grafiek en één vraag per bouw maken.",
            "De bouw schrijft zelf op wat er in de les verandert.",
            "De collega die ook graag met cijfers werkt.",
            "Begint de vergadering met waarom we dit zo doen.",
            190,
        ),
    ),
)

NOW_OWNER = Prepared(
    written={
        "koers": "Ik wil dat het team weet wat ik achter de cijfers doe. Aan het eind wil ik drie "
        "dingen die ik zelf mag beslissen zonder te vragen.",
        "vraag-iber": "Waar zag je mij wachten terwijl jij vond dat ik door kon?",
        "terugblik-iber": "Je hield mijn dagdeel in de klas vrij, ook toen er een invaller "
        "ontbrak.",
        "vooruitblik-iber": "Een duidelijk verhaal aan het team over mijn mandaat, en een half "
        "uur per week samen.",
    },
    levels={
        "rollen": "4343",
        "critical-friend": "4322",
        "positionering": "3423",
        "tandem": "43344",
    },
    week=((25, 40, 25, 10), (40, 25, 25, 10)),
    parts=(Part.ROLES, Part.OVERLAP, Part.OTHERS),
)
NOW_PARTNER = Prepared(
    written={
        "goed-onderwijs": "Als elke leerling merkt dat er veel wordt verwacht.",
        "hoe-ver": "Verder dan vorig jaar: in de bouwen gaat het gesprek over lessen.",
        "aandacht": "De ambities voor taal, en hoe het team daar zelf in kiest.",
        "terugblik-ander": "Je liet de bouwen zelf de resultaten lezen. Daar kwam een ander plan "
        "uit dan ik had bedacht, en een beter.",
    },
    levels={"rollen": "4444", "mandaat": "5554"},
    is_ready=False,
)

ALONE = Aim(
    "Ik laat elke maand in een half A4 zien wat ik achter de schermen doe.",
    "Vragen aan twee leraren wat zij graag zouden weten.",
    "Collega's vragen naar iets dat erin stond.",
    "Iemand van het team leest mee.",
    "Zet het stuk in de weekbrief.",
    75,
)
NOTES_ALONE = (
    "Twee leraren gevraagd. Ze willen weten wie wat beslist, en waarom iets lang duurt.",
    "Het eerste stukje staat in de weekbrief. Drie reacties in de koffiekamer.",
)
NOTES_CHECK = (
    "De eerste bouw las zelf. Ik moest op mijn handen zitten.",
    "Een grafiek was te druk. De volgende keer maar één vak.",
    "De bouw maakte een eigen plan, met een dag erbij om terug te kijken.",
)
EFFECT_QUESTIONS = (
    "Leraren komen nu met een eigen idee naar de bespreking. In de lessen zie ik dat ze het ook "
    "proberen."
)
EFFECT_VISITS = (
    "Twee op de drie weken lukte het. Leraren vragen nu zelf om mee te kijken; in de toetsweken "
    "verviel het."
)
REFLECTIONS = (
    {
        "reflectie:waarom": "Ik wilde dat geen kind buiten de boot viel. Dat geldt nog. Ik denk nu "
        "alleen vaker dat het begint bij de leraar.",
        "reflectie:verandering": "Een plan dat ik alleen schreef, kwam nergens. Wat we samen "
        "bedachten, was minder netjes en is gebleven.",
        "reflectie:weerstand": "Als ik een oplossing breng, haken mensen af. Ze wilden misschien "
        "eerst vertellen hoe zwaar het is.",
    },
    {
        "reflectie:waarom": "Ik krijg energie van een leraar die zelf iets ontdekt. Dat merk ik "
        "dit jaar vaker, omdat ik meer in de klas ben.",
        "reflectie:verandering": "De bouw die zelf de cijfers las, veranderde meer dan al mijn "
        "analyses. Eigenaarschap gaat voor netheid.",
        "reflectie:kennis": "Over lezen weet ik veel. Over gesprekken met cijfers op tafel wil ik "
        "bijleren.",
        "reflectie:breedte": "Ja, als het druk is. Dan regel ik, omdat dat sneller voelt.",
    },
)
"""In the school year before this one, and in this one."""
