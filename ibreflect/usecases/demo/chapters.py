"""What the cast and the people around them say: differences that are there for a reason.

Sanne thinks to advise where the schoolleider leaves the decision to her, and the team knows least.
Bilal has a small team, of which two people answered. Marleen asks more and steers less than two
years ago, and gets a little more room to prevent. Joris waits with answering; his schoolleider did.
"""

from ibreflect.usecases.demo.chapter import Chapter, Deal, Recorded, Said, TimeShares

_OF_SCHOOL = ("rolhelderheid", "mandaatkaart", "positionering")
_SIDES = ("critical-friend-sturend", "kernactiviteiten-2017", "preventief-curatief")
_LEARNING = ("lerende-organisatie", "interventieladder")

_SANNE = Said(
    {
        "role_clarity": "344442333",
        "mandate_coordinator": "345354331",
        "mandate_phase_coordinator": "443331231",
        "mandate_expert_teacher": "442213221",
        "positioning_learning": "33243",
        "positioning_leading": "32232",
        "positioning_development": "42331232",
    },
    {
        "positioning_learning": "44354",
        "positioning_leading": "43444",
        "positioning_development": "43343333",
    },
)
_LEADER_OF_SANNE = Said(
    {
        "role_clarity": "545453454",
        "mandate_coordinator": "555455341",
        "mandate_phase_coordinator": "443431241",
        "mandate_expert_teacher": "343213231",
        "positioning_learning": "43344",
        "positioning_leading": "43243",
        "positioning_development": "44342343",
    },
    {
        "positioning_learning": "44444",
        "positioning_leading": "44444",
        "positioning_development": "44443444",
    },
)


def _teacher(clarity: str, mandates: tuple[str, str, str], room: tuple[str, str]) -> Said:
    """Somebody of the team, who wishes a bit more room for the ib'er than there is."""
    coordinator, phase, expert = mandates
    learning, leading = room
    return Said(
        {
            "role_clarity": clarity,
            "mandate_coordinator": coordinator,
            "mandate_phase_coordinator": phase,
            "mandate_expert_teacher": expert,
            "positioning_learning": learning,
            "positioning_leading": leading,
        },
        {"positioning_learning": "43343", "positioning_leading": "43"},
    )


_TEAM_OF_SANNE = (
    _teacher("232242232", ("334353421", "434331231", "342213221"), ("32233", "32")),
    _teacher("323232222", ("344254?31", "343231131", "442213211"), ("33232", "23")),
    _teacher("2332?2223", ("235353431", "334321231", "33221322?"), ("22333", "33")),
    _teacher("232143322", ("3443?3421", "443?31221", "443213221"), ("3224?", "22")),
    _teacher("222242212", ("4353532?1", "333331231", "nnnnnnnnn"), ("33233", "3?")),
)

SANNE = {
    1: Chapter(
        _OF_SCHOOL,
        own=_SANNE,
        leader=_LEADER_OF_SANNE,
        team=_TEAM_OF_SANNE,
        links=7,
        deals=(
            Deal(
                58,
                {"mandate_coordinator": "4.5.5...1"},
                {"MI1": "Samen met de bouw die ermee gaat werken."},
            ),
            Deal(
                136,
                {
                    "mandate_coordinator": "54535.331",
                    "mandate_phase_coordinator": "44.......",
                },
                {
                    "MI1": "Binnen het budget; de schoolleider hoort het vooraf.",
                    "MI8": "Blijft het terugkomen? Dan gaat het naar de schoolleider.",
                    "MB1": "De bouw probeert eerst twee methodes uit.",
                },
            ),
        ),
    ),
}

BILAL = {
    0: Chapter(
        _LEARNING,
        own=Said(
            {"learning_organisation": "3323422233", "intervention_ladder": "32234"},
            {"learning_organisation": "4434433334"},
        ),
        team=(
            Said(
                {"learning_organisation": "3423332223", "intervention_ladder": "43434"},
                {"learning_organisation": "4433433334"},
            ),
            Said(
                {"learning_organisation": "2322322?33", "intervention_ladder": "33325"},
                {"learning_organisation": "3333433.44"},
            ),
        ),
        links=4,
    ),
}

MARLEEN = {
    5: Chapter(
        time=TimeShares((15, 45, 30, 10), (35, 25, 30, 10), (60, 40), (30, 70)),
        direction=Recorded(
            47,
            4,
            "We komen uit een onrustig jaar. Drie doelen voor rekenen, voor iedereen gelijk, "
            "geven nu houvast.",
        ),
    ),
    4: Chapter(
        ("preventief-curatief",),
        own=Said({"preventive": "2232", "curative": "5344"}),
        time=TimeShares((15, 45, 25, 15), (35, 25, 30, 10), (55, 45), (30, 70)),
    ),
    3: Chapter(
        time=TimeShares((20, 40, 30, 10), (40, 25, 25, 10), (55, 45), (30, 70)),
        direction=Recorded(
            40,
            3,
            "De nieuwe schoolleider wil dat het team meepraat. Op de studiedagen kiezen we de "
            "doelen nu samen.",
        ),
    ),
    2: Chapter(
        _SIDES,
        own=Said(
            {
                "critical_friend": "343233",
                "steering": "3434443343",
                "knowledge_coordinator": "323323",
                "connector": "433342",
                "coach": "3342333",
                "innovator": "333223",
                "leadership_partner": "4333433",
                "preventive": "3232",
                "curative": "4343",
            },
            {"critical_friend": "323333", "steering": "2212212122"},
        ),
        time=TimeShares((20, 40, 25, 15), (40, 25, 25, 10), (45, 55), (30, 70)),
    ),
    1: Chapter(
        time=TimeShares((25, 40, 25, 10), (40, 25, 25, 10), (50, 50), (30, 70)),
        direction=Recorded(
            43,
            2,
            "De bouwen kiezen zelf waar ze aan werken, binnen twee ambities voor de hele school.",
        ),
    ),
    0: Chapter(
        _SIDES,
        own=Said(
            {
                "critical_friend": "454344",
                "steering": "332433324a",
                "knowledge_coordinator": "434333",
                "connector": "434443",
                "coach": "4343444",
                "innovator": "334324",
                "leadership_partner": "4444343",
                "preventive": "3343",
                "curative": "4334",
            },
            {"critical_friend": "223232", "steering": "2222212122"},
        ),
        time=TimeShares((25, 35, 25, 15), (40, 25, 25, 10), (45, 55), (30, 70)),
        closes=False,
    ),
}

JORIS = {
    0: Chapter(
        ("mandaatkaart",),
        leader=Said(
            {
                "mandate_coordinator": "444454341",
                "mandate_phase_coordinator": "442331231",
                "mandate_expert_teacher": "nnnnnnnnn",
            }
        ),
        hands_in=False,
        closes=False,
    ),
}
