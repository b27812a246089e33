"""What others said of the cast of the example data: what their chapters tell, and no more."""

from collections.abc import Iterator
from itertools import chain

import pytest

from ibreflect.access.telltales import telltales
from ibreflect.measure.disclosure import FLOOR, TEXT_FLOOR
from ibreflect.measure.growth import Noise
from ibreflect.measure.quadrants import Quadrant
from ibreflect.measure.raters import Unity
from ibreflect.model.asking import CONTACT, Stage
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.round import Round
from ibreflect.model.voice import Mark, Snapshot, Voice
from ibreflect.questionnaires.load import Instrument, read
from ibreflect.store import asking as kept_asking
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.usecases import asking, ending, hearing, rounds, view_mirror
from ibreflect.usecases.demo.build import build
from ibreflect.usecases.demo.chapter import Said
from ibreflect.usecases.demo.viewpoints import CAST
from ibreflect.usecases.view_mirror import Part
from tests.usecases.demo_reading import SHIPPED, TODAY, offered, others_gave, viewpoint_people

SANNE, BILAL, MARLEEN, JORIS, AYLIN = range(5)
LEARNING, TRENDS, CARE, OVERLAP = range(4)
TITLES = ("Leercoördinator", "Trendanalist", "Zorgregisseur", "Waar de rollen samenkomen")


@pytest.fixture(scope="module")
def core() -> Instrument:
    return read(SHIPPED)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(tmp_path_factory.mktemp("demo") / "one.duckdb")
    build(store, offered(), scale=0.05, seed=7, today=TODAY)
    yield store
    close_stores()


def asked_rounds(store: Store, place: int) -> tuple[Person, list[Round]]:
    """Somebody of the cast, and the rounds in which they asked others, oldest first."""
    person = viewpoint_people(store)[place]
    mine = rounds.mine(store, person)
    return person, [each for each in mine if kept_asking.rules(store, each.round_id)]


def beside_others(store: Store, core: Instrument, place: int, number: int = -1) -> Part:
    """The core scan beside what others said, in the last round or another one."""
    person, asked = asked_rounds(store, place)
    chosen = asked[number].round_id
    return view_mirror.part(store, person, chosen, core.questionnaire, Noise())


def voice(part: Part, mark: Mark) -> Voice:
    return next(each for each in part.voices if each.mark is mark)


def places(part: Part, mark: Mark) -> dict[Quadrant, tuple[str, ...]]:
    (found,) = [each.places for each in part.quadrants if each.other.mark is mark]
    return dict(found)


def snapshots(store: Store) -> list[Snapshot]:
    asked = chain.from_iterable(asked_rounds(store, place)[1] for place in range(len(CAST)))
    taken = [ending.snapshot(store, each.round_id) for each in asked]
    return [each for each in taken if each]


def said_by_others() -> Iterator[Said]:
    for others in (each.others for part in CAST for each in part.chapters.values()):
        yield from (*filter(None, [others.leader]), *others.team, *others.begun, *others.colleagues)


def test_sanne_heard_the_schoolleider_six_leraren_and_three_collegas(
    filled: Store, core: Instrument
) -> None:
    part = beside_others(filled, core, SANNE)
    assert [(each.mark.value, each.n) for each in part.voices] == [
        ("iber", 1),
        ("schoolleider", 1),
        ("leraren", 6),
        ("collegas", 3),
    ]
    assert dict(part.contact) == {Mark.TEACHERS: "elke maand", Mark.COLLEAGUES: "elke week"}


@pytest.mark.parametrize("mark", [Mark.SCHOOL_LEADER, Mark.COLLEAGUES])
def test_others_see_the_trendanalist_in_sanne_more_than_she_does(
    filled: Store, core: Instrument, mark: Mark
) -> None:
    found = places(beside_others(filled, core, SANNE), mark)
    assert found[Quadrant.UNSUSPECTED_STRENGTH] == (TITLES[TRENDS],)
    assert found[Quadrant.RECOGNISED_STRENGTH] == (TITLES[CARE],)


def test_most_leraren_cannot_see_what_sanne_does_with_figures(
    filled: Store, core: Instrument
) -> None:
    part = beside_others(filled, core, SANNE)
    heard = voice(part, Mark.TEACHERS).heard
    unseen = [
        sum(item.id in heard and heard[item.id].unseen for item in scale.items)
        for scale in core.questionnaire.scales
    ]
    assert unseen == [0, 5, 0, 0]
    assert any(each.startswith("Onzichtbaar werk") for each in part.scales[TRENDS].also)


def test_leraren_see_less_of_the_leercoordinator_than_sanne_does(
    filled: Store, core: Instrument
) -> None:
    part = beside_others(filled, core, SANNE)
    assert places(part, Mark.TEACHERS)[Quadrant.TALKING_POINT] == (TITLES[LEARNING],)
    learning = part.scales[LEARNING]
    assert "jij en de leraren: er is verschil in beeld over het geheel" in learning.figure.says
    assert "jouw beeld ligt hoger" in learning.figure.says
    assert not [each for each in learning.also if "verschil in beeld over het geheel" in each]


def test_leraren_are_divided_about_the_zorgregisseur_and_about_nothing_else(
    filled: Store, core: Instrument
) -> None:
    heard = voice(beside_others(filled, core, SANNE), Mark.TEACHERS).heard
    divided = [
        sum(item.id in heard and heard[item.id].unity == Unity.DIVIDED for item in scale.items)
        for scale in core.questionnaire.scales
    ]
    assert divided == [0, 0, 6, 0]


def test_what_was_written_to_sanne_is_shown_where_enough_people_wrote(filled: Store) -> None:
    person, asked = asked_rounds(filled, SANNE)
    written = view_mirror.written(filled, person, asked[-1].round_id)
    assert [len(each.others) for each in written] == [7, 5, 0]
    assert all(each.leader for each in written)
    team = CAST[SANNE].chapters[1].others.team
    hidden = {said.remarks["nodig"] for said in team if "nodig" in said.remarks}
    assert hidden
    shown = {text for each in written for text in (*each.others, each.leader)}
    assert not hidden & shown


def test_what_others_see_of_sanne_can_be_followed_over_three_rounds(
    filled: Store, core: Instrument
) -> None:
    earlier = [beside_others(filled, core, SANNE, number) for number in (0, 1)]
    groups = [[(each.mark, each.people) for each in part.groups] for part in earlier]
    assert groups == [[(Mark.REST, "minstens 3")], [(Mark.TEACHERS, "4")]]
    assert earlier[0].groups[0].groups == (RaterGroup.TEACHER, RaterGroup.COLLEAGUE)
    of_leader = [
        sum(each.value or 0 for each in voice(part, Mark.SCHOOL_LEADER).heard.values())
        for part in (*earlier, beside_others(filled, core, SANNE))
    ]
    assert of_leader == sorted(set(of_leader))
    assert all(not each.remarks for each in snapshots(filled)[:2])


def test_two_of_bilals_team_are_not_shown_and_his_schoolleider_is(
    filled: Store, core: Instrument
) -> None:
    part = beside_others(filled, core, BILAL)
    team = voice(part, Mark.TEACHERS)
    assert (team.n, dict(team.heard)) == (0, {})
    assert "Te weinig mensen" in team.reason
    assert places(part, Mark.SCHOOL_LEADER)[Quadrant.UNSUSPECTED_STRENGTH] == (TITLES[CARE],)
    person, (asked,) = asked_rounds(filled, BILAL)
    written = view_mirror.written(filled, person, asked.round_id)
    assert all(each.leader and not each.others for each in written)


def test_marleen_asked_her_schoolleider_alone(filled: Store, core: Instrument) -> None:
    part = beside_others(filled, core, MARLEEN)
    assert [each.mark for each in part.voices] == [Mark.SELF, Mark.SCHOOL_LEADER]
    assert all(each.heard for each in part.voices)
    assert TITLES[TRENDS] in places(part, Mark.SCHOOL_LEADER)[Quadrant.RECOGNISED_STRENGTH]


def test_joris_waits_while_others_answer(filled: Store, core: Instrument) -> None:
    person, (asked,) = asked_rounds(filled, JORIS)
    asking.refresh_progress(filled, TODAY)
    state = asking.of_round(filled, person, asked.round_id, today=TODAY)
    assert state.stage is Stage.OPEN
    assert state.numbers == {RaterGroup.SCHOOL_LEADER: 1, RaterGroup.TEACHER: 8}
    assert state.leader_handed_in
    assert [each.is_enough for each in state.progress.values()] == [False]
    assert not view_mirror.written(filled, person, asked.round_id)
    heard = hearing.voices(filled, person, asked.round_id, core.questionnaire)
    assert all(each.reason and not each.heard for each in heard)


def test_only_who_is_still_answering_has_a_draft_or_stands_on_a_list(filled: Store) -> None:
    _, (open_one,) = asked_rounds(filled, JORIS)
    drafts = filled.read("select round_id, count(*) from draft group by round_id")
    assert drafts == [(open_one.round_id, 2)]
    listed = filled.read("select distinct round_id from invitee")
    assert listed == [(open_one.round_id,)]


def test_nothing_is_shown_of_fewer_people_than_the_floor(filled: Store) -> None:
    voices = [each for taken in snapshots(filled) for each in chain(*taken.voices.values())]
    groups = [each for each in voices if each.is_group]
    assert {bool(each.reason) for each in groups} == {True, False}
    assert all(each.n == 0 and not each.heard for each in groups if each.reason)
    shown = [each for each in groups if not each.reason]
    assert all(each.n >= each.floor >= FLOOR for each in shown)
    told = [heard for each in shown for heard in each.heard.values()]
    assert all(each.n >= FLOOR for each in told if each.reason is None)
    assert all(each.value is None and each.n == 0 for each in told if each.reason)
    texts = [each for taken in snapshots(filled) for each in taken.remarks.values()]
    assert texts
    assert all(len(each) >= TEXT_FLOOR for each in texts)


def test_nothing_that_was_written_points_at_anybody(filled: Store) -> None:
    names = [str(name) for (name,) in filled.read("select name from person")]
    written = [text for said in said_by_others() for text in said.remarks.values()]
    assert len(written) > len(CAST)
    assert len(set(written)) == len(written)
    for text in written:
        assert not telltales(text, names), text


def test_every_statement_has_a_sign_of_its_own() -> None:
    scales = [scale for each in offered() for scale in each.questionnaire.scales]
    statements = {scale.id: len(scale.items) for scale in scales}
    for said in said_by_others():
        for signs in (said.now, said.wished):
            assert all(len(each) in {1, statements[scale_id]} for scale_id, each in signs.items())


def test_what_others_answered_could_be_answered_and_covers_the_core_scan(
    filled: Store, core: Instrument
) -> None:
    everything = [each.questionnaire for each in offered()]
    responses = others_gave(filled)
    begun = len(CAST[JORIS].chapters[0].others.begun)
    assert len(responses) == len(list(said_by_others())) - begun
    for group, given in responses:
        asked = [each.as_asked_of(group) for each in everything]
        answers = {item_id: each for item_id, each in given.items() if item_id != CONTACT}
        assert all(any(part.accepts(*pair) for part in asked) for pair in answers.items())
        of_core = core.questionnaire.as_asked_of(group).items
        assert {item.id for item in of_core} <= answers.keys()
