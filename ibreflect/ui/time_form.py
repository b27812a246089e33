"""Mijn tijd: numbers that are kept as soon as they are typed, and what they show together."""

from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ibreflect.charts.time_rounds import time_rounds
from ibreflect.charts.time_split import time_split
from ibreflect.errors import IbreflectError
from ibreflect.measure.care_magnet import CareMagnet
from ibreflect.measure.time_sentences import ABOUT_EQUAL, about_total
from ibreflect.model.person import Person
from ibreflect.model.round import Round
from ibreflect.model.time import (
    SPLITS,
    WHOLE,
    Moment,
    Slot,
    TimePart,
    TimeSplit,
    division,
    entered,
    percent,
)
from ibreflect.store.connection import Store
from ibreflect.ui import session
from ibreflect.ui.figure import figure, multiples
from ibreflect.ui.words import literal, said
from ibreflect.usecases import time, view_time
from ibreflect.usecases.frames import Figure
from ibreflect.usecases.time import Time
from ibreflect.usecases.view_time import SplitLines

INTRODUCTION = (
    "Neem een gewone week van de laatste tijd in gedachten en verdeel die in procenten; grof is "
    "goed genoeg, stappen van 5 ook. Zet daarnaast hoe je het zou willen. Elk getal wordt bewaard "
    f"zodra je het invult, en een verdeling telt pas mee als het samen {percent(WHOLE)} is: een "
    "leeg vak is dan 0."
)
ROUGH = (
    f"Minder dan {ABOUT_EQUAL} punten verschil heet hier ongeveer gelijk. Dat is een keuze en geen "
    "meting: een week uit je hoofd is ruw."
)
_CARE_STAYS = (
    "Curatief werk blijft nodig, ook op een school die veel voorkomt. Hoeveel ervan bij jou past, "
    "hangt af van jullie school en van je opdracht."
)
_QUESTION = (
    "Herken je dat veel zorg naar jou toe komt? Wie zou er iets van kunnen oppakken, en wat heeft "
    "die daarvoor van jou nodig?"
)
_RULE = (
    "Een ib'er bij wie de zorg vanzelf terechtkomt, wordt wel een zorgmagneet genoemd. We leggen "
    f"vier dingen naast elkaar: of curatief werk nu minstens {ABOUT_EQUAL} punten meer tijd krijgt "
    "dan je wenst, of dat ook zo is voor de eerste lijn, of herstellen in de module duidelijk "
    "hoger ligt dan voorkomen, en of je vaak of bijna altijd taken oppakt die blijven liggen. Pas "
    "als er twee of meer zo zijn, stellen we de vraag. Die grenzen zijn een keuze, geen meting. De "
    "taken die blijven liggen, tellen ook mee in herstellen: die twee staan dus niet los van "
    "elkaar. En de meetonzekerheid van de module is een aanname voor schalen van ongeveer acht "
    "stellingen; hier zijn het er vier, dus het verschil is minder zeker."
)


class _Week(NamedTuple):
    """The time of a round, and under which keys its numbers stand on the screen."""

    store: Store
    actor: Person
    kept: Time
    keys: dict[Slot, str]


def time_form(store: Store, actor: Person, kept: Time) -> None:
    """Ask every number of a round, and draw what they show below it.

    The number on disk is in the key: a tab that was left behind then cannot send its older number
    over a newer one from elsewhere. The keys stay as they are while the fragment runs again, so
    that the cursor stays where it was.
    """
    slots = [
        Slot(split.split_id, part.part_id, moment)
        for split in SPLITS
        for part in split.parts
        for moment in Moment
    ]
    keys = {slot: _key(kept, slot) for slot in slots}
    _fill_in_and_look(_Week(store, actor, kept, keys))


def look_back(store: Store, actor: Person, last: Round) -> None:
    """What a round that is closed shows, with the rounds before it."""
    st.caption(f"{last.term.label}, {literal(last.school_name)}")
    picture = view_time.picture(store, actor, last.round_id, session.assumptions())
    if not picture.divisions:
        st.info("In je laatste meetronde heb je je tijd niet verdeeld.")
    for split in SPLITS:
        if split.split_id in picture.divisions:
            st.header(split.title, anchor=False)
            _division(picture.divisions[split.split_id])
    for lines in picture.lines:
        _over_rounds(lines)


@st.fragment
def _fill_in_and_look(week: _Week) -> None:
    below = {split.split_id: _ask(week, split) for split in SPLITS}
    picture = view_time.picture(
        week.store, week.actor, week.kept.round.round_id, session.assumptions()
    )
    for split_id, drawn in picture.divisions.items():
        with below[split_id]:
            _division(drawn)
    for lines in picture.lines:
        _over_rounds(lines)
    _ask_about_care(picture.care_magnet)


def _ask(week: _Week, split: TimeSplit) -> DeltaGenerator:
    """The numbers of one split at both moments; returns the place below them."""
    st.header(split.title, anchor=False)
    st.markdown(said(split.question))
    st.markdown("\n".join(said(f"- **{part.name}.** {part.meaning}") for part in split.parts))
    for column, moment in zip(st.columns(2), Moment, strict=True):
        with column:
            _ask_moment(week, split, moment)
    return st.container()


def _ask_moment(week: _Week, split: TimeSplit, moment: Moment) -> None:
    st.subheader(moment.capitalize(), anchor=False)
    saved = [_ask_number(week, split, part, moment) for part in split.parts]
    shares = entered(split, moment, week.kept.numbers)
    total = about_total(moment, shares) if shares else "Nog niets ingevuld."
    said = f"Opgeslagen. {total}" if any(saved) else total
    st.html(f'<p role="status" class="stand">{said}</p>')
    earlier = division(split, week.kept.earlier_numbers)
    before = earlier.now if moment is Moment.NOW else earlier.wished
    if week.kept.earlier and before:
        numbers = [f"{part.name.lower()} {percent(before[part.part_id])}" for part in split.parts]
        st.caption(f"Vorige keer ({week.kept.earlier.term.label}): {', '.join(numbers)}.")


def _ask_number(week: _Week, split: TimeSplit, part: TimePart, moment: Moment) -> bool:
    """One number; True when it was saved just now."""
    slot = Slot(split.split_id, part.part_id, moment)
    numbers = week.kept.numbers
    session.fill(week.keys[slot], numbers.get(slot))
    given = st.number_input(
        f"{part.name}, {moment}",
        min_value=0,
        max_value=WHOLE,
        value=None,
        step=5,
        key=week.keys[slot],
        placeholder="0 tot 100",
    )
    if given == numbers.get(slot):
        return False
    try:
        time.keep(week.store, week.actor, week.kept.round.round_id, slot=slot, percent=given)
    except IbreflectError as error:
        st.error(str(error))
        return False
    numbers.pop(slot, None)
    numbers.update({} if given is None else {slot: given})
    return True


def _key(kept: Time, slot: Slot) -> str:
    place = f"{slot.split_id}:{slot.part_id}:{slot.moment}"
    return f"tijd:{kept.round.round_id.hex}:{place}:{kept.numbers.get(slot, 'leeg')}"


def _division(drawn: Figure) -> None:
    figure(
        time_split(drawn.drawn),
        says=drawn.says,
        shows="Per onderdeel een volle balk voor nu en een open balk voor gewenst.",
        table=drawn.read,
    )
    st.caption(ROUGH)


def _over_rounds(lines: SplitLines) -> None:
    st.header(f"{lines.split.title}, over de meetrondes", anchor=False)
    multiples(
        [time_rounds(each.drawn, part=each.part.name) for each in lines.parts],
        says=lines.says,
        shows="Per onderdeel een lijn over de meetrondes, en een open ruit voor de laatste wens.",
        table=lines.read,
    )


def _ask_about_care(found: CareMagnet) -> None:
    """The question whether much care comes to the ib'er, or what was looked at without one."""
    st.header("Komt veel zorg naar jou toe?", anchor=False)
    st.markdown(f"**{found.says}**")
    listed = found.there if found.asks else [sign.says for sign in found.signs]
    st.markdown("\n".join(f"- {literal(said(each))}" for each in listed))
    if found.asks:
        st.markdown(_QUESTION)
    st.markdown(_CARE_STAYS)
    with st.expander("Waar is naar gekeken?"):
        st.markdown(said(_RULE))
        st.markdown("\n".join(f"- {literal(said(sign.says))}" for sign in found.signs))
