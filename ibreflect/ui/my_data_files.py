"""Mijn gegevens: taking everything along, and bringing in what was taken along elsewhere."""

import hashlib

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.measure.dutch import listed
from ibreflect.model.days import in_dutch
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources, session
from ibreflect.ui.words import count_of, literal
from ibreflect.usecases import exporting, importing, signing_in
from ibreflect.usecases.importing import Proposal
from ibreflect.usecases.importing_work import NewWork

_UPLOAD_MB = 10
_WHAT = (
    "Je krijgt één zip-bestand met daarin een verslag om te lezen (PDF), een werkmap om mee te "
    "rekenen (Excel) en een bestand voor een andere installatie van ibreflect (JSON). Van anderen "
    "zit erin wat groepen samen zeiden en wat de schoolleider op naam antwoordde, zoals jij het "
    "zag. Van gesprekken zit jouw eigen kant erin, met de verslagen die jullie allebei bevestigden."
)
_CAREFUL = "Bewaar het bestand waar alleen jij erbij kunt: wie het heeft, kan alles lezen."


def take_along(store: Store, actor: Person) -> None:
    """A button that makes the files, and then the way to fetch them, once."""
    st.markdown(_WHAT)
    if not st.button("Maak het bestand", key="neem_mee"):
        return
    try:
        with st.spinner("Je bestand wordt gemaakt …"):
            ticket = exporting.offer(
                store,
                actor,
                now=resources.moment(),
                today=resources.today(),
                seconds=resources.seconds(),
            )
    except IbreflectError as error:
        st.error(str(error))
        return
    st.success("Je bestand is klaar. Ophalen kan één keer, binnen tien minuten.")
    st.link_button("Haal het bestand op (.zip)", f"/ophalen/{ticket}", type="primary")
    st.caption(_CAREFUL)


def bring_in(store: Store, actor: Person) -> None:
    """Upload what was taken along; what it would bring, whose it is, and a button to keep it."""
    st.markdown("Heb je elders met ibreflect gewerkt? Neem dan hier op wat je daar meenam.")
    uploaded = st.file_uploader(
        f"Het zip-bestand, of het JSON-bestand daaruit (hoogstens {_UPLOAD_MB} MB)",
        type=["zip", "json"],
        key="opnemen_bestand",
        max_upload_size=_UPLOAD_MB,
    )
    if uploaded is None:
        return
    content = uploaded.getvalue()
    try:
        found = importing.propose(
            store, resources.folder(), actor, content, today=resources.today()
        )
    except IbreflectError as error:
        _tell(error)
        return
    _show(store, found)
    # The content is in the key: the button keeps what stands on the screen and nothing else.
    key = f"neem_op:{hashlib.sha256(content).hexdigest()}"
    if found.is_new and st.button(
        "Ja, dit zijn mijn gegevens: neem ze op", type="primary", key=key
    ):
        _keep(store, actor, found)


def _tell(error: IbreflectError) -> None:
    problems = str(error).splitlines()
    st.error("Dit bestand kan niet worden opgenomen. Er is niets veranderd.")
    st.markdown("\n".join(f"- {literal(problem)}" for problem in problems))


def _show(store: Store, found: Proposal) -> None:
    made_on = in_dutch(found.made_on)
    if not found.is_new:
        st.info(
            f"Alles wat je uit dit bestand van {made_on} kunt opnemen, staat hier al. Er is niets "
            "op te nemen."
        )
        if found.conversations:
            st.markdown(_stay(found.conversations))
        return
    st.markdown(
        f"Dit zijn gegevens van **{literal(found.name)}**, meegenomen op {made_on}. **Zijn die van "
        "jou?** Neem nooit gegevens van een ander op: ze komen hier op jouw naam."
    )
    st.markdown("\n".join(f"- {line}" for line in _lines(store, found)))


def _lines(store: Store, found: Proposal) -> list[str]:
    """What comes and what does not, each in a line."""
    lines = [f"Nieuw: de meetronde {literal(each)}." for each in found.new_rounds]
    lines += [
        f"Blijft zoals die hier is: de meetronde {literal(each)}." for each in found.rounds_here
    ]
    if found.directions:
        lines.append(f"Nieuw: {count_of(found.directions, 'koers', 'koersen')} van je school.")
    if found.agreements:
        agreements = count_of(found.agreements, "afspraak", "afspraken")
        lines.append(f"Nieuw: {agreements} over wie waarover beslist.")
    lines += _lines_of_work(found.work)
    if found.new_schools:
        schools = literal(listed(found.new_schools))
        lines.append(f"{schools}: nieuw voor jou hier{_as_what(store)}.")
    if found.conversations:
        lines.append(_stay(found.conversations))
    return [*lines, "Vroeg je anderen en liep dat nog? Dat begin je hier opnieuw."]


def _lines_of_work(work: NewWork) -> list[str]:
    """What comes of goals, the log and reflection questions, and what stays as it is here."""
    new = _counted(len(work.goals), len(work.reflections))
    if work.log:
        new.append(f"{count_of(len(work.log), 'stukje', 'stukjes')} logboek")
    here = _counted(work.goals_here, work.reflections_here)
    lines = [f"Nieuw: {listed(new)}."] if new else []
    return [*lines, f"Blijft zoals het hier is: {listed(here)}."] if here else lines


def _counted(goals: int, reflections: int) -> list[str]:
    counted = [count_of(goals, "doel", "doelen")] if goals else []
    if reflections:
        answers = count_of(reflections, "antwoord", "antwoorden")
        counted.append(f"{answers} op reflectievragen")
    return counted


def _stay(conversations: int) -> str:
    told = count_of(conversations, "gesprek", "gesprekken")
    return (
        f"Niet opgenomen: {told}. Een gesprek is van twee mensen en blijft waar het gevoerd is. In "
        "de PDF die je meenam, lees je het terug."
    )


def _as_what(store: Store) -> str:
    if signing_in.is_together(store):
        return ", als school waar je eerder werkte: om terug te kijken, niet om verder te gaan"
    return ""


def _keep(store: Store, actor: Person, found: Proposal) -> None:
    try:
        with st.spinner("Je gegevens worden opgenomen …"):
            rounds = importing.bring_in(
                store, actor, found, now=resources.moment(), today=resources.today()
            )
    except IbreflectError as error:
        _tell(error)
        return
    session.tell(
        f"Opgenomen: {count_of(rounds, 'meetronde', 'meetrondes')}."
        if rounds
        else "Wat nieuw was, is opgenomen."
    )
    st.rerun()
