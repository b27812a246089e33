"""A request to answer about an ib'er's work: who asks whom, and the sentences that say so."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from ibreflect.model.days import with_weekday
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.vocabulary import Calling
from ibreflect.reports.plain import one_line


class Letter(NamedTuple):
    """What a request to one person needs; names may hold anything, addresses are valid and ASCII.

    `asked_by` is the ib'er, `receiver_name` may be empty, `link` and `unsubscribe_link` are
    whole addresses, each with a secret part of its own. A message to the sender goes to
    `reply_name`, somebody whom the receiver knows. `minutes` is at least 1; `threshold` is from how
    many answers a group is shown, None when the receiver answers by name; `closes_on` is the last
    day on which answers are taken; `message_id` is '<...@...>'; `sent_at` knows its time zone.
    """

    asked_by: str
    school: str
    group: RaterGroup
    receiver_name: str
    receiver_address: str
    link: str
    unsubscribe_link: str
    reply_name: str
    reply_address: str
    minutes: int
    threshold: int | None
    closes_on: date
    from_address: str
    from_name: str
    message_id: str
    sent_at: datetime
    calling: Calling = Calling.IB_COORDINATOR


PURPOSE = "De antwoorden zijn om van te leren en samen te bespreken. Het is geen beoordeling."

_SHORT = {Calling.IB_COORDINATOR: "ib'er", Calling.QUALITY_COORDINATOR: "kc'er"}
_LONG = {
    Calling.IB_COORDINATOR: "intern begeleider (ib'er)",
    Calling.QUALITY_COORDINATOR: "kwaliteitscoördinator (kc'er)",
}
_WORKS_WITH: Mapping[RaterGroup, str] = {
    RaterGroup.SCHOOL_LEADER: "Als schoolleider maak je dat werk van dichtbij mee.",
    RaterGroup.TEACHER: "Als leraar maak je dat werk van dichtbij mee.",
    RaterGroup.COLLEAGUE: "Als collega maak je dat werk van dichtbij mee.",
    RaterGroup.BOARD: "Vanuit het bestuur of het samenwerkingsverband zie jij dat werk ook.",
}


def cleaned(letter: Letter) -> Letter:
    """The letter with every name on one line and without invisible characters."""
    return letter._replace(
        asked_by=one_line(letter.asked_by),
        school=one_line(letter.school),
        receiver_name=one_line(letter.receiver_name),
        reply_name=one_line(letter.reply_name),
        from_name=one_line(letter.from_name),
    )


def greeting(letter: Letter) -> str:
    """'Hallo Tom,', or 'Hallo,' to somebody without a name."""
    return f"Hallo {letter.receiver_name}," if letter.receiver_name else "Hallo,"


def who_asks(letter: Letter) -> str:
    """Who asks for answers and why this person; parents read what an ib'er is."""
    if letter.group is RaterGroup.PARENT:
        return (
            f"{letter.asked_by} is de {_LONG[letter.calling]} van {letter.school}. Dat is iemand "
            "die leraren helpt om elk kind goed te laten leren. "
            f"{letter.asked_by} wil graag weten wat ouders van dat werk merken. Wil je een paar "
            "vragen beantwoorden?"
        )
    return (
        f"{letter.asked_by}, {_SHORT[letter.calling]} van {letter.school}, kijkt naar het eigen "
        f"werk en hoort graag hoe anderen dat zien. {_WORKS_WITH[letter.group]} Wil je een paar "
        "vragen beantwoorden?"
    )


def i_ask(letter: Letter) -> str:
    """The same in the words of the one who asks."""
    if letter.group is RaterGroup.PARENT:
        return (
            f"Ik ben de {_LONG[letter.calling]} van {letter.school}: ik help leraren om elk kind "
            "goed te laten leren. Ik wil graag weten wat ouders van dat werk merken."
        )
    return (
        f"Ik kijk naar mijn werk als {_SHORT[letter.calling]} van {letter.school} en hoor graag "
        f"hoe anderen dat zien. {_WORKS_WITH[letter.group]}"
    )


def readers(letter: Letter) -> str:
    """Who reads which answers, and when."""
    if letter.threshold is None:
        return (
            f"Je antwoorden staan op jouw naam. {letter.asked_by} ziet ze als jullie allebei klaar "
            "zijn."
        )
    return (
        "Je antwoorden zijn alleen te zien samen met die van anderen, en pas vanaf "
        f"{letter.threshold} antwoorden. Niemand ziet wie wat zei, ook {letter.asked_by} niet."
    )


def i_read(letter: Letter) -> str:
    """The same in the words of the one who asks."""
    if letter.threshold is None:
        return "Je antwoorden staan op jouw naam. Ik zie ze als we allebei klaar zijn."
    return (
        "Je antwoorden zijn alleen te zien samen met die van anderen, en pas vanaf "
        f"{letter.threshold} antwoorden. Niemand ziet wie wat zei, ook ik niet."
    )


def duration(letter: Letter) -> str:
    """About how long it takes: 'ongeveer 8 minuten'."""
    return f"ongeveer {letter.minutes} {'minuut' if letter.minutes == 1 else 'minuten'}"


def last_day(letter: Letter) -> str:
    """Until when: 'tot en met woensdag 3 maart 2027'."""
    return f"tot en met {with_weekday(letter.closes_on)}"
