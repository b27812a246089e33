"""What somebody with a link reads before the first question: what for, who reads it, until when."""

from typing import NoReturn

import streamlit as st

from ibreflect.measure.disclosure import DETAIL_FLOOR, TEXT_FLOOR
from ibreflect.measure.dutch import number_word
from ibreflect.model.asking import HandedOutBy
from ibreflect.model.questionnaire import Form, RaterGroup
from ibreflect.model.vocabulary import CALLINGS
from ibreflect.ui import about, session
from ibreflect.ui.figure import heading
from ibreflect.ui.sheet_parts import Way
from ibreflect.ui.words import count_of, literal, said
from ibreflect.usecases.answering import Visit
from ibreflect.usecases.asking import LEADER

_PURPOSE = "Om van te leren en samen te bespreken. Het is geen beoordeling, van niemand."
_SHOWN = (
    f"Het gemiddelde. Vanaf {number_word(DETAIL_FLOOR)} mensen ook het laagste en het hoogste "
    f"antwoord en de verdeling. Wat je schrijft, vanaf {number_word(TEXT_FLOOR)} schrijvers: van "
    "alle groepen door elkaar, in willekeurige volgorde."
)
_HOW = (
    "- De uitkomsten worden één keer opgemaakt, als de vragen sluiten; eerder is er niets.\n"
    "- Er is nooit een totaal over alle groepen. Een gemiddelde heeft één cijfer achter de komma.\n"
    "- Kan meer dan de helft van een groep iets niet beoordelen, dan is dat te lezen.\n"
    "- Na het inleveren wijst niets in het bestand van je antwoorden naar je link.\n"
)
_MAP = "- Op de mandaatkaart tellen leraren, collega's en bestuur samen als één team.\n"


def introduce(visit: Visit, way: Way) -> NoReturn:
    """The first screen, and the end of the page; shorter when something is filled in already."""
    if visit.has_begun:
        heading("Verder met je antwoorden", f"Voor {visit.asked_by}, {visit.round.school_name}")
        st.warning(
            "Met deze link is al iets ingevuld. Was jij dat niet? Sluit dit venster en vraag een "
            "eigen link."
        )
        _onwards("Verder gaan", visit, way)
        with st.expander("Waar gaat dit over, en wie leest het?"):
            _explain(visit)
        st.stop()
    st.title(f"{literal(visit.asked_by)} vraagt je mee te kijken", anchor=False)
    _explain(visit)
    _onwards("Beginnen", visit, way)
    _more(visit)
    st.stop()


def _onwards(label: str, visit: Visit, way: Way) -> None:
    if st.button(label, type="primary", key="beginnen"):
        st.switch_page(way.fill_in.path, query_params=way.to(visit.sheet.place))


def _explain(visit: Visit) -> None:
    st.markdown(_who_asks(visit))
    titles = ", ".join(literal(each.title) for each in visit.sheet.questionnaires)
    facts = {
        "Waarvoor?": _PURPOSE,
        "Wie leest dit?": _who_reads(visit),
        "Wat?": f"{count_of(len(visit.sheet.items), 'vraag', 'vragen')}: {titles}.",
        "Hoelang?": f"Ongeveer {count_of(visit.minutes, 'minuut', 'minuten')}. Alles "
        "wordt meteen bewaard; met dezelfde link ga je later verder.",
        "Tot wanneer?": f"Tot en met {visit.last_day}.",
        "Vragen?": _who_to_ask(visit),
    }
    st.markdown("\n".join(f"- **{what}** {told}" for what, told in facts.items() if told))
    if visit.rules.handed_out_by is HandedOutBy.SELF:
        st.info(
            f"{literal(visit.asked_by)} deelde deze link zelf uit. Wie de link heeft, kan zien wat "
            "er is ingevuld, tot je inlevert. Vul daarom in één keer in en lever meteen in, of "
            "houd de link voor jezelf."
        )


def _who_asks(visit: Visit) -> str:
    name, school = literal(visit.asked_by), literal(visit.round.school_name)
    if visit.group is RaterGroup.PARENT:
        calling = CALLINGS[session.vocabulary().calling]
        return (
            f"{name} is {calling} van {school}: iemand die leraren helpt om elk kind goed te laten "
            "leren. Wat merk jij daarvan?"
        )
    iber = said("ib'er")
    return f"Het gaat om het werk van {name}, {iber} van {school}. Hoe zie jij dat?"


def _who_reads(visit: Visit) -> str:
    name = literal(visit.asked_by)
    if visit.group is LEADER:
        return (
            f"{name}. Jij bent de enige schoolleider, dus je antwoorden staan op jouw naam. "
            f"{name} ziet ze zodra jullie allebei hebben ingeleverd; tot die tijd ziet niemand ze. "
            "Vul je ook de mandaatkaart in, dan zie jij die van jullie samen terug."
        )
    fewer = "samengenomen met andere collega's of niet getoond"
    if visit.group is RaterGroup.PARENT:
        fewer = "niet getoond"
    return (
        f"{name}, en aan wie {name} het laat zien. Zij lezen alleen wat een groep samen antwoordt, "
        f"als de vragen gesloten zijn: vanaf {number_word(visit.rules.floors[visit.group])} "
        f"mensen. Zijn het er minder, dan worden hun antwoorden {fewer}. Wat jij antwoordde, ziet "
        f"niemand.\n- **Wat is te zien?** {_SHOWN}"
    )


def _who_to_ask(visit: Visit) -> str:
    name, address = visit.rules.reply_name, visit.rules.reply_address
    if not name:
        return ""
    return f"Stel ze aan {literal(name)}{f', {literal(address)}' if address else ''}."


def _more(visit: Visit) -> None:
    if visit.group is LEADER:
        with st.expander("Drie vragen om vooraf bij stil te staan"):
            st.markdown(said(about.LEADER))
        return
    has_map = any(each.form is Form.MANDATE_MAP for each in visit.sheet.questionnaires)
    with st.expander("Hoe blijft onbekend wat jij antwoordde?"):
        st.markdown(f"{_HOW}{_MAP if has_map else ''}")
