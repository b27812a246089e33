"""Every screen there is, in the order of the navigation."""

from collections.abc import Set
from pathlib import Path
from typing import NamedTuple

from ibreflect.model.membership import Position

_PAGES = Path(__file__).resolve().parents[2] / "pages"
NAVIGATION = Path(__file__).with_name("navigation.py")


_IB = frozenset({Position.IB_COORDINATOR})
_READERS = frozenset({Position.SCHOOL_LEADER, Position.COACH})
_TALKERS = _IB | _READERS
_NETWORKERS = _IB | frozenset({Position.COACH, Position.BOARD_MEMBER})
_ADMINISTRATORS = frozenset({Position.ADMINISTRATOR})
_ALL = frozenset(Position)
_ANYBODY = None


class Screen(NamedTuple):
    """A page file, whose name is its address, and its title.

    `seen_by` are the positions it is for; None for a page that also opens for who is not signed in.
    `below` is the name of the page from which it is reached; without one it stands in the
    navigation itself, unless it is not `visible` there.
    """

    name: str
    title: str
    seen_by: frozenset[Position] | None
    below: str = ""
    visible: bool = True

    @property
    def path(self) -> str:
        """The page file, as links and the navigation name it."""
        return str(_PAGES / f"{self.name}.py")

    def is_for(self, held: Set[Position]) -> bool:
        """Whether it opens for who holds these positions."""
        return self.seen_by is None or not self.seen_by.isdisjoint(held)

    def in_navigation_of(self, held: Set[Position]) -> bool:
        """Whether the navigation has a link to it on every page, for who holds these positions."""
        return self.visible and not self.below and self.is_for(held)


START = Screen("start", "Start", _ANYBODY)
ASSIGNMENT = Screen("opdracht", "Mijn opdracht", _IB)
SCAN = Screen("zelfscan", "Zelfscan", _IB)
HAND_IN = Screen("inleveren", "Inleveren", _IB, visible=False)
TIME = Screen("tijd", "Mijn tijd", _IB)
PICTURE = Screen("beeld", "Mijn beeld", _IB)
MIRROR = Screen("spiegel", "Met anderen", _IB, below="beeld")
GROWTH = Screen("groei", "Groei", _IB)
TALKS = Screen("gesprekken", "Gesprekken", _TALKERS)
PREPARE = Screen("voorbereiden", "Voorbereiden", _TALKERS, visible=False)
TALK = Screen("gesprek", "Gesprek", _TALKERS, visible=False)
REPORT = Screen("verslag", "Verslag", _TALKERS, visible=False)
GOALS = Screen("doelen", "Doelen", _IB, below="gesprekken")
LOG = Screen("logboek", "Logboek", _IB)
REFLECTION = Screen("reflectie", "Reflectievragen", _IB, below="logboek")
TOGETHER = Screen("samen", "Samen", _IB)
OTHERS = Screen("anderen", "Anderen vragen", _IB, below="samen")
MANDATE = Screen("mandaat", "Mandaatkaart", _IB, below="samen")
CARDS = Screen("kaarten", "Gesprekskaarten", _ANYBODY, below="samen")
LEADER = Screen("schoolleider", "Voor de schoolleider", _ANYBODY, below="samen")
JOIN = Screen("meedoen", "Meedoen", _ANYBODY, visible=False)
JOIN_HAND_IN = Screen("meedoen_inleveren", "Meedoen: inleveren", _ANYBODY, visible=False)
SECOND = Screen("meekijken", "Meekijken", _ANYBODY, visible=False)
ROUNDS = Screen("rondes", "Meetrondes", _IB)
ABOUT = Screen("uitleg", "Uitleg", _ANYBODY)
INSTRUMENTS = Screen("vragenlijsten", "Vragenlijsten", _ANYBODY, below="uitleg")
OWN_QUESTIONNAIRES = Screen("eigen", "Eigen vragenlijsten", _IB | _ADMINISTRATORS, below="uitleg")
WORDS = Screen("woorden", "Onze woorden", _IB | _ADMINISTRATORS, below="uitleg")
EXPERTISE = Screen(
    "expertise", "Expertisekaart", _IB | frozenset({Position.SCHOOL_LEADER}), below="samen"
)
EXPERTISE_FORM = Screen("expertise_invullen", "Mijn expertise", _ANYBODY, visible=False)
SHARE = Screen("delen", "Delen", _IB, below="samen")
NETWORK = Screen("netwerk", "Netwerk", _NETWORKERS)
MEETING = Screen(
    "bijeenkomst",
    "Netwerkbijeenkomst",
    _IB | frozenset({Position.COACH}),
    visible=False,
)
SHARED = Screen("gedeeld", "Met mij gedeeld", _READERS)
DESK = Screen("begeleiding", "Mijn ib'ers", frozenset({Position.COACH}))
MY_DATA = Screen("gegevens", "Mijn gegevens", _ALL)
MANAGE = Screen("beheer", "Beheer", _ADMINISTRATORS)
PEOPLE = Screen("mensen", "Mensen", _ADMINISTRATORS, below="beheer")
PLACES = Screen("scholen", "Scholen en besturen", _ADMINISTRATORS, below="beheer")
QUALITY = Screen("kwaliteit", "Kwaliteit van de stellingen", _ADMINISTRATORS, below="beheer")
PERIODS = Screen("bewaren", "Bewaren en wissen", _ADMINISTRATORS, below="beheer")
PAPERS = Screen("papieren", "Papieren", _ADMINISTRATORS, below="beheer")
COME_IN = Screen("binnenkomen", "Binnenkomen", _ANYBODY, visible=False)

SCREENS = (
    START,
    ASSIGNMENT,
    SCAN,
    HAND_IN,
    TIME,
    PICTURE,
    MIRROR,
    GROWTH,
    TALKS,
    PREPARE,
    TALK,
    REPORT,
    GOALS,
    LOG,
    REFLECTION,
    TOGETHER,
    OTHERS,
    MANDATE,
    CARDS,
    LEADER,
    EXPERTISE,
    SHARE,
    NETWORK,
    MEETING,
    DESK,
    SHARED,
    JOIN,
    JOIN_HAND_IN,
    SECOND,
    EXPERTISE_FORM,
    COME_IN,
    ROUNDS,
    MY_DATA,
    MANAGE,
    PEOPLE,
    PLACES,
    PERIODS,
    QUALITY,
    PAPERS,
    ABOUT,
    INSTRUMENTS,
    OWN_QUESTIONNAIRES,
    WORDS,
)


def family(here: Screen) -> tuple[Screen, ...]:
    """The page in the navigation from which `here` is reached, or itself, and all below it."""
    head = here.below or here.name
    return tuple(each for each in SCREENS if head in {each.name, each.below})
