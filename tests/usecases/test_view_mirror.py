"""Met anderen: what may be seen when, and figures of which every value was worked out by hand."""

from collections.abc import Mapping
from uuid import UUID

import pytest

from ibreflect.errors import NotAllowedError
from ibreflect.measure.disclosure import TOO_FEW
from ibreflect.measure.growth import Noise
from ibreflect.measure.quadrants import Quadrant
from ibreflect.model.asking import CONTACT, Stage
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, NonAnswer, RaterGroup
from ibreflect.model.voice import Mark
from ibreflect.store.connection import Store
from ibreflect.usecases import answering, view_mirror
from ibreflect.usecases.view_mirror import Part
from tests.store import rounds_with_others as others
from tests.store import scans

TEACHER, COLLEAGUE, BOARD = RaterGroup.TEACHER, RaterGroup.COLLEAGUE, RaterGroup.BOARD
LC = [f"LC{number}" for number in range(1, 9)]
TA = [f"TA{number}" for number in range(1, 8)]
"""TA8 is not asked of leraren."""
OWN: dict[str, Given] = {**dict.fromkeys(LC, 3), **dict.fromkeys([*TA, "TA8"], 5)}


@pytest.fixture
def round_id(store: Store, actor: Person) -> UUID:
    return others.begin(store, actor)


def seen(store: Store, actor: Person, round_id: UUID) -> Part:
    state = view_mirror.of_round(store, actor, round_id, today=others.TODAY)
    return view_mirror.part(store, actor, round_id, state.questionnaires[0], Noise())


def six_teachers() -> list[dict[str, Given]]:
    """LC1: 4, 5, 4, 5, 4, 5. LC5: four cannot judge it. Everything else 4, and 'elke week'."""
    said: dict[str, Given] = {**dict.fromkeys([*LC, *TA], 4), CONTACT: 4}
    return [
        {**said, "LC1": 5 if place % 2 else 4, "LC5": NonAnswer.CANNOT_JUDGE if place < 4 else 1}
        for place in range(6)
    ]


@pytest.fixture
def ended(store: Store, actor: Person, round_id: UUID) -> Part:
    others.team_answers(store, actor, round_id, six_teachers())
    others.finish_scan(store, actor, round_id, OWN)
    others.end_asking(store, actor, round_id)
    return seen(store, actor, round_id)


def test_a_round_counts_once_others_are_asked_about_the_ib_er(store: Store, actor: Person) -> None:
    round_id = others.begin(store, actor, "rolhelderheid")
    assert view_mirror.asked_in(store, actor) == ()
    others.begin_asking(store, actor, round_id, asked=("rolhelderheid",))
    assert view_mirror.asked_in(store, actor) == ()


def test_only_questionnaires_about_the_ib_er_that_were_asked_are_offered(
    store: Store, actor: Person
) -> None:
    round_id = others.begin(store, actor, "rolhelderheid", "critical-friend-sturend")
    core = scans.instrument().questionnaire.id
    others.begin_asking(store, actor, round_id, asked=("rolhelderheid", core))
    assert [each.round_id for each in view_mirror.asked_in(store, actor)] == [round_id]
    state = view_mirror.of_round(store, actor, round_id, today=others.TODAY)
    assert [each.id for each in state.questionnaires] == [core]


def test_before_the_own_scan_is_handed_in_nobody_is_heard(
    store: Store, actor: Person, round_id: UUID
) -> None:
    others.team_answers(store, actor, round_id, six_teachers())
    others.leader_answers(store, actor, round_id, {"LC1": 5})
    others.end_asking(store, actor, round_id)
    part = seen(store, actor, round_id)
    assert not any(voice.heard or voice.n for voice in part.voices)
    assert (part.glance, part.scales, part.contact) == (None, (), {})
    assert view_mirror.written(store, actor, round_id) == ()


def test_while_asking_is_open_only_the_schoolleider_is_heard(
    store: Store, actor: Person, round_id: UUID
) -> None:
    others.team_answers(store, actor, round_id, six_teachers())
    others.finish_scan(store, actor, round_id, OWN)
    assert seen(store, actor, round_id).glance is None
    others.leader_answers(store, actor, round_id, dict.fromkeys(LC[5:] + LC[:4], 4))
    part = seen(store, actor, round_id)
    state = view_mirror.of_round(store, actor, round_id, today=others.TODAY)
    assert state.stage is Stage.OPEN
    assert part.glance is not None
    assert {*part.glance.drawn["voice"]} == {"iber", "schoolleider"}
    assert [each.other.mark for each in part.quadrants] == [Mark.SCHOOL_LEADER]
    assert part.contact == {}
    assert view_mirror.written(store, actor, round_id) == ()


def test_a_scale_has_its_value_its_band_and_whether_it_differs(ended: Part) -> None:
    # LC, leraren: (4.5 + 6 · 4.0) / 7 = 4.07, ± 2.571 · 0.60 / √6 = 0.63. The ib'er: 3.0, ± 1.96 ·
    # 0.60 · √0.2 = 0.53. They differ by 1.1, and error explains 1.96 · √(0.287² + 0.245²) = 0.74.
    # TA: 5.0 and 4.0, with the same error. Nobody answered ZR and PR.
    assert ended.glance is not None
    shown = ["item", "voice", "value", "band_low", "band_high", "differs"]
    rows = [tuple(row) for row in ended.glance.drawn[shown].fillna(-1).to_numpy()]
    assert rows[:4] == [
        ("learning_coordinator", "iber", 3.0, 2.5, 3.5, False),
        ("learning_coordinator", "leraren", 4.1, 3.5, 4.7, True),
        ("trend_analyst", "iber", 5.0, 4.5, 5.0, False),
        ("trend_analyst", "leraren", 4.0, 3.4, 4.6, True),
    ]
    assert {row[2:] for row in rows[4:]} == {(-1, -1, -1, False)}
    assert ended.glance.says.startswith("Er is verschil in beeld bij Leercoördinator en Trendana")
    read = ended.glance.read.iloc[0]
    assert read["Jij"] == "regelmatig (3,0), 8 van 8 stellingen"
    assert read["Leraren (6)"] == "vaak (4,1), 7 van 8 stellingen"
    assert read["Verschil in beeld"] == "met de leraren"


def test_quadrants_compare_over_the_same_statements(ended: Part) -> None:
    (beside,) = ended.quadrants
    # LC: 3.0 < 3.5 - 0.29 and 4.1 > 3.5 + 0.24. TA: both above.
    assert beside.places == {
        Quadrant.RECOGNISED_STRENGTH: ("Trendanalist",),
        Quadrant.UNSUSPECTED_STRENGTH: ("Leercoördinator",),
    }
    assert beside.figure.drawn[["x", "y"]].to_numpy().tolist() == [[3.0, 4.1], [5.0, 4.0]]
    assert beside.neutral == (0.2, 0.2)  # 0.29 and 0.24: the tenths that are still neutral


def test_statements_have_ends_bands_and_words_and_a_hidden_one_nothing(ended: Part) -> None:
    figure = ended.scales[0].figure
    # LC1: 4.5 ± 2.571 · 0.70 / √6 = 0.73, within 1-5. It would differ from 3 from 1.59 on.
    first = figure.drawn.query("item == 'LC1' and voice == 'leraren'").iloc[0]
    columns = ["value", "low", "high", "band_low", "band_high", "differs"]
    assert [*first[columns]] == [4.5, 4, 5, 3.8, 5, False]
    own = figure.drawn.query("item == 'LC1' and voice == 'iber'").iloc[0]
    assert own[["band_low", "band_high"]].isna().all()
    hidden = figure.drawn.query("item == 'LC5' and voice == 'leraren'").iloc[0]
    assert hidden[columns[:5]].isna().all()
    cells = figure.read["Leraren (6)"]
    told = "eensgezind, van vaak tot bijna altijd, verdeling 0, 0, 0, 3, 3 keer"
    assert cells[0] == f"bijna altijd (4,5), {told}"
    assert cells[4].startswith(TOO_FEW)


def test_each_scale_says_where_pictures_differ_agree_and_are_missing(ended: Part) -> None:
    first = ended.scales[0]
    assert first.figure.says.startswith(
        "Leercoördinator, jij en de leraren: er is verschil in beeld over het geheel (het beeld van"
    )
    unity, unseen = first.also
    assert unity == "De leraren: eensgezind bij alle zeven de stellingen."
    assert unseen.startswith("Onzichtbaar werk: meer dan de helft van de leraren kan “Ik bouw mijn")


def test_role_pictures_stand_beside_each_other_and_are_never_one(ended: Part) -> None:
    assert ended.roles is not None
    assert list(ended.roles.pictures) == ["jij", "leraren (6)"]
    own, group = (frame.set_index("region") for frame in ended.roles.pictures.values())
    columns = ["value", "n", "applicable"]
    assert [*own[columns].loc["learning_coordinator"]] == [3.0, 8, 8]
    assert [*group[columns].loc["learning_coordinator"]] == [4.1, 7, 8]
    assert group.loc["care_director", "reason"] == TOO_FEW
    assert ended.roles.says == (
        "Je ziet jezelf vaker als trendanalist dan als leercoördinator. Bij de leraren blijven de "
        "verschillen tussen de rollen binnen de meetonzekerheid."
    )


def test_how_often_people_work_together_is_told_when_most_say_so(
    store: Store, actor: Person, round_id: UUID
) -> None:
    half: list[Mapping[str, Given]] = [{"LC1": 4, CONTACT: each} for each in (1, 1, 4, 4)]
    others.team_answers(store, actor, round_id, six_teachers())
    others.group_answers(store, actor, round_id, COLLEAGUE, half)
    others.finish_scan(store, actor, round_id, OWN)
    others.end_asking(store, actor, round_id)
    assert seen(store, actor, round_id).contact == {Mark.TEACHERS: "elke week"}


def test_of_too_few_people_there_is_a_reason_and_no_figure(
    store: Store, actor: Person, round_id: UUID
) -> None:
    others.ask(store, actor, round_id, TEACHER)
    others.team_answers(store, actor, round_id, six_teachers()[:2])
    others.finish_scan(store, actor, round_id, OWN)
    others.end_asking(store, actor, round_id)
    part = seen(store, actor, round_id)
    (group,) = part.groups
    assert (group.n, group.heard) == (0, {})
    assert "Te weinig mensen" in group.reason
    assert (part.glance, part.quadrants, part.roles, part.contact) == (None, (), None, {})


def test_texts_stand_by_question_without_names_and_the_schoolleiders_apart(
    store: Store, actor: Person, round_id: UUID
) -> None:
    for place, token in enumerate(others.ask_team(store, actor, round_id, 5)):
        _write(store, token, "meer", f"tekst {place}")
        if place:
            _write(store, token, "anders", "te weinig")
        others.answers(store, token, {"LC1": 4})
    leader = others.ask_leader(store, actor, round_id)
    _write(store, leader, "anders", "van de schoolleider")
    others.answers(store, leader, {"LC1": 4})
    others.finish_scan(store, actor, round_id, OWN)
    others.end_asking(store, actor, round_id)
    more, differently, needed = view_mirror.written(store, actor, round_id)
    assert sorted(more.others) == [f"tekst {place}" for place in range(5)]
    assert (differently.others, differently.leader) == ((), "van de schoolleider")
    assert (needed.others, needed.leader) == ((), "")


def test_a_module_has_no_quadrants_for_more_of_it_is_no_strength(
    store: Store, actor: Person
) -> None:
    round_id = others.begin(store, actor, "preventief-curatief")
    said: dict[str, Given] = {f"CU{number}": 4 for number in range(1, 5)}
    others.leader_answers(store, actor, round_id, said)
    others.finish_scan(store, actor, round_id, said)
    others.end_asking(store, actor, round_id)
    state = view_mirror.of_round(store, actor, round_id, today=others.TODAY)
    part = view_mirror.part(store, actor, round_id, state.questionnaires[1], Noise())
    assert part.glance is not None
    assert part.quadrants == ()


def test_somebody_elses_round_is_as_absent_as_none(
    store: Store, actor: Person, somebody_else: Person, round_id: UUID, ended: Part
) -> None:
    for wanted in (round_id, UUID(int=9)):
        with pytest.raises(NotAllowedError, match="niet"):
            view_mirror.of_round(store, somebody_else, wanted, today=others.TODAY)
        with pytest.raises(NotAllowedError, match="niet"):
            view_mirror.part(store, somebody_else, wanted, ended.questionnaire, Noise())
        with pytest.raises(NotAllowedError, match="niet"):
            view_mirror.written(store, somebody_else, wanted)


def _write(store: Store, token: str, topic: str, body: str) -> None:
    visit = others.visit(store, token)
    answering.write(store, visit, topic=topic, body=body, today=others.TODAY)
