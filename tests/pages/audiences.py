"""Which screens are whose: personal, for everybody, for who has a link, or where people sign in."""

from ibreflect.ui.screens import (
    ABOUT,
    CARDS,
    COME_IN,
    DESK,
    EXPERTISE_FORM,
    INSTRUMENTS,
    JOIN,
    JOIN_HAND_IN,
    LEADER,
    MANAGE,
    PAPERS,
    PEOPLE,
    PERIODS,
    PLACES,
    QUALITY,
    SCREENS,
    SECOND,
    SHARED,
    START,
)

EXPLAINING = (LEADER, CARDS, INSTRUMENTS, ABOUT)
BY_LINK = (JOIN, JOIN_HAND_IN, SECOND, EXPERTISE_FORM)
TOGETHER_ONLY = (DESK, SHARED, MANAGE, PEOPLE, PLACES, QUALITY, PERIODS, PAPERS)
OPEN = (START, COME_IN, *EXPLAINING, *BY_LINK)
PERSONAL = tuple(each for each in SCREENS if each not in (*OPEN, *TOGETHER_ONLY))
