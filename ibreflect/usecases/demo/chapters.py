"""What the cast and the people around them say: differences that are there for a reason.

Sanne has a file of her own. Bilal has a small team, of which two people answered: no group is
shown, and what his schoolleider answered is the beginning of a talk. Marleen asks more and steers
less than two years ago, gets a little more room to prevent, and asked her schoolleider alone. Joris
waits with answering while others are at it; his schoolleider is done.
"""

from ibreflect.usecases.demo.chapter import Chapter, Others, Recorded, Said, TimeShares, core
from ibreflect.usecases.demo.chapters_sanne import SANNE

__all__ = ["BILAL", "JORIS", "MARLEEN", "SANNE"]

_SIDES = ("critical-friend-sturend", "kernactiviteiten-2017", "preventief-curatief")
_LEARNING = ("lerende-organisatie", "interventieladder")
_OVER = 21
"""Days ago that asking began which is over by now."""

BILAL = {
    0: Chapter(
        _LEARNING,
        own=Said(
            {"learning_organisation": "3323422233", "intervention_ladder": "32234"},
            {"learning_organisation": "4434433334"},
        ),
        others=Others(
            leader=Said(
                {
                    **core("3343.333", "n44nnn44", "44434445", "43333443"),
                    "learning_organisation": "4333422333",
                },
                {"learning_organisation": "4444433334"},
                {
                    "meer": "Je rust bij vragen over leerlingen. Je weet snel wie we nodig hebben.",
                    "anders": "Vertel mij eerder waar je op vastloopt. Dan zoeken we samen.",
                    "nodig": "Tijd om het werk te leren, en een ervaren ib'er om mee te praten.",
                },
                contact=5,
            ),
            team=(
                Said(
                    {
                        **core("33433333", "n3?nnn4.", "444443.4", "33333433"),
                        "learning_organisation": "3423332223",
                        "intervention_ladder": "43434",
                    },
                    {"learning_organisation": "4433433334"},
                    {"meer": "Dat je meedenkt zonder het over te nemen."},
                    contact=4,
                ),
                Said(
                    {
                        **core("43332323", "n4?nnn3.", "343444.3", "32343343"),
                        "learning_organisation": "2322322?33",
                        "intervention_ladder": "33325",
                    },
                    {"learning_organisation": "3333433.44"},
                    {"nodig": "Een vaste dag waarop we je kunnen vinden."},
                    contact=5,
                ),
            ),
            links=4,
            days_ago=_OVER,
        ),
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
        others=Others(
            leader=Said(
                core("4444.443", "43545544", "43443433", "54444444"),
                remarks={
                    "meer": "De vraag die jij stelt als wij al aan het regelen zijn.",
                    "anders": "Neem minder zelf op je. Wat kan er naar de bouwen?",
                    "nodig": "Minder spoed. Ik houd de ochtenden voor jou vrij van losse vragen.",
                },
                contact=5,
            ),
            days_ago=_OVER,
        ),
        time=TimeShares((25, 35, 25, 15), (40, 25, 25, 10), (45, 55), (30, 70)),
        closes=False,
    ),
}

JORIS = {
    0: Chapter(
        ("mandaatkaart",),
        others=Others(
            leader=Said(
                {
                    **core("4443.344", "45455545", "33333434", "44343443"),
                    "mandate_coordinator": "444454341",
                    "mandate_phase_coordinator": "442331231",
                    "mandate_expert_teacher": "nnnnnnnnn",
                },
                remarks={"meer": "Je laat het team zelf naar de resultaten kijken. Houd dat vast."},
                contact=4,
            ),
            team=(
                Said(
                    {
                        **core("33343233", "4434433.", "332323.3", "43333433"),
                        "mandate_coordinator": "334454331",
                    },
                    remarks={"meer": "Samen naar de resultaten kijken, zoals we nu doen."},
                    contact=3,
                ),
                Said(
                    {
                        **core("3433?332", "4?44343.", "23?233.3", "34332432"),
                        "mandate_coordinator": "3444?4331",
                    },
                    contact=2,
                ),
            ),
            begun=(
                Said(core("3443....", ".", ".", ".")),
                Said(core("33234333", "44......", ".", "."), contact=3),
            ),
            links=8,
        ),
        hands_in=False,
        closes=False,
    ),
}
