"""Another vocabulary reaches every screen, figure and table, and changes nothing that is kept."""

import json
import re
from typing import Any

import pytest

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.vocabulary import Calling, RoleNames, Vocabulary
from ibreflect.questionnaires.cards import load_card_files
from ibreflect.questionnaires.load import load_folder
from ibreflect.settings import PROJECT
from ibreflect.store.connection import Store
from ibreflect.ui import screens, session
from ibreflect.ui.screens import SCREENS, Screen
from ibreflect.usecases import fill_in, rounds, wording
from tests.pages import by_link
from tests.pages.audiences import BY_LINK
from tests.pages.visitor import Visitor
from tests.store import rounds_with_others as others

OTHER_WORDS = Vocabulary(Calling.QUALITY_COORDINATOR, RoleNames.VAN_ALEM)
STANDARD = re.compile(r"ib['’]er|leerco[öo]rdinator|trendanalist|zorgregisseur", re.IGNORECASE)
# The choice itself names both; what one takes along is in the words of its own text.
BOTH = (screens.WORDS, screens.OWN_QUESTIONNAIRES)
SHOWN = [each for each in SCREENS if each not in (*BY_LINK, *BOTH)]
FOLDER = PROJECT / "questionnaires"
TITLES = {
    document.title
    for sources in (
        *(each.questionnaire.sources for each in load_folder(FOLDER)),
        *(each.sources for each in load_card_files(FOLDER / "kaarten")),
    )
    for document in sources.values()
}


@pytest.fixture
def filled(store: Store, noor: Person) -> Store:
    """Noor's round with everything in it, seen in other words."""
    round_id = others.begin(store, noor, "mandaatkaart", "rolhelderheid", "kernactiviteiten-2017")
    items = fill_in.scan(store, noor, round_id).items
    others.finish_scan(store, noor, round_id, {item.id: 4 for item in items})
    others.leader_answers(store, noor, round_id, {"MI1": 2, "MR1": 2})
    wording.choose(store, noor, OTHER_WORDS, today=others.TODAY)
    return store


@pytest.mark.parametrize("screen", SHOWN, ids=lambda each: each.name)
def test_no_screen_falls_back_on_other_words(filled: Store, screen: Screen) -> None:
    visitor = Visitor().go(screen)
    assert not visitor.app.exception
    shown = "\n".join([visitor.text, *_figures(visitor), *_tables(visitor)])
    assert not STANDARD.findall(_without_titles(_plain(shown)))


def test_who_is_asked_reads_the_same_words(store: Store, noor: Person) -> None:
    wording.choose(store, noor, OTHER_WORDS, today=others.TODAY)
    token = by_link.ask(store, noor, RaterGroup.SCHOOL_LEADER)
    visitor = Visitor().go(screens.JOIN, **{session.CODE: token})
    assert not STANDARD.findall(_plain(visitor.text))
    assert "kc'er" in visitor.text
    assert not STANDARD.findall(_plain(visitor.press_primary().text))


def test_the_choice_is_made_on_its_page_and_kept(store: Store, noor: Person) -> None:
    visitor = Visitor().go(screens.WORDS)
    visitor.app.radio(key="woord_persoon").set_value(Calling.QUALITY_COORDINATOR).run()
    assert wording.vocabulary(store) == Vocabulary(calling=Calling.QUALITY_COORDINATOR)
    assert "kc'er" in Visitor().go(screens.LEADER).text
    visitor.app.radio(key="woord_persoon").set_value(Calling.IB_COORDINATOR).run()
    assert "ib'er" in Visitor().go(screens.LEADER).text


def test_what_is_kept_stays_in_its_own_words(filled: Store, noor: Person) -> None:
    (kept,) = rounds.mine(filled, noor)
    texts = filled.read("select source_text from questionnaire order by 1")
    assert any("ib'er" in text for (text,) in texts)
    assert not any("kc'er" in text for (text,) in texts)
    assert len(kept.asked) == 4


def _figures(visitor: Visitor) -> list[str]:
    return [json.dumps(_spec(each), ensure_ascii=False) for each in _charts(visitor)]


def _charts(visitor: Visitor) -> list[Any]:
    return list(visitor.app.get("vega_lite_chart"))


def _spec(chart: Any) -> object:
    return [json.loads(chart.proto.spec), chart.proto.alt, str(chart.proto.datasets)]


def _tables(visitor: Visitor) -> list[str]:
    return [each.value.to_string() for each in visitor.app.table]


def _without_titles(shown: str) -> str:
    """What articles are called stays as it is."""
    for title in TITLES:
        shown = shown.replace(title, "")
    return shown


def _plain(text: str) -> str:
    return text.replace("\\", "")
