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
ROUNDS = Screen("rondes", "Meetrondes", Section.SCAN)
PICTURE = Screen("beeld", "Mijn beeld", Section.PICTURE)
GROWTH = Screen("groei", "Groei", Section.PICTURE)
ABOUT = Screen("uitleg", "Uitleg", Section.ABOUT)

SCREENS = (START, ASSIGNMENT, SCAN, HAND_IN, ROUNDS, PICTURE, GROWTH, ABOUT)
