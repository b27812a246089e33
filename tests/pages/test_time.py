"""Mijn tijd: each number is on disk at once, a split counts at a hundred, and nothing is lost.

AppTest runs the whole page for every number, a browser only what is below the introduction.
"""

from typing import Any
from uuid import UUID

from ibreflect.model.person import Person
from ibreflect.model.time import LINE, WORK, Moment, Slot, TimeSplit
from ibreflect.store.connection import Store
from ibreflect.ui.screens import TIME
from ibreflect.usecases import rounds, time
from tests.pages.conftest import LONG_AGO, begin, everywhere, fill
from tests.pages.visitor import Visitor

A_YEAR_LATER = LONG_AGO.replace(year=LONG_AGO.year + 1)
CURATIVE = Slot("werk", "curatief", Moment.NOW)


def number(visitor: Visitor, label: str) -> Any:
    return next(each for each in visitor.app.number_input if each.label == label)


def enter(visitor: Visitor, label: str, percent: int | None) -> Visitor:
    number(visitor, label).set_value(percent).run()
    return visitor


def totals(visitor: Visitor) -> list[str]:
    """The four lines under the columns: the week and the lines, each now and as wished."""
    bodies = [
        str(each.proto.body) for each in visitor.app.html if 'role="status"' in each.proto.body
    ]
    return [body.split(">")[1].split("<")[0].replace("\u00a0", " ") for body in bodies]


def whole(split: TimeSplit, moment: Moment, *percents: int) -> dict[Slot, int]:
    slots = [Slot(split.split_id, part.part_id, moment) for part in split.parts]
    return dict(zip(slots, percents, strict=True))


def test_every_number_is_asked_for_with_its_part_and_moment(round_id: UUID) -> None:
    visitor = Visitor().go(TIME)
    assert visitor.title == "Mijn tijd"
    labels = [each.label for each in visitor.app.number_input]
    assert labels == [
        f"{part.name}, {moment}"
        for split in (WORK, LINE)
        for moment in Moment
        for part in split.parts
    ]
    assert all(each.value is None for each in visitor.app.number_input)
    assert all((each.min, each.max, each.step) == (0, 100, 5) for each in visitor.app.number_input)
    assert totals(visitor) == ["Nog niets ingevuld."] * 4
    assert not visitor.app.exception


def test_a_number_is_on_disk_at_once_and_there_for_the_next_visitor(
    store: Store, noor: Person, round_id: UUID
) -> None:
    visitor = enter(Visitor().go(TIME), "Curatief, nu", 45)
    assert time.of_round(store, noor, round_id).numbers == {CURATIVE: 45}
    assert totals(visitor)[0] == "Opgeslagen. Nu is het samen 45 %: verdeel nog 55 %."

    another = Visitor().go(TIME)
    assert number(another, "Curatief, nu").value == 45
    assert totals(another)[0] == "Nu is het samen 45 %: verdeel nog 55 %."


def test_too_much_is_kept_and_said(store: Store, noor: Person, round_id: UUID) -> None:
    visitor = enter(Visitor().go(TIME), "Eerste lijn, gewenst", 70)
    enter(visitor, "Tweede lijn, gewenst", 40)
    assert totals(visitor)[3] == "Opgeslagen. Gewenst is samen 110 %: haal er 10 % af."
    assert list(time.of_round(store, noor, round_id).numbers.values()) == [70, 40]
    assert not visitor.app.table[:]


def test_an_emptied_number_is_gone(store: Store, noor: Person, round_id: UUID) -> None:
    time.keep(store, noor, round_id, slot=CURATIVE, percent=45)
    enter(Visitor().go(TIME), "Curatief, nu", None)
    assert time.of_round(store, noor, round_id).numbers == {}
    assert number(Visitor().go(TIME), "Curatief, nu").value is None


def test_a_hundred_draws_the_figure_with_its_sentence(round_id: UUID) -> None:
    visitor = Visitor().go(TIME)
    enter(visitor, "Eerste lijn, nu", 60)
    enter(visitor, "Tweede lijn, nu", 40)
    assert "Nu gaat de meeste tijd naar de eerste lijn" in visitor.text

    enter(visitor, "Eerste lijn, gewenst", 30)
    enter(visitor, "Tweede lijn, gewenst", 70)
    assert "Je wilt meer tijd voor de tweede lijn en minder voor de eerste lijn" in visitor.text
    assert "heet hier ongeveer gelijk" in visitor.text
    assert list(visitor.table(0)["Gewenst naast nu"]) == ["30 punten minder", "30 punten meer"]


def test_an_empty_part_is_nothing_once_it_is_a_hundred(round_id: UUID) -> None:
    visitor = enter(Visitor().go(TIME), "Preventief, nu", 100)
    shown = [each.replace("\u00a0", " ") for each in visitor.table(0)["Nu"]]
    assert shown == ["100 %", "0 %", "0 %", "0 %"]


def test_the_round_before_is_shown_and_not_filled_in(
    store: Store, noor: Person, round_id: UUID
) -> None:
    time.save(store, noor, round_id, numbers=whole(LINE, Moment.NOW, 60, 40))
    fill(store, noor, round_id, everywhere(3))
    begin(store, noor, A_YEAR_LATER)

    visitor = Visitor().go(TIME)
    reminder = "Vorige keer (najaar 2020): eerste lijn 60 %, tweede lijn 40 %."
    assert reminder in visitor.text.replace("\u00a0", " ")
    assert number(visitor, "Eerste lijn, nu").value is None

    enter(visitor, "Eerste lijn, nu", 40)
    enter(visitor, "Tweede lijn, nu", 60)
    assert "over de meetrondes" in visitor.text
    assert "Sinds de vorige meetronde" in visitor.text


def test_nothing_filled_in_alarms_nobody(round_id: UUID) -> None:
    text = Visitor().go(TIME).text
    assert "Er is nog te weinig ingevuld om naast elkaar te leggen." in text
    assert "Herken je dat" not in text
    assert "Curatief werk blijft nodig" in text


def test_two_signs_ask_a_question_with_their_numbers(
    store: Store, noor: Person, round_id: UUID
) -> None:
    numbers = whole(WORK, Moment.NOW, 20, 50, 25, 5) | whole(WORK, Moment.WISHED, 40, 30, 25, 5)
    numbers |= whole(LINE, Moment.NOW, 60, 40) | whole(LINE, Moment.WISHED, 40, 60)
    time.save(store, noor, round_id, numbers=numbers)

    text = Visitor().go(TIME).text.replace("\u00a0", " ")
    assert "Twee dingen wijzen dezelfde kant op." in text
    assert "Curatief werk is nu 50 % van je week; je wenst 30 %" in text.replace("\\", "")
    assert "Herken je dat veel zorg naar jou toe komt?" in text
    assert "Curatief werk blijft nodig" in text


def test_an_older_tab_leaves_a_newer_number_alone(
    store: Store, noor: Person, round_id: UUID
) -> None:
    older = enter(Visitor().go(TIME), "Curatief, nu", 20)
    enter(Visitor().go(TIME), "Curatief, nu", 50)

    enter(older, "Overig, nu", 5)

    kept = time.of_round(store, noor, round_id).numbers
    assert kept == {CURATIVE: 50, Slot("werk", "overig", Moment.NOW): 5}


def test_what_a_tab_brings_along_into_a_new_session_is_saved(
    store: Store, noor: Person, round_id: UUID
) -> None:
    after_restart = Visitor()
    key = f"tijd:{round_id.hex}:werk:curatief:nu:leeg"
    after_restart.app.session_state[key] = 45
    after_restart.go(TIME)

    assert time.of_round(store, noor, round_id).numbers == {CURATIVE: 45}


def test_a_tab_left_open_cannot_write_into_a_closed_round(
    store: Store, noor: Person, round_id: UUID
) -> None:
    tab = Visitor().go(TIME)
    fill(store, noor, round_id, everywhere(3))
    rounds.close(store, noor, round_id)

    enter(tab, "Curatief, nu", 45)

    assert time.of_round(store, noor, round_id).numbers == {}
    assert "In je laatste meetronde heb je je tijd niet verdeeld." in tab.text


def test_without_an_open_round_the_last_one_is_shown(
    store: Store, noor: Person, round_id: UUID
) -> None:
    for part, percent in zip(("preventief", "curatief"), (40, 60), strict=True):
        time.keep(store, noor, round_id, slot=Slot("werk", part, Moment.NOW), percent=percent)
    fill(store, noor, round_id, {"LC1": 3})
    rounds.close(store, noor, round_id)
    visitor = Visitor().go(TIME)
    assert not visitor.app.number_input
    assert "40" in visitor.table(0).to_string()
