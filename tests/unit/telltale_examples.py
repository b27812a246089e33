"""Remarks as people type them: what gives somebody away in them, and near misses that do not.

A line of TELLING holds a remark and, after the bar, the words that are found, between semicolons.
"""

TELLING = {
    "naam": """
De ib'er denkt goed mee met Linda. | Linda
De gesprekken over Daan waren fijn en rustig. | Daan
Bij het plan van Yusuf luisterde de ib'er echt. | Yusuf
De ib'er nam Sophies zorgen serieus. | Sophies
De ib'er nam Emma's ouders serieus. | Emma's
Ik waardeer dat Marieke zo vaak doorvraagt. | Marieke
Samen met juf Anna maakte de ib'er een plan. | juf Anna
Juf Anna en de ib'er werken goed samen. | Juf Anna
Meester Bas krijgt veel hulp van de ib'er. | Meester Bas
Mevrouw de Vries neemt de tijd. | Mevrouw de Vries
Ik vond het knap hoe mevrouw Van Dijk dat deed. | mevrouw Van Dijk
De heer Jansen is duidelijk. | De heer Jansen
Mw. van den Berg geeft ruimte. | Mw. van den Berg
juf J. helpt goed | juf J
De ib'er overlegt veel met Anne-Marie over de aanpak. | Anne-Marie
De hulp van Noor, Sem en Fatima was groot. | Noor; Sem; Fatima
De ib’er weet wat Zoë’s sterke kanten zijn. | Zoë's
Het werk van de ib'er op De Regenboog is goed. | Regenboog
De ib'er hielp mij met Léon toen het lastig werd. | Léon
Vraag het aan Kees. Die weet het ook. | Kees
""",
    "groep": """
In groep 5 kwam de ib'er vaak kijken. | groep 5
De ib'er helpt groep 3/4 met plannen. | groep 3/4
De leraren van groep 7 en 8 voelen zich gehoord. | groep 7 en 8
Groep acht krijgt veel aandacht. | Groep acht
In groep 6b is het rustiger geworden. | groep 6b
De overgang van groep 2 naar 3 loopt beter. | groep 2 naar 3
Voor gr. 4 was de uitleg helder. | gr. 4
In gr 5/6 is de aanpak veranderd. | gr 5/6
De groepen 1 en 2 hebben hier veel aan. | groepen 1 en 2
Wij in de onderbouw zien de ib'er weinig. | de onderbouw
In de bovenbouw is de ib'er vaak in de klas. | bovenbouw
De middenbouw mist soms overleg. | middenbouw
Het onderbouwteam krijgt genoeg steun. | onderbouwteam
De ib'er sluit aan bij bovenbouwoverleg. | bovenbouwoverleg
De kleuterklassen worden goed geholpen. | kleuterklassen
Een kleuterjuf heeft andere vragen. | kleuterjuf
In mijn combinatiegroep is meer hulp nodig. | mijn combinatiegroep
De ib'er dacht mee over mijn plusklas. | mijn plusklas
Ik geef les aan groep één en daar ging het goed. | groep één
""",
    "moment": """
Zoals ik dinsdag zei, mag het korter. | Zoals ik dinsdag zei
Zoals ik al eerder vertelde is de planning krap. | Zoals ik al eerder vertelde
Vorige week nam de ib'er veel tijd. | Vorige week
Gisteren was de ib'er er meteen. | Gisteren
Het overleg van gistermiddag was prettig. | gistermiddag
In ons gesprek vroeg de ib'er goed door. | ons gesprek
Na ons laatste voortgangsgesprek was er een plan. | ons laatste voortgangsgesprek
Toen ik vastliep, kwam de ib'er langs. | Toen ik
De ib'er hielp toen ik een lastig gesprek had. | toen ik
Bij mijn lesbezoek keek de ib'er naar de sfeer. | Bij mijn lesbezoek
De ib'er dacht mee bij mijn leerling met dyslexie. | bij mijn leerling
Op 12 maart was het overleg te kort. | 12 maart
De afspraak van 3-10-2025 is niet nagekomen. | 3-10-2025
Sinds 2025-03-12 loopt het beter. | 2025-03-12
Twee weken geleden was er geen tijd. | Twee weken geleden
Vanochtend stond de ib'er klaar. | Vanochtend
Afgelopen maandag ging het overleg niet door. | Afgelopen maandag
Het gesprek van donderdagmiddag was fijn. | van donderdagmiddag
Die keer dat het misging, bleef de ib'er kalm. | Die keer dat
Zoals besproken wil ik meer overleg. | Zoals besproken
""",
    "rol": """
Als bouwcoördinator werk ik veel met de ib'er. | Als bouwcoördinator
Ik werk als rekencoordinator prettig samen. | als rekencoordinator
Als taalspecialist mis ik overleg. | Als taalspecialist
Wat ik als leraar waardeer, is het doorvragen. | ik als leraar
Soms voel ik als ouder weinig ruimte. | ik als ouder
Als ouder van een kind met dyslexie ben ik blij. | Als ouder van
Als leraar voel ik me gesteund. | Als leraar voel ik
Mijn zoon krijgt goede hulp. | Mijn zoon
De ib'er kent onze dochter goed. | onze dochter
Voor mijn kind is een plan gemaakt. | mijn kind
Als startende leraar kreeg ik veel hulp. | Als startende leraar
Ik kom als invaller op veel scholen. | als invaller
Mijn duopartner en de ib'er overleggen vaak. | Mijn duopartner
Met mijn parallelcollega was de ib'er duidelijk. | mijn parallelcollega
Vanuit mijn rol als voorzitter zie ik dat anders. | Vanuit mijn rol als voorzitter
Ik ben de gymleraar en zie de ib'er weinig. | Ik ben de gymleraar
Ik ben zelf ouder en herken dit. | Ik ben zelf ouder
Als mr-lid hoor ik goede verhalen. | Als mr-lid
De ib'er helpt mij als zij-instromer goed. | als zij-instromer
""",
    "contact": """
Mail me gerust op m.jansen@deschool.nl voor uitleg. | m.jansen@deschool.nl
Mijn adres is juf+klas@school-noord.nl. | juf+klas@school-noord.nl
bel 0612345678 | 0612345678
Bel me op 06-12345678 als het niet duidelijk is. | 06-12345678
Ik ben bereikbaar op 06 12 34 56 78. | 06 12 34 56 78
Het nummer is 06 - 1234 5678. | 06 - 1234 5678
Bel +31 6 12345678 gerust. | +31 6 12345678
Bel +31612345678 gerust. | +31612345678
Bel 0031 20 1234567 overdag. | 0031 20 1234567
Bel +31 (0)20 123 45 67 overdag. | +31 (0)20 123 45 67
De school heeft nummer 020-1234567. | 020-1234567
De school heeft nummer (020) 123 45 67. | (020) 123 45 67
De school heeft nummer 0318 123456. | 0318 123456
Stuur het naar iber@voorbeeld.school. | iber@voorbeeld.school
Stuur het naar INFO@VOORBEELD.NL, graag. | INFO@VOORBEELD.NL
Zie a@b.nl en c@d.nl. | a@b.nl; c@d.nl
App me op 06.12.34.56.78. | 06.12.34.56.78
Mail naar ouder_1990@mail.example of bel. | ouder_1990@mail.example
Bel 0201234567 of 0612345678. | 0201234567; 0612345678
""",
    "stijl": """
De ib'er is ALTIJD bereikbaar. | ALTIJD
WAT EEN FIJN MENS | WAT; EEN; FIJN; MENS
MEER OVERLEG GRAAG | MEER; OVERLEG; GRAAG
Dit moet ECHT ANDERS worden. | ECHT; ANDERS
de ib'er is SUPER | SUPER
Geweldig!! | !!
Fijn dat je er bent!!!! | !!!!
Top! Fijn! Bedankt! | !!!
Wat een steun!!!!!!!! | !!!!!
Waarom zo laat?!!! | !!!
Heel fijn 👍👍👍 | 👍 👍 👍
Ik ben blij 😀 met de hulp 🎉 van de ib'er ❤️ | 😀 🎉 ❤️
Goed gedaan 👍🏽👏🏽💪🏽 | 👍🏽 👏🏽 💪🏽
Fijn team 👩‍👩‍👧 👨‍🏫 🌟 | 👩‍👩‍👧 👨‍🏫 🌟
Leuk :) en duidelijk ;-) en snel :D | :) ;-) :D
HELP de leraren!!! | !!!
NOOIT tijd, jammer. | NOOIT
""",
}

NOT_TELLING = """
De ib'er denkt mee over moeilijke gesprekken en vraagt door.
De ib'er vraagt door. Daarna is het plan helder. Samen kiezen we een stap.
Ik zie dat de Cito-toetsen en de IEP goed worden besproken.
De ib'er legt Passend Onderwijs en de AVG rustig uit.
Een OPP schrijven we samen met het SWV.
De OPP's zijn helder en het LVS wordt goed gebruikt.
De ib'er werkt met ParnasSys, Leerling in beeld en Teams.
De samenwerking met de Inspectie en de Gemeente loopt goed.
De ib'er weet veel van Nederlands en van Nederlandse spelling.
Sterk: De ib'er luistert. Tip: Neem meer tijd.
De ib'er vraagt: "Wat heb jij nodig?" en wacht dan.
- Luistert goed
1. Luistert goed
2. Vraagt door
1 Luistert goed 2 Vraagt door
De ib'er is een Critical Friend voor het team.
Ons Handelingsgericht Werken is helder.
Ik zou bijv. Graag meer overleg willen.
Hulp voor Ouders en Leraren komt op tijd.
De KC'er, voorheen Intern Begeleider, heeft overzicht.
Op onze Daltonschool past deze werkwijze goed.
Rond Kerst en Sinterklaas is er minder tijd.
In Utrecht en Den Haag doen scholen dit ook.
De juf en de meester worden allebei gehoord.
De mevrouw van het wijkteam sluit aan.
Het plan is rond. Meester zijn van je vak helpt.
De ib'er ziet elke groep en helpt elke leraar.
In een groep 4 keer kijken helpt.
Ze kwam in de groep vier keer langs.
De ib'er verdeelt de groep in drie tafels.
De ib'er kent alle groepen 1 tot en met 8.
De lijn van groep 1 t/m 8 is helder.
De lijn van onderbouw tot bovenbouw is helder.
Een groepje van 5 leerlingen kreeg hulp.
Ik onderbouw mijn keuzes beter door de ib'er.
De onderbouwing van het plan is sterk.
Met een goede onderbouwing kiest het team.
De ib'er let op de groepsdynamiek en de groepssfeer.
Het groepsplan en het groepsoverzicht zijn helder.
Bij groep 12 van de inschrijving hoort een ander plan.
Kleuters krijgen veel aandacht.
De opbouw van de les en de wederopbouw van rust lukt.
De ib'er werkt op maandag, dinsdag en donderdag.
De ib'er is er elke dinsdag.
Van maandag tot en met vrijdag is er iemand.
Vandaag de dag is er veel vraag naar hulp.
Deze maand bespreken we de toetsen.
De ib'er is niet van gisteren.
De telling van 1 oktober is op tijd klaar.
In maart en in juni bespreekt de ib'er de toetsen.
De verdeling is 3/4 voor begeleiden en 1/4 voor papier.
De ib'er helpt bij mijn vragen en twijfels.
De ib'er denkt mee bij mijn lessen.
De ib'er sluit aan bij mijn ontwikkeling.
In onze gesprekken is er ruimte voor twijfel.
Vorig schooljaar was er minder overleg dan nu.
Toen de planning veranderde, legde de ib'er uit waarom.
Zoals het nu gaat, gaat het goed.
Het gesprek met ouders is goed voorbereid.
Na een paar weken kijkt de ib'er hoe het gaat.
De ib'er treedt op als leercoördinator en trendanalist.
De ib'er is als begeleider van leraren sterk.
De ib'er is als collega fijn in de omgang.
De ib'er denkt mee als critical friend.
Ik kan altijd terecht als het nodig is.
Dat weet ik als geen ander.
Als ouders iets vragen, antwoordt de ib'er snel.
Als leraren vastlopen, komt de ib'er langs.
Nieuwe collega's worden goed geholpen.
Ze zijn er als nieuwe collega's beginnen.
De ib'er helpt leraren, ouders en leerlingen.
Mijn vragen worden serieus genomen.
De ib'er vraagt wat een kind nodig heeft.
Elk kind telt, en mijn vraag ook.
Mijn werk is lichter geworden.
Ik ben blij met de steun.
De ib'er ziet 25 leerlingen per week.
In 2024 en 2025 zijn er 120 gesprekken gevoerd.
De score ging van 06 naar 12 punten.
De verhouding is 1 op 30.
Stuur liever geen mail, maar loop binnen @ school.
Kies 0 of 1 en reken 0,5 uur.
Het budget is 0123 euro.
In 2025-2026 en 2026-2027 zijn er 10 500 uur.
Artikel 12.345.678 wordt goed uitgelegd.
De ib'er is goed bereikbaar per mail en telefoon.
Fijn!
Fijn! Bedankt!
Dank je wel voor de hulp 👍
Goed bezig 👍👍
Dank voor alles :)
De ib'er helpt met LVS, OPP, MDO en HGW.
De ib'er kent ADHD, TOS en NT2 goed.
De LBBO en de PO-raad worden gevolgd.
De NSCCT en PARNASSYS worden goed uitgelegd.
Dat is NIET duidelijk.
OPP
Ja.
?
...
"""


def telling() -> list[tuple[str, str, tuple[str, ...]]]:
    """Kind, remark and the words found in it."""
    return [
        (kind, remark, tuple(words.split("; ")))
        for kind, block in TELLING.items()
        for remark, words in (line.split(" | ") for line in block.strip().splitlines())
    ]


def not_telling() -> list[str]:
    """Remarks in which nothing is found."""
    return NOT_TELLING.strip().splitlines()
