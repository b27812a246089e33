"""Every screen there is, in the order of the navigation."""

from pathlib import Path
from typing import NamedTuple

_PAGES = Path(__file__).resolve().parents[2] / "pages"
NAVIGATION = Path(__file__).with_name("navigation.py")


class Screen(NamedTuple):
    """A page file, whose name is its address, and its title in the navigation."""

    name: str
    title: str
    visible: bool = True

    @property
    def path(self) -> str:
        """The page file, as links and the navigation name it."""
        return str(_PAGES / f"{self.name}.py")


START = Screen("start", "Start")
ASSIGNMENT = Screen("opdracht", "Mijn opdracht")
SCAN = Screen("zelfscan", "Zelfscan")
HAND_IN = Screen("inleveren", "Inleveren", visible=False)
PICTURE = Screen("beeld", "Mijn beeld")
GROWTH = Screen("groei", "Groei")
ROUNDS = Screen("rondes", "Meetrondes")
ABOUT = Screen("uitleg", "Uitleg")

SCREENS = (START, ASSIGNMENT, SCAN, HAND_IN, PICTURE, GROWTH, ROUNDS, ABOUT)
