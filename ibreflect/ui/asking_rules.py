"""The rules that asking begins with: entered once, fixed, and read by everybody who answers."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.measure import disclosure, school_calendar
from ibreflect.measure.dutch import listed
from ibreflect.measure.school_calendar import Region
from ibreflect.model.asking import ANONYMOUS, GROUP_WORDS, HandedOutBy, Rules
from ibreflect.model.days import with_weekday
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Questionnaire, RaterGroup
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.words import count_of, literal
from ibreflect.usecases import asking, floors
from ibreflect.usecases.asking import HIGHEST_FLOOR, Asking

_BY = {
    HandedOutBy.MAIL: "ibreflect mailt ze; niemand anders ziet ze",
    HandedOutBy.SECOND: "iemand anders deelt ze uit; jij ziet ze niet",
    HandedOutBy.SELF: "ik deel ze zelf uit",
}

_LONG = 15


def enter(store: Store, actor: Person, state: Asking) -> None:
    """The form with which asking begins."""
    st.header("Afspraken", anchor=False)
    st.markdown(
        "Dit leg je één keer vast. Iedereen leest het voor het antwoorden, en daarom verandert "
        "het daarna niet meer. Alleen meer tijd geven kan nog."
    )
    with st.container(border=True, key="afspraken"):
        asked = _what(state)
        opens, closes, region = _when()
        chosen = _floors(state, floors.of_installation(store))
        by = _by(state)
        name, address = _reply(actor, by)
        rules = Rules(opens, closes, chosen, asked, region.value, name, address, by)
        if st.button("Begin met vragen", type="primary", key="begin_vragen"):
            _begin(store, actor, state, rules)


def fixed(state: Asking) -> None:
    """The rules as they were fixed."""
    rules = state.rules
    if rules is None:
        return
    shown_from = listed(
        [
            f"{GROUP_WORDS[group]} {rules.floors[group]}"
            for group in ANONYMOUS
            if group in state.numbers
        ]
        or ["geen"]
    )
    titles = listed([each.title for each in state.questionnaires])
    with st.expander("De afspraken"):
        st.markdown(
            f"- Open van {with_weekday(rules.opens_on)} tot en met "
            f"{with_weekday(rules.closes_on)}\n"
            f"- Te zien vanaf: {shown_from}\n"
            f"- Voorgelegd: {literal(titles)}\n"
            f"- De links: {_BY[rules.handed_out_by]}"
        )


def _what(state: Asking) -> tuple[str, ...]:
    titles = {each.id: each.title for each in state.questionnaires}
    chosen = st.multiselect(
        "Wat leg je anderen voor?",
        list(titles),
        default=list(asking.advised(state.questionnaires)),
        format_func=titles.__getitem__,
        key="vraag_wat",
        placeholder="Kies een vragenlijst",
    )
    asked = [each for each in state.questionnaires if each.id in chosen]
    if asked:
        _load(asked, state.numbers)
    return tuple(each.id for each in asked)


def _load(asked: Sequence[Questionnaire], numbers: Mapping[RaterGroup, int]) -> None:
    """How much time it asks; a small team is asked a lot soon."""
    each = {group: asking.minutes(asked, group) for group in numbers}
    longest, people = max(each.values()), sum(numbers.values())
    total = sum(each[group] * count for group, count in numbers.items())
    st.caption(
        f"Je vraagt {count_of(people, 'persoon', 'mensen')} om hoogstens {longest} minuten; samen "
        f"is dat ongeveer {total} minuten. Ieder krijgt alleen vragen over wat diegene kan zien."
    )
    if longest > _LONG:
        st.warning(
            f"Meer dan {_LONG} minuten is veel gevraagd. Leg minder vragenlijsten voor: wie moe "
            "is, antwoordt minder goed."
        )


def _when() -> tuple[date, date, Region]:
    today = resources.today()
    regions = [each.value for each in Region]
    region = Region(
        st.selectbox("In welke vakantieregio ligt de school?", regions, index=1, key="regio")
    )
    first, last = st.columns(2)
    opens = first.date_input(
        "Eerste dag", value=today, min_value=today, format="DD-MM-YYYY", key="eerste_dag"
    )
    closes = last.date_input(
        "Laatste dag",
        value=school_calendar.closing_day(opens, region),
        min_value=today,
        format="DD-MM-YYYY",
        key=f"laatste_dag:{opens}:{region}",
    )
    for warning in school_calendar.warnings(opens, closes, region):
        st.warning(warning)
    return opens, closes, region


def _floors(state: Asking, least: Mapping[RaterGroup, int]) -> Mapping[RaterGroup, int]:
    """The floors: one for everybody who works at the school, one for parents; `least` or higher."""
    with st.expander("Vanaf hoeveel antwoorden is een groep te zien?"):
        st.markdown(
            "Hoger mag, lager niet: met minder mensen is te raden wie wat zei. Vijf is rustiger "
            "dan drie, als je genoeg mensen vraagt."
        )
        lowest = least[RaterGroup.TEACHER]
        colleagues = _floor("leraren, collega's en bestuur", lowest, "drempel_collegas")
        parents = least[RaterGroup.PARENT]
        if RaterGroup.PARENT in state.numbers:
            parents = _floor("ouders", parents, "drempel_ouders")
        return disclosure.floors(colleagues, parents)


def _floor(whose: str, lowest: int, key: str) -> int:
    return int(
        st.number_input(f"Drempel voor {whose}", min_value=lowest, max_value=HIGHEST_FLOOR, key=key)
    )


def _by(state: Asking) -> HandedOutBy:
    possible = [HandedOutBy.MAIL] if resources.desk().post else []
    possible += [HandedOutBy.SECOND] if state.has_handing_out else []
    if not possible:
        st.markdown(
            "De links deel je zelf uit. Wil je ze liever niet zien? Vraag dan eerst bij “Iemand "
            "kijkt mee” iemand om ze uit te delen."
        )
        return HandedOutBy.SELF
    return st.radio(
        "Hoe komen de links bij de mensen?",
        [*possible, HandedOutBy.SELF],
        format_func=_BY.__getitem__,
        key="uitdelen",
    )


def _reply(actor: Person, by: HandedOutBy) -> tuple[str, str]:
    left, right = st.columns(2)
    name = left.text_input(
        "Bij wie kunnen mensen met vragen terecht?",
        value=actor.name,
        max_chars=80,
        key="antwoord_naam",
    )
    optional = "" if by is HandedOutBy.MAIL else " (hoeft niet)"
    address = right.text_input(
        f"Mailadres van die persoon{optional}", max_chars=120, key="antwoord_adres"
    )
    return name or "", (address or "").strip()


def _begin(store: Store, actor: Person, state: Asking, rules: Rules) -> None:
    try:
        asking.begin(store, actor, state.round.round_id, rules, today=resources.today())
    except IbreflectError as error:
        st.error(literal(str(error)).replace("\n", "\n\n"))
        return
    st.rerun()
