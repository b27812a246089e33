"""One theme at the table: both answers to each point, what belongs to it, and its questions."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from ibreflect.charts.two_seats import share_of, two_seats
from ibreflect.measure.seats import Compared, TimeSeen
from ibreflect.model.conversation import Seated, Tabled
from ibreflect.model.frozen import FrozenPart
from ibreflect.model.guide import Seat, Theme
from ibreflect.model.sharing import PART_WORDS
from ibreflect.model.time import WHOLE, percent
from ibreflect.ui import resources, shared_part, sources
from ibreflect.ui.figure import figure
from ibreflect.ui.words import literal, said
from ibreflect.usecases import cards
from ibreflect.usecases.cards import OfferedCard
from ibreflect.usecases.view_talk import ThemeSeen

_SIZE, _LARGE_SIZE = 13, 28
_SHOWS = (
    "Per punt een volle stip en een open ruit op een lijn met de woorden van de antwoorden, en een "
    "streep ertussen."
)
_HOW_TO_READ = (
    "De stip is {owner}, de ruit is {partner}. Een dikke streep is een duidelijk verschil in "
    "beeld. Wie gelijk heeft, zegt het niet."
)
_PERCENTS = tuple(percent(each) for each in range(0, WHOLE + 1, 25))
_NO_ANSWER = "geen antwoord"


def theme(here: Seated, seen: ThemeSeen, tabled: Tabled, *, is_large: bool) -> None:
    """Everything about a theme; in large type for a screen that a room looks at."""
    st.header(literal(said(seen.theme.title)), anchor=False)
    if seen.theme.explanation:
        st.markdown(literal(said(seen.theme.explanation)))
    points(here, seen, is_large=is_large)
    _cards(seen.theme)
    _picture(seen.theme, tabled)


def points(here: Seated, seen: ThemeSeen, *, is_large: bool) -> None:
    """Both answers to each point, and both estimates of the week, as far as there are any."""
    size = _LARGE_SIZE if is_large else _SIZE
    if seen.points:
        _figure(here, _rows(here, seen.points), says=seen.about, size=size)
    if seen.time:
        _figure(here, _time_rows(here, seen.time), says=_about_time(seen.time), size=size)


@st.fragment
def folded_points(here: Seated, seen: ThemeSeen) -> None:
    """The same under the title of the theme, drawn once it is opened."""
    place = st.expander(
        literal(said(seen.theme.title)), key=f"vooraf_{seen.theme.id}", on_change="rerun"
    )
    if place.open:
        with place:
            points(here, seen, is_large=False)


def _figure(here: Seated, rows: pd.DataFrame, *, says: str, size: int) -> None:
    names = {seat.value: here.conversation.name_of(seat) for seat in Seat}
    figure(two_seats(rows, size=size), says=says, shows=said(_SHOWS), table=_table(rows, **names))
    st.caption(said(_HOW_TO_READ.format(**{seat: literal(name) for seat, name in names.items()})))


def _rows(here: Seated, points: Sequence[Compared]) -> pd.DataFrame:
    rows = [
        {
            "text": said(each.point.text_for(here.seat)),
            "words": [said(word) for word in each.words],
            "differs": each.differs,
            "owner": share_of(each.owner, each.words),
            "partner": share_of(each.partner, each.words),
            "owner_answer": _word(each.words, each.owner),
            "partner_answer": _word(each.words, each.partner),
        }
        for each in points
    ]
    return _labelled(here, rows, answers=False)


def _time_rows(here: Seated, time: Sequence[TimeSeen]) -> pd.DataFrame:
    rows = [
        {
            "text": said(f"{each.name}, {each.moment}"),
            "words": _PERCENTS,
            "differs": each.differs,
            "owner": float("nan") if each.owner is None else each.owner / WHOLE,
            "partner": float("nan") if each.partner is None else each.partner / WHOLE,
            "owner_answer": _NO_ANSWER if each.owner is None else percent(each.owner),
            "partner_answer": _NO_ANSWER if each.partner is None else percent(each.partner),
        }
        for each in time
    ]
    return _labelled(here, rows, answers=True)


def _labelled(here: Seated, rows: list[dict[str, object]], *, answers: bool) -> pd.DataFrame:
    """With the words beside the marks: a name, and the answer where the scale does not tell it."""
    frame = pd.DataFrame(rows)
    for seat in Seat:
        name, given = here.conversation.name_of(seat), frame[f"{seat}_answer"]
        told = f"{name}: " + given
        frame[f"{seat}_label"] = told if answers else told.where(given == _NO_ANSWER, name)
    return frame


def _table(rows: pd.DataFrame, *, owner: str, partner: str) -> pd.DataFrame:
    """The same to read; two people of one name still have a column each."""
    return pd.DataFrame(
        {
            "Punt": rows["text"],
            f"{owner} (stip)": rows["owner_answer"],
            f"{partner} (ruit)": rows["partner_answer"],
            "Verschil in beeld": rows["differs"].map({True: "duidelijk", False: "klein of geen"}),
        }
    )


def _word(words: Sequence[str], step: int | None) -> str:
    return _NO_ANSWER if step is None else said(words[step - 1])


def _about_time(time: Sequence[TimeSeen]) -> str:
    apart = sum(each.differs for each in time)
    if not apart:
        return "Jullie schatten de week ongeveer hetzelfde in."
    return (
        f"Op {apart} van de {len(time)} plekken schatten jullie de week een dag of meer "
        "verschillend in."
    )


def _cards(theme: Theme) -> None:
    """The questions to talk about, each card with where it comes from."""
    found = [cards.one(resources.folder(), each) for each in theme.cards]
    for number, each in enumerate(filter(None, found)):
        with st.container(border=True, key=f"vragenkaart_{number}"):
            _card(each)


def _card(offered: OfferedCard) -> None:
    st.subheader(literal(said(offered.card.title)), anchor=False)
    if offered.card.explanation:
        st.markdown(literal(said(offered.card.explanation)))
    st.markdown("\n".join(f"- {literal(said(each))}" for each in offered.card.questions))
    st.caption(f"Bron: {sources.told(offered.origin)}")


def _picture(theme: Theme, tabled: Tabled) -> None:
    """The parts of the picture that belong here, each folded away."""
    if tabled.picture is None:
        return
    for each in tabled.picture.parts:
        if each.part in theme.parts:
            _folded(tabled.picture.owner, each)


@st.fragment
def _folded(owner: str, part: FrozenPart) -> None:
    """A part of the picture that is drawn once it is opened: it takes longer than all the rest."""
    title = literal(said(f"Uit het beeld van {owner}: {PART_WORDS[part.part].theirs}"))
    place = st.expander(title, key=f"beeld_{part.part}", on_change="rerun")
    if place.open:
        with place, st.container(key=f"beeldstuk_{part.part}"):
            shared_part.part(part)
