"""Every screen there is, in the order of the navigation."""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

_PAGES = Path(__file__).resolve().parents[2] / "pages"
NAVIGATION = Path(__file__).with_name("navigation.py")


class Section(StrEnum):
    """What pages stand together under in the navigation; pages without one stand on their own."""

    ALONE = ""
    SCAN = "Mijn scan"
    PICTURE = "Wat ik zie"
    TOGETHER = "Samen"
    ABOUT = "Over"


class Screen(NamedTuple):
    """A page file, whose name is its address, and its title and place in the navigation."""

    name: str
    title: str
    section: Section
    visible: bool = True

    @property
    def path(self) -> str:
        """The page file, as links and the navigation name it."""
        return str(_PAGES / f"{self.name}.py")


START = Screen("start", "Start", Section.ALONE)
ASSIGNMENT = Screen("opdracht", "Mijn opdracht", Section.SCAN)
SCAN = Screen("zelfscan", "Zelfscan", Section.SCAN)
HAND_IN = Screen("inleveren", "Inleveren", Section.SCAN, visible=False)
TIME = Screen("tijd", "Mijn tijd", Section.SCAN)
ROUNDS = Screen("rondes", "Meetrondes", Section.SCAN)
PICTURE = Screen("beeld", "Mijn beeld", Section.PICTURE)
GROWTH = Screen("groei", "Groei", Section.PICTURE)
OTHERS = Screen("anderen", "Anderen vragen", Section.TOGETHER)
TOGETHER = Screen("samen", "Samen en school", Section.TOGETHER)
MANDATE = Screen("mandaat", "Mandaatkaart", Section.TOGETHER)
LEADER = Screen("schoolleider", "Voor de schoolleider", Section.TOGETHER)
JOIN = Screen("meedoen", "Meedoen", Section.TOGETHER, visible=False)
JOIN_HAND_IN = Screen("meedoen_inleveren", "Meedoen: inleveren", Section.TOGETHER, visible=False)
CARDS = Screen("kaarten", "Gesprekskaarten", Section.TOGETHER)
INSTRUMENTS = Screen("vragenlijsten", "Vragenlijsten", Section.ABOUT)
ABOUT = Screen("uitleg", "Uitleg", Section.ABOUT)
WORDS = Screen("woorden", "Onze woorden", Section.ABOUT)
OWN_QUESTIONNAIRES = Screen("eigen", "Eigen vragenlijsten", Section.ABOUT)

SCREENS = (
    START,
    ASSIGNMENT,
    SCAN,
    HAND_IN,
    TIME,
    ROUNDS,
    PICTURE,
    GROWTH,
    OTHERS,
    TOGETHER,
    MANDATE,
    LEADER,
    JOIN,
    JOIN_HAND_IN,
    CARDS,
    INSTRUMENTS,
    ABOUT,
    OWN_QUESTIONNAIRES,
    WORDS,
)
