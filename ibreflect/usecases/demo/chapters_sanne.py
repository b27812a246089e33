"""What was said about Sanne's work: how others see it, and what that tells of the school.

The schoolleider and the collega's, with whom she reads the figures, see far more of the
trendanalist than she does; most leraren never see that work. They see less of the leercoördinator
than she does, and whoever asked her help with a pupil answers otherwise than whoever did not. About
the mandates she thinks to advise where the schoolleider leaves the decision to her, and the team
knows least.
"""

from typing import NamedTuple

from ibreflect.usecases.demo.chapter import Chapter, Deal, Others, Said, Signs, core

_OF_SCHOOL = ("rolhelderheid", "mandaatkaart", "positionering")


class _Map(NamedTuple):
    """Who may decide what: the ib'er, the bouwcoördinator and the expert-leraar."""

    coordinator: str
    phase: str
    expert: str


def _of_school(clarity: str, mandates: _Map, room: tuple[str, str, str]) -> Signs:
    learning, leading, development = room
    return {
        "role_clarity": clarity,
        "mandate_coordinator": mandates.coordinator,
        "mandate_phase_coordinator": mandates.phase,
        "mandate_expert_teacher": mandates.expert,
        "positioning_learning": learning,
        "positioning_leading": leading,
        "positioning_development": development,
    }


def _of_team(own: Signs, clarity: str, mandates: _Map, room: tuple[str, str]) -> Said:
    """Somebody of the team, who wishes a bit more room for the ib'er than there is."""
    return Said(
        {**own, **_of_school(clarity, mandates, (*room, "."))},
        {"positioning_learning": "43343", "positioning_leading": ".4..3"},
    )


def _wrote(said: Said, contact: int, **remarks: str) -> Said:
    return said._replace(contact=contact, remarks=remarks)


_OWN = Said(
    {
        **core("52544434", ".", ".", "."),
        **_of_school(
            "344442333",
            _Map("345354331", "443331231", "442213221"),
            ("33243", "32232", "42331232"),
        ),
    },
    {
        "positioning_learning": "44354",
        "positioning_leading": "43444",
        "positioning_development": "43343333",
    },
)
_LEADER = Said(
    {
        **core("4343.434", "44544445", "54444554", "44344443"),
        **_of_school(
            "545453454",
            _Map("555455341", "443431241", "343213231"),
            ("43344", "43243", "44342343"),
        ),
    },
    {
        "positioning_learning": "44444",
        "positioning_leading": "44444",
        "positioning_development": "44443444",
    },
    {
        "meer": "Je advies op basis van de schoolanalyse. Het is scherp, en het team weet vaak "
        "niet dat het van jou komt.",
        "anders": "Hak vaker zelf de knoop door. Je hebt daar meer ruimte voor dan je neemt.",
        "nodig": "Een vast moment met mij, en een duidelijk verhaal van mij aan het team over jouw "
        "mandaat.",
    },
    contact=5,
)

_TEAM = (
    _wrote(
        _of_team(
            core("34322322", "?3????3.", "544554.5", "33333432"),
            "232242232",
            _Map("334353421", "434331231", "342213221"),
            ("32233", ".3..2"),
        ),
        contact=4,
        meer="Kom vaker even kijken in de klas. Wat je daar ziet en vraagt, helpt mij verder.",
        anders="Ik hoor graag eerder waar we als school naartoe werken. Een kort stukje is genoeg.",
    ),
    _wrote(
        _of_team(
            core("34213232", "?4??3?4.", "545545.4", "34334442"),
            "323232222",
            _Map("344254?31", "343231131", "442213211"),
            ("33232", ".2..3"),
        ),
        contact=3,
        meer="Je vragen. Je zegt niet wat ik moet doen, en toch weet ik daarna wat ik ga proberen.",
        nodig="Tijd op het rooster om samen naar onze lessen te kijken.",
    ),
    _wrote(
        _of_team(
            core("43322223", "334???3.", "444544.5", "?3323543"),
            "2332?2223",
            _Map("235353431", "334321231", "33221322?"),
            ("22333", ".3..3"),
        ),
        contact=3,
        meer="Collega's bij elkaar brengen die iets van elkaar kunnen leren.",
        anders="Bouw je hulp rustig af, en spreek met ons af wanneer we terugkijken.",
    ),
    _wrote(
        _of_team(
            core("34332322", "?3?3???.", "2412?2.2", "32?33432"),
            "232143322",
            _Map("3443?3421", "443?31221", "443213221"),
            ("3224?", ".2..2"),
        ),
        contact=2,
        anders="Minder losse vragen tussendoor en meer vaste momenten. Dan bereiden we ons voor.",
        nodig="Een duidelijke opdracht, die ook het team kent.",
    ),
    _wrote(
        _of_team(
            core("33222332", "??????4.", "232212.2", "?3?23332"),
            "222242212",
            _Map("4353532?1", "333331231", "nnnnnnnnn"),
            ("33233", ".3..?"),
        ),
        contact=3,
        meer="Laat vaker zien wat je achter de schermen doet. Ik denk dat het veel is.",
        anders="Maak duidelijk wie waarover beslist. Nu stel ik soms twee mensen dezelfde vraag.",
    ),
    _wrote(
        _of_team(
            core("3432?222", "?4??3?3.", "545455.4", "33433442"),
            "233232322",
            _Map("334353431", "433331231", "343213221"),
            ("32243", ".3..3"),
        ),
        contact=3,
        meer="Rust. Ook als een gesprek spannend wordt, blijf je vriendelijk en duidelijk.",
    ),
)
_COLLEAGUES = (
    _wrote(
        _of_team(
            core("43434.34", "44544345", "5.445445", "43434434"),
            "333343333",
            _Map("445354431", "444331231", "443213321"),
            ("33343", ".3..3"),
        ),
        contact=4,
        meer="Samen de cijfers lezen. Je maakt er een verhaal van waar we mee aan de slag kunnen.",
        nodig="Ruimte om af te maken waar we samen aan begonnen zijn.",
    ),
    _wrote(
        _of_team(
            core("34334.43", "45444445", "5.354454", "44343443"),
            "434333323",
            _Map("345354331", "443331331", "343213221"),
            ("43333", ".4..3"),
        ),
        contact=4,
        anders="Zet de resultaten zo neer dat het hele team er zelf mee verder kan.",
    ),
    _wrote(
        _of_team(
            core("33443.34", "34545444", "4.445543", "34334434"),
            "333333332",
            _Map("344454331", "444331231", "443214221"),
            ("33244", ".3..2"),
        ),
        contact=5,
        meer="Meedenken over een volgende stap, ook als de vraag nog niet helder is.",
    ),
)

_A_YEAR_BEFORE = Others(
    leader=Said(core("3433.333", "33333334", "45445454", "33343433"), contact=4),
    team=(
        Said(core("23212222", "?3????2.", "545554.5", "23323332"), contact=3),
        Said(core("32322322", "?3??2?3.", "444454.4", "32323432"), contact=3),
        Said(core("23222222", "?2?2??3.", "355445.4", "33232332"), contact=2),
        Said(core("33212312", "??????2.", "544445.5", "2?333331"), contact=4),
    ),
    links=6,
)
_TWO_YEARS_BEFORE = Others(
    leader=Said(core("3322.323", "23232333", "45545454", "32333332"), contact=4),
    team=(
        Said(core("22212222", "?2????2.", "555554.5", "22322321"), contact=4),
        Said(core("32222212", "?3????2.", "445454.4", "3222?332"), contact=3),
        Said(core("23212321", "??????3.", "554445.5", "23232321"), contact=3),
    ),
    links=5,
    colleagues=(
        Said(core("33322.32", "33333233", "5.445454", "33323432"), contact=4),
        Said(core("32233.23", "23333333", "4.554445", "32333333"), contact=4),
    ),
)

SANNE = {
    5: Chapter(others=_TWO_YEARS_BEFORE),
    3: Chapter(others=_A_YEAR_BEFORE),
    1: Chapter(
        _OF_SCHOOL,
        own=_OWN,
        others=Others(leader=_LEADER, team=_TEAM, links=7, colleagues=_COLLEAGUES),
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
