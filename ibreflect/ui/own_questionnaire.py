"""Taking a questionnaire along as a file, bringing one in, and the list of own versions."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import pandas as pd
import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Questionnaire, RaterGroup
from ibreflect.questionnaires.crosswalk import ItemChange, ItemKind
from ibreflect.questionnaires.load import Instrument
from ibreflect.store.connection import Store
from ibreflect.store.own_questionnaires import OwnVersion
from ibreflect.ui import resources
from ibreflect.ui.words import count_of, literal
from ibreflect.usecases import own_questionnaires, people
from ibreflect.usecases.exchange import READABLE, exported
from ibreflect.usecases.own_questionnaires import Proposal

HOW = (
    "Neem een vragenlijst mee, verander haar in Excel of in een teksteditor, en neem haar hier "
    "weer op. Elke wijziging krijgt een nieuw versienummer; meetrondes die al bestaan, houden hun "
    "eigen tekst. Een id van een stelling wordt nooit hergebruikt: vraagt een stelling iets "
    "anders, geef haar dan een nieuw id. Anders lijkt een andere vraag op groei."
)
_UPLOAD_MB = 1
_SELF = "de ib'er"


class _Form(NamedTuple):
    """A kind of file to take along: what it is called, its extension and its media type."""

    label: str
    extension: str
    media_type: str


_FOR_EDITING = (
    _Form("Tekst (YAML)", "yaml", "application/yaml"),
    _Form(
        "Excel (XLSForm)",
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
)
_FOR_ELSEWHERE = (
    _Form("SurveyJS (JSON)", "json", "application/json"),
    _Form("LimeSurvey (tabs)", "txt", "text/tab-separated-values"),
)


def take_along(offered: Sequence[Instrument]) -> None:
    """Choose a questionnaire and download it, to edit or to use in another program."""
    chosen = st.selectbox(
        "Welke vragenlijst?",
        sorted((each.questionnaire for each in offered), key=lambda asked: asked.kind),
        format_func=lambda asked: f"{asked.title} (versie {asked.version})",
        key="eigen_keuze",
    )
    st.caption("Om te veranderen. Alles zit erin.")
    _buttons(chosen, _FOR_EDITING, None)
    st.caption("Voor een ander programma, in de woorden van wie haar daar invult.")
    people: dict[str, RaterGroup | None] = {_SELF: None, **{str(g): g for g in chosen.groups}}
    who = st.selectbox("Wie vult haar daar in?", list(people), key="eigen_voor_wie")
    _buttons(chosen, _FOR_ELSEWHERE, people[who])


def _buttons(asked: Questionnaire, forms: Sequence[_Form], group: RaterGroup | None) -> None:
    name = "-".join(part for part in (asked.id, asked.version, group) if part)
    with st.container(horizontal=True, gap="small"):
        for form in forms:
            st.download_button(
                form.label,
                # Made at the click, so that looking at the page costs nothing.
                partial(exported, asked, form.extension, group),
                f"{name}.{form.extension}",
                form.media_type,
                key=f"neem_mee:{form.extension}",
                icon=":material/download:",
                on_click="ignore",
            )


def bring_in(store: Store, actor: Person, folder: Path) -> None:
    """Upload a changed questionnaire: all its problems, or what changes and a button to adopt."""
    uploaded = st.file_uploader(
        "Een bestand (.yaml of .xlsx, hoogstens 1 MB)",
        type=list(READABLE),
        key="eigen_bestand",
        max_upload_size=_UPLOAD_MB,
    )
    if uploaded is None:
        return
    try:
        proposal = own_questionnaires.propose(store, folder, uploaded.getvalue(), uploaded.name)
    except IbreflectError as error:
        _tell(error)
        return
    _show(proposal)
    asked = proposal.questionnaire
    if OwnVersion(*proposal.key, offered=True) in own_questionnaires.mine(store, actor):
        st.success(f"Versie {asked.version} is opgenomen. Kies haar bij een nieuwe meetronde.")
        return
    # The content is in the key: the button adopts what stands on the screen and nothing else.
    label = f"Neem versie {asked.version} op"
    if st.button(label, type="primary", key=f"neem_op:{proposal.sha256}"):
        _adopt(store, actor, folder, proposal)


def _adopt(store: Store, actor: Person, folder: Path, proposal: Proposal) -> None:
    try:
        own_questionnaires.adopt(store, actor, folder, proposal, today=resources.today())
    except IbreflectError as error:
        _tell(error)
        return
    st.rerun()


def _tell(error: IbreflectError) -> None:
    problems = str(error).splitlines()
    st.error(
        f"Dit bestand kan nog niet worden opgenomen: {count_of(len(problems), 'punt', 'punten')}."
    )
    st.markdown("\n".join(f"- {literal(problem)}" for problem in problems))


def _show(proposal: Proposal) -> None:
    asked = proposal.questionnaire
    since = f"Wat er verandert sinds versie {proposal.previous_version}."
    if proposal.previous_version is None:
        since = "Dit is een nieuwe vragenlijst."
    st.markdown(f"**{literal(asked.title)}**, versie {literal(asked.version)}. {since}")
    st.caption(
        "Gelijk: dezelfde woorden en rollen, dus lijnen in Groei lopen door. Herschreven: andere "
        "woorden of rollen. Vervallen: wordt niet meer gevraagd."
    )
    same = [each for each in proposal.crosswalk if each.kind is ItemKind.SAME]
    changed = [each for each in proposal.crosswalk if each.kind is not ItemKind.SAME]
    if changed:
        st.table(_readable(changed), hide_index=True, border="horizontal")
    if same:
        with st.expander(f"{count_of(len(same), 'stelling blijft', 'stellingen blijven')} gelijk"):
            st.markdown("\n".join(f"- {each.item_id}: {literal(each.new_text)}" for each in same))


def _readable(changes: Sequence[ItemChange]) -> pd.DataFrame:
    rows = [
        {
            "Stelling": literal(each.item_id),
            "Wat": str(each.kind),
            "Was": literal(each.old_text) or "–",
            "Wordt": literal(each.new_text) or "–",
        }
        for each in changes
    ]
    return pd.DataFrame(rows)


def own_versions(store: Store, actor: Person) -> None:
    """Every own version, the school it is for, and a way to offer it no longer."""
    places: dict[UUID | None, str] = {None: "elke school"}
    places.update({school.school_id: school.name for school in people.my_schools(store, actor)})
    versions = own_questionnaires.mine(store, actor)
    if not versions:
        st.info("Er zijn nog geen eigen versies. Hierboven neem je er een op.")
    for each in versions:
        with st.container(border=True):
            st.markdown(
                f"**{literal(each.questionnaire_id)}**, versie {literal(each.version)}, "
                f"voor {literal(places[each.school_id])}"
            )
            st.caption(_state(each))
            if each.offered and st.button(
                "Niet meer aanbieden", key=f"trek_in:{each.questionnaire_id}:{each.version}"
            ):
                _withdraw(store, actor, each)


def _withdraw(store: Store, actor: Person, each: OwnVersion) -> None:
    try:
        own_questionnaires.withdraw(
            store, actor, each.questionnaire_id, each.version, today=resources.today()
        )
    except IbreflectError as error:
        _tell(error)
        return
    st.rerun()


def _state(each: OwnVersion) -> str:
    if each.offered:
        return (
            "Wordt aangeboden bij een nieuwe meetronde, als de school geen nieuwere versie heeft."
        )
    return "Wordt niet meer aangeboden. Meetrondes met deze versie houden haar."
