"""The figures of a network on the screen."""

import streamlit as st

from ibreflect.charts.network_dots import network_dots
from ibreflect.measure import network_sentences as sentences
from ibreflect.measure.dutch import listed
from ibreflect.measure.network import FLOOR, LEAST_SCANS
from ibreflect.model.days import in_dutch
from ibreflect.model.person import Person
from ibreflect.model.place import Place
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.figure import figure
from ibreflect.ui.words import literal, said
from ibreflect.usecases import network_own, networks, view_network
from ibreflect.usecases.networks import Snapshot
from ibreflect.usecases.view_network import Chapter, Named, Own, Part

_HOW_TO_READ = (
    "Elke stip is het gemiddelde van een groep van minstens vijf scholen; een stip is dus nooit "
    "één school of één mens. Een school telt één keer, ook als er meer ib'ers meedoen. Wie "
    "dit mag zien, ziet hetzelfde. Het is er om samen over te praten, niet om te vergelijken wie "
    "verder is: scholen verschillen, en dus verschilt ook het werk."
)
_HOW_TO_READ_YEARS = (
    "Elke lijn is een beeld dat toen gemaakt is. De zin boven een figuur gaat over het nieuwste. "
    "De groepen scholen zijn elke keer andere, en er kunnen scholen bij gekomen zijn. Of iets "
    "veranderde, staat daarom in de zin eronder: die gaat alleen over dezelfde scholen."
)
_FOR_THE_BOARD = (
    "Voor het bestuur: deze figuren gaan over het hele netwerk, niet over jullie scholen apart. "
    "Gebruik ze om te kijken welke kaders ib'ers nodig hebben. Hoe het werk op een school verdeeld "
    "wordt, spreken schoolleider en ib'er daar af."
)
_NOT_YET = (
    "Er is nog geen beeld van {name}. Een coach maakt het, zodra minstens {scans} meetrondes van "
    "minstens {schools} scholen meetellen."
)
_NO_CHANGE = (
    "Staat er onder een figuur niets over verandering? Dan zijn er te weinig dezelfde scholen, of "
    "zou te zien zijn wat één school antwoordde."
)
_TOO_FEW = "Van minder dan vijf scholen is er een waarde, en daarom staat hier niets, bij:"
_NOBODY_KNOWS = "Van minder dan vijf scholen is dit bekend. Daarom staat hier niets."
_NOTHING = "Niets dat bij een kwart van de scholen of meer speelt."
_NO_GAPS = "Ib'ers en leraren zien nergens duidelijk iets anders."
_MINE = (
    "Alleen jij ziet je eigen plek. Ze zegt niet of je het goed doet: op een andere school is het "
    "werk anders. Zet haar uit als er anderen meekijken."
)
_OF_ALL, _YEARS = 0, "over de jaren"


def one_network(mine: tuple[Place, ...]) -> Place:
    """The network to look at: the first unless another is chosen."""
    if len(mine) == 1:
        return mine[0]
    return st.selectbox("Welk netwerk?", mine, format_func=lambda each: each.name, key="netwerk")


def figures(store: Store, actor: Person, place: Place) -> None:
    """The newest snapshot unless another is chosen, or all of them beside each other."""
    today = resources.today()
    found = networks.published(store, actor, place.place_id, today=today)
    if not found:
        says = _NOT_YET.format(name=literal(place.name), scans=LEAST_SCANS, schools=FLOOR)
        st.info(said(says))
        return
    if networks.is_for_a_board(store, actor, today=today):
        st.info(said(_FOR_THE_BOARD))
    chosen = _one(found)
    if chosen is None:
        _years(found)
        return
    _snapshot(chosen, _own(store, actor, place))


def _one(found: tuple[Snapshot, ...]) -> Snapshot | None:
    """The snapshot to look at; None for all of them beside each other."""
    if len(found) == 1:
        return found[0]
    by_number = {each.number: each for each in found}
    number = st.selectbox(
        "Welk beeld?",
        [*by_number, _OF_ALL],
        format_func=lambda each: in_dutch(by_number[each].made_on) if each else _YEARS,
        key="netwerk_beeld",
    )
    return by_number.get(number)


def _own(store: Store, actor: Person, place: Place) -> Own | None:
    """The reader's own place, for an ib'er of the network who wants to see it now."""
    if not network_own.has_place(store, actor, place.place_id):
        return None
    wanted = st.toggle("Zet mijn eigen plek erbij", key="netwerk_mijn")
    mine = network_own.place(store, actor, place.place_id) if wanted else None
    if mine is None:
        return None
    label = f"{literal(mine.subject.term.label)}, {literal(mine.subject.school_name)}"
    st.caption(said(f"Jouw plek: {label}. {_MINE}"))
    if mine.context:
        st.caption("  \n".join(literal(said(line)) for line in mine.context))
    return mine.own


def _snapshot(chosen: Snapshot, own: Own | None) -> None:
    shown = chosen.figures
    st.markdown(
        f"Gemaakt op {in_dutch(chosen.made_on)}, uit minstens {shown.scans} meetrondes van "
        f"minstens {shown.schools} scholen."
    )
    st.caption(said(_HOW_TO_READ))
    if shown.subgroup:
        st.caption(said(sentences.parts(shown.subgroup)))
    seen = view_network.view(
        shown, [each.questionnaire for each in resources.questionnaires()], own
    )
    if chosen.number > 1:
        _why_no_change(seen.chapters)
    for chapter in seen.chapters:
        _chapter(chapter)
    _named("Waarover is het mandaat onzeker?", seen.unsure, _NOTHING, sentences.UNSURE_ASKS)
    _named("Welk werk zien anderen niet?", seen.unseen, _NOTHING, sentences.UNSEEN_ASKS)
    _named("Waar zien ib'ers en leraren het anders?", seen.gaps, _NO_GAPS, sentences.GAPS_ASK)
    if seen.time:
        st.header("Waar de tijd heen gaat", anchor=False)
        st.markdown(f"**{literal(seen.time.says)}**")
        st.table(seen.time.read, hide_index=True, border="horizontal", alt=seen.time.says)
        _ask(sentences.TIME_ASKS)


def _years(found: tuple[Snapshot, ...]) -> None:
    st.caption(said(_HOW_TO_READ_YEARS))
    asked = [each.questionnaire for each in resources.questionnaires()]
    chapters = view_network.over_the_years(found, asked)
    _why_no_change(chapters)
    for chapter in chapters:
        _chapter(chapter)


def _why_no_change(chapters: tuple[Chapter, ...]) -> None:
    """Once, and not below every figure."""
    if any(part.change == sentences.NO_CHANGE for each in chapters for part in each.parts):
        st.caption(said(_NO_CHANGE))


def _chapter(chapter: Chapter) -> None:
    st.header(literal(said(chapter.title)), anchor=False)
    for part in chapter.parts:
        _part(part)
    if chapter.hidden:
        st.markdown(f"{_TOO_FEW} {literal(said(listed(chapter.hidden)))}.")


def _part(part: Part) -> None:
    st.subheader(literal(said(part.title[:1].upper() + part.title[1:])), anchor=False)
    figure(
        network_dots(part.figure.drawn, words=part.words),
        says=part.figure.says,
        shows="Een lijn van bijna nooit tot bijna altijd, met een stip voor elke groep scholen.",
        table=part.figure.read,
    )
    if part.change != sentences.NO_CHANGE:
        st.caption(literal(said(part.change)))
    _ask(part.question)


def _named(title: str, named: Named, nothing: str, question: str) -> None:
    st.header(title, anchor=False)
    if not named.lines:
        st.markdown(said(nothing if named.known else _NOBODY_KNOWS))
        return
    for each in named.lines:
        st.markdown(f"- {literal(said(each))}")
    _ask(question)


def _ask(question: str) -> None:
    """A question for the meeting of the network."""
    st.markdown(f"*Om te bespreken: {literal(said(question))}*")
