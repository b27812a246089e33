"""What is agreed about mandates: the agreement as the team reads it, and the form for a new one."""

from datetime import date

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Item
from ibreflect.store.connection import Store
from ibreflect.ui import resources, session
from ibreflect.ui.words import literal
from ibreflect.usecases import mandate_agreement
from ibreflect.usecases.mandate import MandateMap
from ibreflect.usecases.mandate_agreement import LONGEST_NOTE, Agreed, Entry

_FOR_THE_TEAM = (
    "De schoolleider blijft altijd eindverantwoordelijk. Hieronder staat wie binnen die ruimte "
    "waarover gaat. Twijfel je van wie iets is? Vraag het; dan spreken we het af."
)
_ABOUT_THE_FORM = (
    "Vul in wat jij en de schoolleider hebben afgesproken, het liefst nadat jullie het team hebben "
    "gehoord. Ingevuld staat wat nu is afgesproken, en anders waar jullie het al over eens zijn. "
    "Wat je openlaat, is nog niet afgesproken. Noem geen namen van collega's of leerlingen."
)


def agreement(seen: MandateMap) -> None:
    """The agreement that holds now, with its reminder, and the earlier ones folded away."""
    if not seen.versions:
        return
    st.header("Zo werken wij", anchor=False)
    current, *earlier = seen.versions
    reminder = current.reminder(resources.today())
    if reminder:
        st.warning(reminder)
    st.markdown(_FOR_THE_TEAM)
    _version(current)
    if earlier:
        with st.expander(f"Eerdere afspraken ({len(earlier)})"):
            for each in earlier:
                st.markdown(f"**Versie {each.number}**")
                _version(each)


def form(store: Store, actor: Person, seen: MandateMap) -> None:
    """The form for what is agreed now; nothing before the ib'er has handed in."""
    if not seen.round.handed_in:
        return
    st.header("Wat hebben we afgesproken?", anchor=False)
    st.markdown(_ABOUT_THE_FORM)
    # The number of versions is in the keys: after an agreement the fields show that one.
    prefix = f"mandaat:{seen.round.round_id.hex}:{len(seen.versions)}"
    with st.form(f"{prefix}:afspraak", border=False):
        given: dict[str, tuple[int | None, str]] = {}
        for number, scale in enumerate(seen.questionnaire.scales):
            with st.expander(literal(scale.title), expanded=number == 0):
                given |= {item.id: _topic(seen, item, prefix) for item in scale.items}
        agreed_on, review_on = _days(prefix)
        pressed = st.form_submit_button("Leg deze afspraak vast", type="primary", key="leg_vast")
    if pressed:
        levels = {item_id: level for item_id, (level, _) in given.items() if level is not None}
        notes = {item_id: note for item_id, (_, note) in given.items() if note}
        _agree(store, actor, seen, Entry(levels, notes, agreed_on, review_on))


def _topic(seen: MandateMap, item: Item, prefix: str) -> tuple[int | None, str]:
    """The level and the note for one topic."""
    words = seen.questionnaire.words
    level_key, note_key = f"{prefix}:{item.id}:niveau", f"{prefix}:{item.id}:toelichting"
    agreed = seen.agreed.get(item.id)
    session.fill(level_key, agreed.level if agreed else seen.shared.get(item.id))
    session.fill(note_key, agreed.note if agreed else None)
    left, right = st.columns([2, 3])
    level = left.selectbox(
        literal(item.self_text),
        list(range(1, len(words) + 1)),
        index=None,
        format_func=lambda each: words[each - 1],
        key=level_key,
        placeholder="Nog niet afgesproken",
    )
    note = right.text_input(
        f"Toelichting bij “{literal(item.self_text)}”",
        key=note_key,
        max_chars=LONGEST_NOTE,
        placeholder="Hoeft niet. Bijvoorbeeld: binnen het budget.",
    )
    return level, note


def _days(prefix: str) -> tuple[date, date]:
    today = resources.today()
    agreed_on = st.date_input(
        "Afgesproken op", today, format="DD-MM-YYYY", key=f"{prefix}:afgesproken"
    )
    review_on = st.date_input(
        "Opnieuw bekijken op",
        mandate_agreement.half_a_year_after(today),
        format="DD-MM-YYYY",
        key=f"{prefix}:bekijken",
    )
    return agreed_on, review_on


def _agree(store: Store, actor: Person, seen: MandateMap, entry: Entry) -> None:
    try:
        mandate_agreement.agree(store, actor, seen.round.round_id, entry)
    except IbreflectError as error:
        st.error(literal(str(error)))
        return
    st.rerun()


def _version(each: Agreed) -> None:
    st.markdown(literal(each.says))
    st.table(
        each.table.map(literal),
        hide_index=True,
        border="horizontal",
        alt=f"Per onderwerp wat is afgesproken. {each.says}",
    )
