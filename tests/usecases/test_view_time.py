"""What Mijn tijd shows: only what adds up to a hundred, and the module once it is handed in."""

from uuid import UUID

from ibreflect.measure.growth import Noise
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.model.round import term_of
from ibreflect.model.time import WORK, Moment, Slot
from ibreflect.questionnaires.load import read
from ibreflect.settings import PROJECT
from ibreflect.store.connection import Store
from ibreflect.usecases import fill_in, rounds, time, view_time
from tests.store import scans

MODULE = read(PROJECT / "questionnaires" / "preventief-curatief.yaml")
FIRST = (20, 40, 30, 10)


def week(moment: Moment, *percents: int) -> dict[Slot, int]:
    slots = [Slot(WORK.split_id, part.part_id, moment) for part in WORK.parts]
    return dict(zip(slots, percents, strict=True))


def test_a_picture_draws_what_is_a_hundred_only(
    store: Store, actor: Person, round_id: UUID
) -> None:
    time.save(store, actor, round_id, numbers=week(Moment.NOW, *FIRST))
    time.keep(store, actor, round_id, slot=Slot("lijn", "eerste", Moment.NOW), percent=60)
    picture = view_time.picture(store, actor, round_id, Noise())
    assert list(picture.divisions) == ["werk"]
    figure = picture.divisions["werk"]
    assert list(figure.drawn["now"]) == [20, 40, 30, 10]
    assert figure.drawn["wished"].isna().all()
    assert list(figure.read["Gewenst"]) == ["–"] * 4
    assert picture.lines == ()


def test_lines_run_over_rounds_and_end_with_the_last_wish(
    store: Store, actor: Person, round_id: UUID
) -> None:
    time.save(store, actor, round_id, numbers=week(Moment.NOW, *FIRST))
    fill_in.save(store, actor, round_id, item_id="LC1", given=3)
    fill_in.hand_in(store, actor, round_id)
    second = scans.begin(store, actor, scans.SPRING)
    time.save(store, actor, second, numbers=week(Moment.NOW, 40, 20, 30, 10))
    time.save(store, actor, second, numbers=week(Moment.WISHED, 60, 20, 15, 5))

    (lines,) = view_time.picture(store, actor, second, Noise()).lines
    preventive = lines.parts[0].drawn
    assert list(preventive["round"]) == ["najaar 2026", "voorjaar 2027"]
    assert list(preventive["now"]) == [20, 40]
    assert preventive["wished"].isna().tolist() == [True, False]
    assert lines.says.startswith("Sinds de vorige meetronde (najaar 2026) gaat er meer tijd naar")
    assert list(lines.read.columns) == [
        "Onderdeel",
        "najaar 2026",
        "voorjaar 2027",
        "Gewenst in voorjaar 2027",
    ]


def test_another_school_is_named_and_not_compared_with(
    store: Store, actor: Person, round_id: UUID
) -> None:
    time.save(store, actor, round_id, numbers=week(Moment.NOW, *FIRST))
    elsewhere = scans.begin(store, actor, scans.SPRING, "De Linde")
    time.save(store, actor, elsewhere, numbers=week(Moment.NOW, 90, 0, 0, 10))

    (lines,) = view_time.picture(store, actor, elsewhere, Noise()).lines
    assert list(lines.parts[0].drawn["round"]) == [
        "najaar 2026, De Wilg",
        "voorjaar 2027, De Linde",
    ]
    assert lines.says.startswith("Dit is je eerste verdeling op deze school")


def test_the_module_counts_once_it_is_handed_in(store: Store, actor: Person) -> None:
    wish = rounds.Wish("De Wilg", term_of(scans.AUTUMN), scans.instrument(), (MODULE,))
    round_id = rounds.start(store, actor, wish, today=scans.AUTUMN)
    _answer(store, actor, round_id, MODULE.questionnaire)
    before = view_time.picture(store, actor, round_id, Noise()).care_magnet
    assert not before.asks
    assert "pas mee als" in before.signs[2].says

    fill_in.hand_in(store, actor, round_id)
    after = view_time.picture(store, actor, round_id, Noise()).care_magnet
    assert after.asks
    assert after.says == "Twee dingen wijzen dezelfde kant op."
    assert after.there[1] == "Taken oppakken die blijven liggen: dat doe je bijna altijd."


def _answer(store: Store, actor: Person, round_id: UUID, asked: Questionnaire) -> None:
    for item in asked.items:
        value = 2 if item.id.startswith("PV") else 5
        fill_in.save(store, actor, round_id, item_id=item.id, given=value)
