"""Mijn beeld: figures whose values were worked out by hand, and the statements without a number."""

from uuid import UUID

import pytest

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, NonAnswer
from ibreflect.store.connection import Store
from ibreflect.ui.screens import PICTURE
from ibreflect.usecases import framing
from tests.pages.conftest import begin, everywhere, fill
from tests.pages.visitor import Visitor

# LC: 21 / 8 = 2.625; s = sqrt((8 * 69 - 21 ** 2) / (8 * 7)) = sqrt(111 / 56) = 1.41.
# TA: eight times 4. ZR: two of eight are not own work, one of the six left has no number, and
# 5 of 6 is at least two thirds: 25 / 5. PR1-PR3 are the three pairs, one statement each.
# PR4-PR8 are all three together: 2 of 5 is less than two thirds, of which 4 would be enough.
ANSWERS: dict[str, Given] = {
    **{f"LC{number}": value for number, value in enumerate((1, 2, 3, 4, 5, 1, 2, 3), start=1)},
    **{f"TA{number}": 4 for number in range(1, 9)},
    "ZR1": NonAnswer.NOT_APPLICABLE,
    "ZR2": NonAnswer.ELSEWHERE,
    "ZR3": NonAnswer.CANNOT_JUDGE,
    **{f"ZR{number}": 5 for number in range(4, 9)},
    "PR1": 3,
    "PR2": 2,
    "PR3": 5,
    "PR4": 1,
    "PR5": 2,
}
REGIONS = [
    ["leercoördinator", "2,6", "8 van 8", "1,4"],
    ["trendanalist", "4,0", "8 van 8", "0,0"],
    ["zorgregisseur", "5,0", "5 van 6", "0,0"],
    ["leercoördinator én trendanalist", "3,0", "1 van 1", "–"],
    ["leercoördinator én zorgregisseur", "2,0", "1 van 1", "–"],
    ["trendanalist én zorgregisseur", "5,0", "1 van 1", "–"],
    [
        "alle drie de rollen",
        "2 van de 5 stellingen beantwoord; vanaf twee derde (4) is er een waarde",
        "2 van 5",
        "–",
    ],
]


@pytest.fixture
def visitor(store: Store, noor: Person, round_id: UUID) -> Visitor:
    """Noor's picture of the answers above."""
    fill(store, noor, round_id, ANSWERS)
    return Visitor().go(PICTURE)


def test_the_seven_regions_have_the_values_worked_out_by_hand(visitor: Visitor) -> None:
    regions = visitor.table(0).map(_plain)
    assert regions["Gebied"].tolist() == [row[0] for row in REGIONS]
    assert regions.iloc[:, 1].tolist() == [row[1] for row in REGIONS]
    assert regions["Stellingen"].tolist() == [row[2] for row in REGIONS]
    assert regions["Spreiding"].tolist() == [row[3] for row in REGIONS]


def test_every_figure_has_a_conclusion_a_description_and_a_table(visitor: Visitor) -> None:
    charts = visitor.app.get("vega_lite_chart")
    assert len(charts) == 5
    assert len(visitor.app.table) == 5
    assert all(chart.proto.alt for chart in charts)
    # 5.0 - 2.625 and 4.0 - 2.625 exceed 1.96 * 0.60 * sqrt(2) * sqrt(0.20) = 0.74; so does 5 - 4.
    assert "het vaakst als zorgregisseur en het minst vaak als leercoördinator" in visitor.text
    assert "het vaakst samen bij trendanalist én zorgregisseur" in visitor.text


def test_items_show_the_answer_in_words(visitor: Visitor) -> None:
    answers = visitor.table(3).map(_plain)["Jouw antwoord"].tolist()
    assert answers == [
        "niet van toepassing",
        "ligt bij ons bij een ander",
        "kan ik niet beoordelen",
        *["bijna altijd"] * 5,
    ]
    overlap = visitor.table(4).map(_plain)["Jouw antwoord"].tolist()
    assert overlap[-3:] == ["nog open"] * 3


def test_non_answers_are_listed_by_reason(visitor: Visitor) -> None:
    headers = [each.value for each in visitor.app.header]
    assert headers[-3:] == [
        "Dit ligt bij jullie bij een ander",
        "Dit kun je zelf niet beoordelen",
        "Dit is bij jullie niet van toepassing",
    ]
    listed = [_plain(each.value) for each in visitor.app.markdown if each.value.startswith("- ")]
    texts = visitor.table(3).map(_plain)["Stelling"].tolist()
    assert listed == [f"- {texts[1]}", f"- {texts[2]}", f"- {texts[0]}"]


def test_without_non_answers_nothing_is_listed(store: Store, noor: Person, round_id: UUID) -> None:
    fill(store, noor, round_id, everywhere(3))
    headers = [each.value for each in Visitor().go(PICTURE).app.header]
    assert headers == [
        "Leercoördinator",
        "Trendanalist",
        "Zorgregisseur",
        "Waar de rollen samenkomen",
    ]


def test_her_own_note_stands_beside_the_part(store: Store, noor: Person, round_id: UUID) -> None:
    topic = "notitie:trend_analyst"
    framing.save_text(store, noor, round_id, topic=topic, body="De toetsweek")
    fill(store, noor, round_id, everywhere(3))
    assert [each.value for each in Visitor().go(PICTURE).app.text] == ["De toetsweek"]


def test_an_older_round_can_be_chosen(store: Store, noor: Person) -> None:
    old, new = begin(store, noor), None
    fill(store, noor, old, everywhere(2))
    new = begin(store, noor, school="De Linde")
    fill(store, noor, new, everywhere(5))

    visitor = Visitor().go(PICTURE)
    chooser = visitor.app.selectbox(key="kijk_ronde")
    seen = {}
    for label in chooser.options:
        visitor.app.selectbox(key="kijk_ronde").select(label).run()
        seen[label] = _plain(visitor.table(0).iloc[0, 1])
    assert seen == {"najaar 2020, De Linde": "5,0", "najaar 2020, De Wilg": "2,0"}


def test_nothing_handed_in_says_what_to_do(round_id: UUID) -> None:
    visitor = Visitor().go(PICTURE)
    assert "Vul eerst je zelfscan in en lever die in." in visitor.text
    assert not visitor.app.table


def _plain(text: object) -> str:
    return str(text).replace("\\", "")
