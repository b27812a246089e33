"""What stands above the ib'er beside others: where pictures differ, and nobody is in the right."""

from ibreflect.measure.growth import Noise
from ibreflect.measure.perspective_sentences import about_glance, about_quadrants, about_views, the
from ibreflect.measure.perspectives import Pair
from ibreflect.measure.quadrants import Quadrant
from ibreflect.measure.raters import Voiced
from ibreflect.model.role import Role
from ibreflect.model.voice import Mark

NOISE = Noise()
TEACHERS, LEADER = Mark.TEACHERS, Mark.SCHOOL_LEADER


def pair(own: float, other: float, n: int = 6) -> Pair:
    """Over eight statements; with six others the error allows 1.96 · √(0.27² + 0.24²) = 0.71."""
    return Pair(Voiced(own, 1, 8), Voiced(other, n, 8))


def test_a_perspective_has_its_article() -> None:
    assert [the(mark) for mark in (TEACHERS, Mark.BOARD)] == ["de leraren", "het bestuur"]


def test_a_glance_tells_where_and_in_which_direction() -> None:
    pairs = {
        "Eén": {LEADER: pair(3, 4, 1), TEACHERS: pair(3, 4)},
        "Twee": {LEADER: pair(3, 3, 1), TEACHERS: pair(4, 3)},
        "Drie": {TEACHERS: pair(3, 3.5)},
    }
    assert about_glance(pairs, NOISE) == (
        "Er is verschil in beeld bij Eén en Twee. "
        "Bij Eén ligt het beeld van de schoolleider en de leraren hoger dan dat van jou. "
        "Bij Twee ligt jouw beeld hoger dan dat van de leraren. "
        "Verder blijven de verschillen binnen de meetonzekerheid."
    )


def test_both_directions_on_one_scale_are_one_sentence() -> None:
    pairs = {"Eén": {LEADER: pair(3, 4, 1), TEACHERS: pair(3, 2)}}
    assert about_glance(pairs, NOISE) == (
        "Er is verschil in beeld bij Eén. Bij Eén ligt jouw beeld hoger dan dat van de leraren en "
        "ligt het beeld van de schoolleider hoger dan dat van jou."
    )


def test_no_difference_and_nothing_to_compare() -> None:
    alike = about_glance({"Eén": {LEADER: pair(3, 3.5, 1), TEACHERS: pair(3, 3.5)}}, NOISE)
    assert alike == (
        "Jouw beeld en dat van de schoolleider en de leraren verschillen niet meer dan de "
        "meetonzekerheid."
    )
    assert about_glance({"Eén": {}}, NOISE) == "Er valt nog niets naast elkaar te leggen."


def test_quadrants_are_named_with_their_scales() -> None:
    places = {
        Quadrant.RECOGNISED_STRENGTH: ("Eén", "Twee"),
        Quadrant.UNSUSPECTED_STRENGTH: (),
        Quadrant.NEUTRAL: ("Drie",),
    }
    assert about_quadrants(TEACHERS, places) == (
        "Jij en de leraren: herkende kracht bij Eén en Twee; Drie is niet ingedeeld."
    )


def test_who_sees_the_same_roles_is_told_together_and_the_ib_er_apart() -> None:
    # Eight statements, one person: 1.96 · 0.27 · √2 = 0.74; six people: 1.96 · 0.24 · √2 = 0.68.
    def roles(n: int, coordinator: float, analyst: float) -> dict[Role, Voiced]:
        return {
            Role.LEARNING_COORDINATOR: Voiced(coordinator, n, 8),
            Role.TREND_ANALYST: Voiced(analyst, n, 8),
        }

    said = about_views(
        {
            Mark.SELF: roles(1, 4, 3),
            LEADER: roles(1, 4, 3),
            TEACHERS: roles(6, 4, 3),
            Mark.COLLEAGUES: roles(6, 3.6, 3),
            Mark.PARENTS: {Role.CARE_DIRECTOR: Voiced(4, 6, 2)},
        },
        NOISE,
    )
    assert said == (
        "Je ziet jezelf vaker als leercoördinator dan als trendanalist. "
        "De schoolleider en de leraren zien je vaker als leercoördinator dan als trendanalist. "
        "Bij de collega's blijven de verschillen tussen de rollen binnen de meetonzekerheid."
    )
    assert about_views({Mark.SELF: roles(1, 3, 4)}, NOISE) == (
        "Je ziet jezelf vaker als trendanalist dan als leercoördinator."
    )
    assert about_views({LEADER: roles(1, 3, 4)}, NOISE).startswith("De schoolleider ziet je")
    assert about_views({}, NOISE) == "Er is nog te weinig om rollen te vergelijken."
