"""The plane on Mijn beeld, and recording the direction of the school there."""

from uuid import UUID

import pytest

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given
from ibreflect.model.round import term_of
from ibreflect.questionnaires.load import load_folder
from ibreflect.settings import read_settings
from ibreflect.store.connection import Store
from ibreflect.ui.screens import PICTURE
from ibreflect.usecases import direction, rounds
from tests.pages.conftest import LONG_AGO, SCHOOL, begin, everywhere, fill, instrument
from tests.pages.visitor import Visitor

PART = "critical-friend-sturend"
WHY = "We willen dat het team *zelf* kiest."


def at_the_plane() -> Visitor:
    """Mijn beeld, looking at the questionnaire that has a plane."""
    visitor = Visitor().go(PICTURE)
    visitor.app.selectbox(key="kijk_deel").set_value("critical-friend-sturend").run()
    return visitor


@pytest.fixture
def scanned(store: Store, noor: Person) -> UUID:
    """A handed-in scan of Noor with the module, in which she wishes to steer less."""
    (module,) = [
        each
        for each in load_folder(read_settings().questionnaires)
        if each.questionnaire.id == PART
    ]
    wish = rounds.Wish(SCHOOL, term_of(LONG_AGO), instrument(), (module,))
    round_id = rounds.start(store, noor, wish, today=LONG_AGO)
    friend, steering = module.questionnaire.scales
    given: dict[str, Given] = {"LC1": 3}
    given |= {item.id: 2 for item in friend.items}
    given |= {item.wish_id: 2 for item in friend.items}
    given |= {item.id: 4 for item in steering.items}
    given |= {item.wish_id: 1 for item in steering.items}
    fill(store, noor, round_id, given)
    return round_id


@pytest.fixture
def school_id(store: Store, noor: Person, scanned: UUID) -> UUID:
    return rounds.one(store, noor, scanned).school_id


def choose(visitor: Visitor, position: int | None, why: str) -> Visitor:
    """Fill in the form and press its button."""
    visitor.app.radio(key=f"richting_punt:{PART}").set_value(position)
    visitor.app.text_area(key=f"richting_tekst:{PART}").set_value(why)
    return visitor.press(f"richting_leg:{PART}")


def test_the_plane_says_where_she_is_and_what_she_wishes(scanned: UUID) -> None:
    visitor = at_the_plane()
    text = _plain(visitor.text)
    assert "Je staat bij critical friend op soms en bij sturend op vaak." in text
    assert "Je wens: critical friend zo houden; sturend bij de meeste stellingen minder." in text
    assert "Geen plek in dit vlak is beter dan een andere" in text
    charts = [chart.proto.alt for chart in visitor.app.get("vega_lite_chart")]
    assert len([alt for alt in charts if alt.startswith("Een vlak met een stip")]) == 1


def test_the_wishes_stand_in_a_table(scanned: UUID) -> None:
    visitor = at_the_plane()
    friend, steering = [each.value for each in visitor.app.table if "Wens" in each.value.columns]
    assert set(friend["Wens"]) == {"zo houden"}
    assert set(steering["Wens"]) == {"minder"}


def test_a_direction_is_recorded_once_and_the_wish_is_read_against_it(
    store: Store, noor: Person, school_id: UUID
) -> None:
    visitor = at_the_plane()
    assert "is hier nog niet vastgelegd" in _plain(visitor.text)
    choose(visitor, 2, WHY)
    assert not visitor.app.exception
    assert "Je wens wijst dezelfde kant op." in _plain(visitor.text)
    assert WHY in [each.value for each in visitor.app.text]

    visitor.press(f"richting_leg:{PART}")
    (kept,) = direction.history(store, noor, school_id)
    assert (kept.position, kept.body) == (2, WHY)


def test_what_stood_there_before_stays_to_be_read(
    store: Store, noor: Person, school_id: UUID
) -> None:
    visitor = at_the_plane()
    choose(visitor, 2, "Dit was onze eerste keuze.")
    choose(visitor, 5, "Dit is onze tweede keuze.")
    texts = [each.value for each in visitor.app.text]
    assert texts == ["Dit is onze tweede keuze.", "Dit was onze eerste keuze."]
    assert "Je wens wijst een andere kant op." in _plain(visitor.text)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ((None, WHY), "Kies eerst een van de vijf richtingen."),
        ((2, ""), "Schrijf in een of twee zinnen waarom."),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    store: Store, noor: Person, school_id: UUID, typed: tuple[int | None, str], sentence: str
) -> None:
    visitor = choose(at_the_plane(), *typed)
    (error,) = [each.value for each in visitor.app.error]
    assert error.startswith(sentence)
    kept = visitor.app.radio(key=f"richting_punt:{PART}").value
    assert (kept, visitor.app.text_area(key=f"richting_tekst:{PART}").value) == typed
    assert direction.history(store, noor, school_id) == ()


def test_a_round_without_the_module_has_no_plane_and_no_direction(
    store: Store, noor: Person
) -> None:
    fill(store, noor, begin(store, noor), everywhere(3))
    visitor = Visitor().go(PICTURE)
    assert "Geen plek in dit vlak" not in _plain(visitor.text)
    assert not visitor.app.radio


def _plain(text: str) -> str:
    return text.replace("\\", "")
