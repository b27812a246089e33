"""The Dutch that gives somebody away, and the words with a capital that do not.

A pattern here is for a text on one line with single spaces and straight apostrophes. It takes time
in proportion to the length of any text: what repeats in it cannot be divided in two ways.
"""

import re


def _each(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


ABBREVIATIONS = _each(
    "ib ib'er ib'ers kc kc'er kc'ers vo po so sbo pabo mr gmr mt ocw avg opp swv iep lvs lovs ict",
    "tos nt2 hgw hgpd pbs plg rt mdo zat cjg ggd ggz jgz smw rva lbbo cps slo ped kdv bso tso hb",
    "iq adhd add ass avi dmt nscct bosos viseon esis parnassys cito dia zien kijk",
)
"""What is often written in capitals without being shouted, in lower case."""

ORDINARY = ABBREVIATIONS | _each(
    "de het een en of maar want dus als dat die dit deze er is was ik je jij jou u we wij ze",
    "zij hij hun mijn jullie ons onze in op aan bij met voor van om te tot naar door over ook",
    "niet wel geen heel graag meer zo soms vaak altijd hoe wat wie waar wanneer waarom ja nee",
    "dank bedankt top tops tip tips compliment complimenten sterk kracht groei wens pluspunt",
    "intern interne begeleider begeleiders begeleiding cultuur programma platform leraar",
    "leraren leerkracht leerkrachten ouder ouders leerling leerlingen kind kinderen collega",
    "collega's team teams teamleider directeur directie schoolleider schoolleiding bestuur",
    "bestuurder kwaliteitscoördinator leercoördinator trendanalist zorgregisseur leercoach",
    "zorgexpert data-analist procesregisseur zorgcoördinator bouwcoördinator rekencoördinator",
    "taalcoördinator expert-leraar gedragsspecialist orthopedagoog logopedist coach juf",
    "juffrouw meester mevrouw meneer medezeggenschapsraad school scholen schoolplan jaarplan",
    "basisschool basisonderwijs kindcentrum openbare christelijke katholieke speciaal passend",
    "onderwijs vrijeschool samenwerkingsverband stichting inspectie gemeente ministerie",
    "jeugdhulp jeugdzorg jeugdarts leerplicht wijkteam critical friend visieteam",
    "professionele leergemeenschap onderbouw middenbouw bovenbouw groep",
    # Methods, programmes and their makers.
    "magister boom topdossier kanvas bareka snappet gynzy basispoort social schools zoom word",
    "excel google whatsapp outlook kanjertraining kanjer kwink leefstijl vreedzame rots water",
    "staal nieuwsbegrip estafette wereld getallen veilig leren lezen lijn flits taal rekenen",
    "spelling actief werken marzano bloom montessori dalton jenaplan freinet",
    # Languages, places and feasts.
    "nederland nederlands engels duits frans turks arabisch pools marokkaans oekraïens",
    "syrisch fries europees europa vlaanderen amsterdam rotterdam utrecht groningen zwolle",
    "arnhem nijmegen eindhoven tilburg breda maastricht haarlem leiden almere leeuwarden",
    "assen den haag amersfoort apeldoorn enschede kerst kerstmis pasen pinksteren sint",
    "sinterklaas ramadan suikerfeest koningsdag carnaval corona covid maandag dinsdag",
    "woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli",
    "augustus september oktober november december",
)
"""Words that get a capital inside a sentence and are no name, in lower case."""

COMPOUNDS = tuple(
    _each("cito dalton handelings jenaplan kerst montessori nederland opbrengst sint")
)
"""How longer words begin that are no name either: Citotoets, Daltonschool."""

ALSO_WORDS = frozenset({"ad", "al", "an", "beer", "door", "hoop", "mei", "roos", "storm", "wil"})
"""First names that are words as well: only a capital inside a sentence makes these a name."""


def phrases(*wordings: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Any of the wordings, as whole words; not as the first part of a possessive or a plural.

    Every wording begins at the start of a word, so that a long run of letters is tried once.
    """
    return re.compile(rf"(?<!\w)(?:{'|'.join(wordings)})(?!'?\w)", flags)


TITLED = phrases(
    r"(?i:(?:juf|juffrouw|meester|mevrouw|mevr\.?|mw\.?|meneer|dhr\.?|de heer) "
    r"(?:(?:van|van 't|de|den|der|het|ten|ter|el|'t) ){0,2})"
    r"[A-ZÀ-ÖØ-Þ](?:[a-zß-öø-ÿ]+(?:['-]\w+)*)?",
    flags=0,
)

_NUMBER = r"(?:[1-8][a-d]?|één|twee|drie|vier|vijf|zes|zeven|acht)"
_BETWEEN_NUMBERS = r"(?: ?[/+&,–-] ?| en | of | t/m | tot | tot en met | naar )"
WHOLE_SCHOOL = phrases(
    r"groep(?:en)? 1 ?(?:-|–|t/m|tot|tot en met) ?8",
    r"onder(?:bouw|-) (?:en|tot|tot en met|als) (?:de )?bovenbouw",
)
GROUP = phrases(
    rf"(?:groep|groepen|gr\.?) ?{_NUMBER}(?:{_BETWEEN_NUMBERS}{_NUMBER})*+"
    r"(?! (?:keer|maal|x|dagen|weken|uur|minuten|jaar|leerlingen|kinderen|ouders|leraren)\b)",
    r"(?:midden|boven|kleuter)bouw\w*",
    # Without a word before it, it may be the verb: 'ik onderbouw mijn keuze'.
    r"(?:de|onze|in|uit|van|bij|voor) onderbouw",
    r"onderbouw-?(?:team|lera|leerkracht|collega|coördinator|overleg|groep|vergadering|juf)\w*",
    r"kleuter(?:groep|klas|juf|leerkracht|team)\w*",
    r"mijn (?:combinatiegroep|combigroep|combinatieklas|plusklas|schakelklas|taalklas|kleuters)",
)

_DAY = r"(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:ochtend|middag|avond)?"
_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)"
)
_SAID = r"(?:zei|vertelde|schreef|mailde|besprak|bespraken|afspraken|gezegd|verteld|aangaf)"
OCCASION = phrases(
    r"(?<!van )(?:eer)?gisteren|gister(?:en)?(?:ochtend|middag|avond)",
    r"van(?:morgen|ochtend|middag|avond)|deze week|vorige keer",
    rf"(?:vorige|afgelopen) (?:week|maand|weekend|{_DAY})",
    rf"(?:ik|je|jij|u|we|wij|van|toen|zei|sprak|was|laatste) {_DAY}(?! (?:t/m|tot|en)\b)",
    r"(?:een|twee|drie|vier|enkele|paar|\d{1,2}) (?:dag|dagen|week|weken|maand|maanden) geleden",
    r"toen ik|die (?:ene )?keer (?:dat|toen)|zoals besproken",
    rf"zoals (?:ik|we|wij)(?: \w+){{0,2}} {_SAID}",
    r"(?:ons|mijn) (?:laatste |vorige |eerste )?\w*(?:gesprek|(?:les|klassen|groeps)bezoek)",
    r"ons (?:laatste|vorige|eerste) \w*overleg",
    # In the plural it is a habit; in the singular it may well have happened once.
    r"bij mijn (?!(?:werk|ontwikkeling|team|school|schoolleider|onderwijs|aanpak|vak)\b)\w+(?<!en)",
    # Not the days on which every school counts its pupils or begins its year.
    rf"(?!1 (?:oktober|februari|augustus)\b)[0-3]?\d {_MONTH}",
    r"[0-3]?\d([-/.])[01]?\d\1(?:\d\d){1,2}|20\d\d-[01]\d-[0-3]\d",
)

# A role that few in a school have is telling by itself; one that many have, beside 'ik'.
_RARE_ROLE = (
    r"(?:(?:(?:onder|midden|boven)?bouw|kleuter|reken|taal|lees|gedrags?|cultuur|ict|pest|nt2|hb"
    r"|hoogbegaafdheids|veiligheids|opleidings|stage|school|jonge kind)[ -]?"
    r"(?:co[oö]rdinator|specialist|expert|opleider)"
    r"|(?:expert|vak|gym|duo|zij)-?(?:leraar|leerkracht|docent|partner|instromer)"
    r"|(?:startende|beginnende|nieuwe|oudste|jongste|enige) (?:leraar|leerkracht|collega)"
    r"|(?:mr|gmr|mt)-lid|(?:onderwijs|leraar)-?(?:assistent|ondersteuner)"
    r"|invaller|stagiaire?|orthopedagoog|logopedist)"
)
_ROLE = (
    rf"(?:{_RARE_ROLE}|leraar|leerkracht|ouder|moeder|vader|juf|meester|collega|schoolleider"
    r"|directeur|bestuurder|teamleider)"
)
OWN_ROLE = phrases(
    rf"als {_RARE_ROLE}",
    rf"ik(?: zelf)? als {_ROLE}",
    rf"als {_ROLE} (?:ben|heb|voel|merk|vind|weet|zie|krijg|kan|word|mis|wil) ik",
    r"als (?:ouder|moeder|vader|leraar|leerkracht|juf|meester) van",
    rf"ik ben (?:zelf )?(?:de |een )?{_ROLE}",
    r"(?:in|vanuit) mijn (?:rol|functie|taak) als \w+",
    r"(?:mijn|onze) (?:zoon|zoontje|dochter|dochtertje|kleinkind|duo|duo-?partner|duo-?collega"
    r"|parallelcollega|stagiaire?)",
    r"(?:mijn|ons) kind",
)

_EMAIL = r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+"
_TELEPHONE = (
    r"(?<![\d+])(?:(?:\+|00)31[ .-]{0,3}(?:\(0\) ?)?|\(?0)[1-9](?:\)?[ .-]{0,3}\d){8}(?!\d)"
)
CONTACT = re.compile(rf"{_EMAIL}|{_TELEPHONE}")

_EMOJI = "[\U0001f300-\U0001faff\u2600-\u26ff\u2764\u2b50]"
_TINT = "[\ufe0f\U0001f3fb-\U0001f3ff]"
MARK = re.compile(rf"{_EMOJI}{_TINT}*+(?:\u200d{_EMOJI}{_TINT}*+)*+|[:;]-?[()D]")
"""One emoji, with its tint and what is joined to it, or one typed smiley."""
