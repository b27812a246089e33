"""Opening a link, screen by screen: what one reads, who is told what, and where answers land."""

from datetime import timedelta
from itertools import product

from ibreflect.measure import disclosure
from ibreflect.model.asking import CONTACT, HandedOutBy, Task
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import NON_ANSWER_WORDS, NonAnswer, RaterGroup
from ibreflect.store import invitees
from ibreflect.store.connection import Store
from ibreflect.ui import screens, session
from ibreflect.usecases import answering, asking, inviting
from ibreflect.usecases.answering import State
from tests.pages import by_link
from tests.pages.by_link import TODAY, enter
from tests.pages.visitor import Visitor

FIRST_PART = "role_clarity"


def test_opening_a_link_tells_what_it_is_for_and_keeps_nothing(store: Store, noor: Person) -> None:
    floors = disclosure.floors(4)
    token = by_link.ask(store, noor, floors=floors)
    visitor = enter(token)
    assert visitor.title == "Noor vraagt je mee te kijken"
    for told in (
        "Het gaat om het werk van Noor, ib'er van De Wilg",
        "geen beoordeling",
        "vanaf vier mensen",
        "samengenomen met andere collega's of niet getoond",
        "Vanaf vijf mensen ook het laagste en het hoogste antwoord en de verdeling",
        "vanaf vijf schrijvers: van alle groepen door elkaar, in willekeurige volgorde",
        f"Tot en met {by_link.words(12)}",
        f"Ongeveer {by_link.kept(store, token).minutes} minuten",
        "Stel ze aan Sanne",
        "Noor deelde deze link zelf uit",
    ):
        assert told in visitor.text
    assert not by_link.kept(store, token).has_begun
    assert visitor.press("beginnen").title == "Jouw antwoorden"
    assert not by_link.kept(store, token).has_begun


def test_the_schoolleider_reads_that_the_answers_are_named(store: Store, noor: Person) -> None:
    visitor = enter(by_link.ask(store, noor, RaterGroup.SCHOOL_LEADER))
    assert "je antwoorden staan op jouw naam" in visitor.text
    assert "zodra jullie allebei hebben ingeleverd" in visitor.text
    assert "schrijvers" not in visitor.text
    assert visitor.press("beginnen").title == "Jouw antwoorden"
    assert "Hoe vaak" not in visitor.text  # of who is named nobody reads it


def test_a_parent_reads_it_in_simple_words(store: Store, noor: Person) -> None:
    visitor = enter(by_link.ask(store, noor, RaterGroup.PARENT))
    assert "iemand die leraren helpt om elk kind goed te laten leren" in visitor.text
    assert "worden hun antwoorden niet getoond" in visitor.text
    assert "Hoe vaak heb je te maken met Noor?" in visitor.press("beginnen").text


def test_only_who_got_the_link_from_the_iber_reads_so(store: Store, noor: Person) -> None:
    round_id = by_link.start(store, noor)
    along = inviting.ask_along(store, noor, round_id, "Karim", Task.HAND_OUT, today=TODAY)
    by_link.fix_rules(store, noor, round_id, handed_out_by=HandedOutBy.SECOND)
    inviting.add_unnamed(store, noor, round_id, RaterGroup.TEACHER, 1, today=TODAY)
    (made,) = inviting.hand_out_along(store, along, today=TODAY)
    assert "deelde deze link zelf uit" not in enter(made.token).text


def test_before_and_after_the_days_of_asking_a_link_says_so(store: Store, noor: Person) -> None:
    early = by_link.ask(
        store,
        noor,
        opens_on=TODAY + timedelta(days=3),
        closes_on=TODAY + timedelta(days=9),
    )
    visitor = enter(early)
    assert visitor.title == "De vragen zijn nog niet open"
    assert f"De vragen gaan open op {by_link.words(3)}" in visitor.text
    round_id = by_link.begin(store, noor, "De Eik")
    (late,) = by_link.links(store, noor, round_id, RaterGroup.TEACHER)
    asking.end_now(store, noor, round_id, today=TODAY)
    closed = enter(late, screens.JOIN_HAND_IN)
    assert closed.title == "De vragen zijn gesloten"
    assert "Voor Noor, De Eik" in closed.text


def test_a_link_that_leads_nowhere_looks_the_same_whatever_the_reason(
    store: Store, noor: Person
) -> None:
    round_id = by_link.begin(store, noor)
    (withdrawn,) = by_link.links(store, noor, round_id, RaterGroup.TEACHER)
    (invitee,) = asking.of_round(store, noor, round_id, today=TODAY).invitees
    inviting.remove(store, noor, round_id, invitee.invitee_id, today=TODAY)
    along = inviting.ask_along(store, noor, round_id, "Karim", Task.ADD, today=TODAY)
    tokens = ("nooit-gemaakt", withdrawn, along, "../../etc", "<b>=1+1</b>", "x" * 5000)
    both = (screens.JOIN, screens.JOIN_HAND_IN)
    pages = {enter(token, screen).text for token, screen in product(tokens, both)}
    assert len(pages) == 1
    (said,) = pages
    assert "Deze link werkt niet" in said
    assert "Noor" not in said
    assert "De Wilg" not in said


def test_a_second_visitor_is_told_before_typing_on(store: Store, noor: Person) -> None:
    token = by_link.ask(store, noor)
    enter(token).press("beginnen").answer("MR1", 4)
    second = enter(token)
    assert "Met deze link is al iets ingevuld. Was jij dat niet?" in str(
        second.app.warning[0].value
    )
    assert not second.app.segmented_control
    assert second.press("beginnen").item("MR1").value == 4


def test_how_often_they_work_together_is_kept_and_comes_back(store: Store, noor: Person) -> None:
    token = by_link.ask(store, noor)
    visitor = enter(token).press("beginnen")
    assert visitor.item(CONTACT).label == "Hoe vaak werk je samen met Noor?"
    assert "goed antwoord: ook" in visitor.answer(CONTACT, 4).text
    assert "is dan goed" not in visitor.text
    assert "“kan ik niet beoordelen” is dan goed" in visitor.open().answer(CONTACT, 1).text
    contact = by_link.kept(store, token).contact
    assert contact is not None
    assert contact.given == 1
    elsewhere = enter(token, deel=FIRST_PART)
    assert elsewhere.item(CONTACT).value == 1
    other_part = enter(token, deel="preventive")
    assert not [
        each for each in other_part.app.segmented_control if f":{CONTACT}:" in str(each.key)
    ]


def test_that_work_lies_with_another_is_only_for_the_iber_to_say(
    store: Store, noor: Person
) -> None:
    visitor = enter(by_link.ask(store, noor), deel="preventive")
    words = {option for each in visitor.app.segmented_control for option in each.options}
    assert NON_ANSWER_WORDS[NonAnswer.ELSEWHERE] not in words
    assert {NON_ANSWER_WORDS[NonAnswer.NOT_APPLICABLE], "kan ik niet beoordelen"} <= words


def test_three_links_in_one_window_do_not_mix(store: Store, noor: Person) -> None:
    schools = ("De Wilg", "De Eik", "De Beuk")
    tokens = [by_link.ask(store, noor, school=school) for school in schools]
    visitor = Visitor()
    for given, (token, school) in enumerate(zip(tokens, schools, strict=True), start=1):
        visitor.go(screens.JOIN, **{session.CODE: token, session.PART: FIRST_PART})
        assert f"Voor Noor, {school}" in visitor.text
        assert visitor.item("MR1").value is None
        visitor.answer("MR1", given).answer(CONTACT, given)
        visitor.go(screens.JOIN_HAND_IN, **{session.CODE: token})
        visitor.field("meer").set_value(f"Over {school}").run()
    for given, (token, school) in enumerate(zip(tokens, schools, strict=True), start=1):
        kept = by_link.kept(store, token)
        assert (kept.sheet.kept["MR1"].given, kept.remarks["meer"]) == (given, f"Over {school}")
        visitor.go(screens.JOIN, **{session.CODE: token, session.PART: FIRST_PART})
        assert visitor.item("MR1").value == given
    visitor.go(screens.JOIN_HAND_IN, **{session.CODE: tokens[1]}).press("inleveren")
    assert "Voor Noor, De Eik" in visitor.text
    states = [answering.state(store, token, today=TODAY) for token in tokens]
    assert states == [State.OPEN, State.HANDED_IN, State.OPEN]


def test_who_can_see_nothing_of_what_is_asked_is_told(store: Store, noor: Person) -> None:
    """A list refuses them by now; a round of before may have them."""
    round_id = by_link.begin(store, noor, asked=("rolhelderheid",))
    assert invitees.add(store, round_id, RaterGroup.PARENT, [("", "")], most=1)
    (made,) = inviting.hand_out(store, noor, round_id, today=TODAY)
    assert enter(made.token).title == "Er is niets te vragen"


def test_a_strange_name_is_shown_as_it_was_typed(store: Store, noor: Person) -> None:
    store.write(lambda work: work.run("update person set name = $1", "<b>*Noor*</b> ![x](//y)"))
    token = by_link.ask(store, noor)
    for screen in (screens.JOIN, screens.JOIN_HAND_IN):
        assert "![x](//y)" not in enter(token, screen).text
