"""Which screens are whose: personal, for everybody, or for who has a link."""

from ibreflect.ui.screens import (
    ABOUT,
    CARDS,
    INSTRUMENTS,
    JOIN,
    JOIN_HAND_IN,
    LEADER,
    SCREENS,
    SECOND,
    START,
)

EXPLAINING = (LEADER, CARDS, INSTRUMENTS, ABOUT)
BY_LINK = (JOIN, JOIN_HAND_IN, SECOND)
PERSONAL = tuple(each for each in SCREENS if each not in (START, *EXPLAINING, *BY_LINK))
