"""Every screen there is, in the order of the navigation."""

from pathlib import Path
from typing import NamedTuple

_PAGES = Path(__file__).resolve().parents[2] / "pages"
NAVIGATION = Path(__file__).with_name("navigation.py")


class Screen(NamedTuple):
    """A page file, whose name is its address, and its title.

    `below` is the name of the page from which it is reached; without one it stands in the
    navigation itself, unless it is not `visible` there.
    """

    name: str
    title: str
    below: str = ""
    visible: bool = True

    @property
    def path(self) -> str:
        """The page file, as links and the navigation name it."""
        return str(_PAGES / f"{self.name}.py")

    @property
    def in_navigation(self) -> bool:
        """Whether the navigation has a link to it on every page."""
        return self.visible and not self.below


START = Screen("start", "Start")
ASSIGNMENT = Screen("opdracht", "Mijn opdracht")
SCAN = Screen("zelfscan", "Zelfscan")
HAND_IN = Screen("inleveren", "Inleveren", visible=False)
TIME = Screen("tijd", "Mijn tijd")
PICTURE = Screen("beeld", "Mijn beeld")
MIRROR = Screen("spiegel", "Met anderen", below="beeld")
GROWTH = Screen("groei", "Groei")
TOGETHER = Screen("samen", "Samen")
OTHERS = Screen("anderen", "Anderen vragen", below="samen")
MANDATE = Screen("mandaat", "Mandaatkaart", below="samen")
CARDS = Screen("kaarten", "Gesprekskaarten", below="samen")
LEADER = Screen("schoolleider", "Voor de schoolleider", below="samen")
JOIN = Screen("meedoen", "Meedoen", visible=False)
JOIN_HAND_IN = Screen("meedoen_inleveren", "Meedoen: inleveren", visible=False)
SECOND = Screen("meekijken", "Meekijken", visible=False)
ROUNDS = Screen("rondes", "Meetrondes")
ABOUT = Screen("uitleg", "Uitleg")
INSTRUMENTS = Screen("vragenlijsten", "Vragenlijsten", below="uitleg")
OWN_QUESTIONNAIRES = Screen("eigen", "Eigen vragenlijsten", below="uitleg")
WORDS = Screen("woorden", "Onze woorden", below="uitleg")

SCREENS = (
    START,
    ASSIGNMENT,
    SCAN,
    HAND_IN,
    TIME,
    PICTURE,
    MIRROR,
    GROWTH,
    TOGETHER,
    OTHERS,
    MANDATE,
    CARDS,
    LEADER,
    JOIN,
    JOIN_HAND_IN,
    SECOND,
    ROUNDS,
    ABOUT,
    INSTRUMENTS,
    OWN_QUESTIONNAIRES,
    WORDS,
)


def family(here: Screen) -> tuple[Screen, ...]:
    """The page in the navigation from which `here` is reached, or itself, and all below it."""
    head = here.below or here.name
    return tuple(each for each in SCREENS if head in {each.name, each.below})
