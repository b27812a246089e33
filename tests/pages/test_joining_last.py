"""The last page of answering by a link: what one writes, what is open, and handing in once."""

from datetime import timedelta

import pytest

from ibreflect.model.asking import REMARK_TOPICS
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store.connection import Store
from ibreflect.ui import screens
from ibreflect.ui.words import literal
from ibreflect.usecases import answering, asking, inviting
from ibreflect.usecases.answering import State
from tests.pages import by_link
from tests.pages.by_link import TODAY, enter
from tests.pages.visitor import Visitor

LAST = screens.JOIN_HAND_IN
HOSTILE = "**Vet** <b>x</b> ![baken](https://evil.example/x.png) [link](javascript:1)\n\n# Kop $1$"


def _written(visitor: Visitor) -> str:
    return str(visitor.field("meer").value)


def test_what_one_writes_is_kept_and_comes_back_on_another_device(
    store: Store, noor: Person
) -> None:
    token = by_link.ask(store, noor)
    visitor = enter(token, LAST)
    assert [each.label for each in visitor.app.text_area] == [each.text for each in REMARK_TOPICS]
    visitor.field("meer").set_value("Meedenken over mijn les.").run()
    assert by_link.kept(store, token).remarks == {"meer": "Meedenken over mijn les."}
    assert _written(enter(token, LAST)) == "Meedenken over mijn les."
    visitor.field("meer").set_value("").run()
    assert by_link.kept(store, token).remarks == {}


def test_an_older_window_shows_the_newer_text_and_leaves_it(store: Store, noor: Person) -> None:
    token = by_link.ask(store, noor)
    older = enter(token, LAST)
    older.field("meer").set_value("Eerst").run()
    newer = enter(token, LAST)
    newer.field("meer").set_value("Later").run()
    assert _written(older.open()) == "Later"
    assert by_link.kept(store, token).remarks == {"meer": "Later"}


def test_what_could_tell_who_wrote_it_is_said_and_stops_nobody(store: Store, noor: Person) -> None:
    token = by_link.ask(store, noor)
    visitor = enter(token, LAST)
    visitor.field("meer").set_value("Noor helpt me met vragen in de les.").run()
    assert not visitor.app.info
    visitor.field("meer").set_value("In groep 5 hielp Noor *Ahmed* van juf Lotte.").run()
    (warned,) = visitor.app.info
    assert "groep 5" in str(warned.value)
    assert "Lotte" in str(warned.value)
    assert "Noor" not in str(warned.value)
    assert "groep 5" in by_link.kept(store, token).remarks["meer"]


def test_the_schoolleider_writes_in_the_own_name(store: Store, noor: Person) -> None:
    visitor = enter(by_link.ask(store, noor, RaterGroup.SCHOOL_LEADER), LAST)
    visitor.field("meer").set_value("In groep 5 zag ik Lotte.").run()
    assert "Dit staat op jouw naam" in visitor.text
    assert not visitor.app.info


def test_parents_get_one_open_question(store: Store, noor: Person) -> None:
    visitor = enter(by_link.ask(store, noor, RaterGroup.PARENT), LAST)
    assert len(visitor.app.text_area) == 1


def test_text_that_cannot_be_kept_stays_and_nothing_is_handed_in(
    store: Store, noor: Person
) -> None:
    token = by_link.ask(store, noor)
    enter(token).press("beginnen").answer("MR1", 4)
    long = "\u0344" * 300  # fits in the field; kept in NFC each of them is two characters
    visitor = enter(token, LAST)
    visitor.field("meer").set_value(long).run()
    assert "600 tekens lang" in str(visitor.app.error[0].value)
    visitor.press("inleveren")
    assert "nog niets ingeleverd" in str(visitor.app.error[-1].value)
    assert _written(visitor) == long
    assert answering.state(store, token, today=TODAY) is State.OPEN


@pytest.mark.parametrize("end", ["withdrawn", "closed"])
def test_text_typed_when_the_link_ended_stays_on_the_screen_as_it_was_typed(
    store: Store, noor: Person, end: str
) -> None:
    round_id = by_link.begin(store, noor)
    (token,) = by_link.links(store, noor, round_id, RaterGroup.TEACHER)
    visitor = enter(token, LAST)
    if end == "closed":
        asking.end_now(store, noor, round_id, today=TODAY)
    else:
        (invitee,) = asking.of_round(store, noor, round_id, today=TODAY).invitees
        inviting.remove(store, noor, round_id, invitee.invitee_id, today=TODAY)
    visitor.field("meer").set_value(HOSTILE).run()
    assert visitor.title in {"Deze link werkt niet", "De vragen zijn gesloten"}
    assert "Dit is niet ingeleverd" in visitor.text
    assert [each.value for each in visitor.app.text] == [HOSTILE]
    assert not [each for each in visitor.app.markdown if "evil" in str(each.value)]
    assert "evil" not in enter(token, LAST).text


def test_markup_in_a_warning_is_shown_literally(store: Store, noor: Person) -> None:
    visitor = enter(by_link.ask(store, noor), LAST)
    visitor.field("meer").set_value("Dank aan <b>x</b> piet_b_c@evil.example").run()
    (warned,) = visitor.app.info
    assert literal("piet_b_c@evil.example") in str(warned.value)
    assert "<b>" not in str(warned.value)


def test_handing_in_is_once_and_thanks_without_any_figure(store: Store, noor: Person) -> None:
    token = by_link.ask(store, noor)
    one = enter(token, LAST)
    assert one.app.button(key="inleveren").disabled
    enter(token).press("beginnen").answer("MR1", 4)
    one.open()
    two = enter(token, LAST)
    one.field("anders").set_value("Vaker samen kijken.").run()
    assert one.press("inleveren").title == "Dank je wel"
    assert two.press("inleveren").title == "Dank je wel"
    assert answering.state(store, token, today=TODAY) is State.HANDED_IN
    thanked = enter(token)
    assert "Voor Noor, De Wilg" in thanked.text
    assert "Pas als ze gesloten zijn, ziet Noor wat jullie samen antwoordden" in thanked.text
    assert "Noor vertelt wat dit opleverde" in thanked.text
    assert not [*thanked.app.table, *thanked.app.get("vega_lite_chart")]
    assert "Vaker samen" not in one.text


def test_more_time_is_told_on_the_last_page(store: Store, noor: Person) -> None:
    round_id = by_link.begin(store, noor)
    (token,) = by_link.links(store, noor, round_id, RaterGroup.TEACHER)
    asking.close_later(store, noor, round_id, TODAY + timedelta(days=30), today=TODAY)
    assert f"Tot en met {by_link.words(30)}" in enter(token, LAST).text
