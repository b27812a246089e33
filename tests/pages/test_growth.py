"""Groei: what one, two and ten rounds say, and what the verdicts rest on."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given
from ibreflect.model.round import RoundId
from ibreflect.settings import PROJECT
from ibreflect.store.connection import Store
from ibreflect.ui.screens import GROWTH
from ibreflect.usecases import framing
from tests.pages.conftest import LONG_AGO, begin, everywhere, fill
from tests.pages.visitor import Visitor

# LC rises from 3.0 to 3.5. Needed is 1.96 * SD * sqrt(2) * sqrt(1 - r): with SD 0.60 and r 0.80
# that is 0.744, with SD 0.30 it is 0.372, with r 0.95 it is 0.372 too.
HALF_A_POINT: dict[str, Given] = {
    **everywhere(3),
    **{f"LC{number}": 4 for number in range(1, 5)},
}
WITHIN, MORE = "binnen de meetonzekerheid", "aantoonbaar meer"


def _year(number: int) -> date:
    return LONG_AGO.replace(year=LONG_AGO.year - 10 + number)


def _rounds(store: Store, actor: Person, *scans: dict[str, Given]) -> list[RoundId]:
    made = []
    for number, given in enumerate(scans):
        made.append(begin(store, actor, _year(number)))
        fill(store, actor, made[-1], given)
    return made


def _verdicts(visitor: Visitor, number: int = 0) -> list[str]:
    return [str(each) for each in visitor.table(number)["Sinds de vorige"]]


def _drawn(visitor: Visitor) -> set[str]:
    """The words that the first line draws from its rows, such as its markers."""
    chart = visitor.app.get("vega_lite_chart")[0].proto
    rows = [convert_arrow_bytes_to_pandas_df(each.data.data) for each in chart.datasets]
    cells = {str(cell) for each in rows for column in each for cell in each[column]}
    return {" ".join(cell.split()) for cell in cells}


def test_without_a_round_it_says_when_there_is_something_to_see(round_id: UUID) -> None:
    visitor = Visitor().go(GROWTH)
    assert "vergelijken kan vanaf de tweede" in visitor.text
    assert not visitor.app.table


def test_one_round_says_what_a_second_will_tell(store: Store, noor: Person) -> None:
    _rounds(store, noor, everywhere(3))
    visitor = Visitor().go(GROWTH)

    assert "dit is je eerste meetronde (najaar 2010)" in visitor.app.markdown[1].value.replace(
        "\\", ""
    )
    assert "Een tweede laat zien" in visitor.app.markdown[1].value
    assert visitor.table(0)["Ronde"].tolist() == ["najaar 2010"]
    assert _verdicts(visitor) == [""]


def test_two_rounds_carry_a_verdict_in_words(store: Store, noor: Person) -> None:
    _rounds(store, noor, everywhere(3), HALF_A_POINT)
    visitor = Visitor().go(GROWTH)

    assert visitor.table(0).iloc[:, 1].tolist() == ["3,0", "3,5"]
    assert _verdicts(visitor) == ["", WITHIN]
    assert "**0,74**" in visitor.text


@pytest.mark.parametrize(
    ("assumption", "value", "needed"),
    [("aanname_sd", 0.3, "0,37"), ("aanname_betrouwbaarheid", 0.95, "0,37")],
)
def test_another_assumption_gives_another_verdict(
    store: Store, noor: Person, assumption: str, value: float, needed: str
) -> None:
    _rounds(store, noor, everywhere(3), HALF_A_POINT)
    visitor = Visitor().go(GROWTH)
    visitor.app.number_input(key=assumption).set_value(value).run()

    assert _verdicts(visitor) == ["", MORE]
    assert f"**{needed}**" in visitor.text
    assert visitor.app.number_input(key=assumption).value == value


def test_ten_rounds_are_ten_rows_and_as_many_pictures_as_asked_for(
    store: Store, noor: Person
) -> None:
    _rounds(store, noor, *(everywhere(1 + number // 2) for number in range(10)))
    visitor = Visitor().go(GROWTH)

    values = visitor.table(0).iloc[:, 1].tolist()
    assert values == ["1,0", "1,0", "2,0", "2,0", "3,0", "3,0", "4,0", "4,0", "5,0", "5,0"]
    assert _verdicts(visitor) == ["", WITHIN, *[MORE, WITHIN] * 4]
    assert len(visitor.app.get("vega_lite_chart")) == 4 + 6
    visitor.app.toggle(key="kijk_alles").set_value(True).run()
    assert len(visitor.app.get("vega_lite_chart")) == 4 + 10
    assert visitor.table(4).shape == (7, 11)


def test_a_marker_says_where_circumstances_changed(store: Store, noor: Person) -> None:
    _rounds(store, noor, everywhere(3), everywhere(3))
    assert not {"andere school", "nieuwe schoolleider"} & _drawn(Visitor().go(GROWTH))

    elsewhere = begin(store, noor, _year(2), "De Linde")
    fill(store, noor, elsewhere, everywhere(3))
    assert "andere school" in _drawn(Visitor().go(GROWTH))


def test_a_new_schoolleider_is_marked_on_the_same_school(store: Store, noor: Person) -> None:
    _rounds(store, noor, everywhere(3))
    later = begin(store, noor, _year(1))
    framing.save_choice(store, noor, later, field="nieuwe_schoolleider", choice="ja")
    fill(store, noor, later, everywhere(3))

    assert "nieuwe schoolleider" in _drawn(Visitor().go(GROWTH))


def test_another_version_is_marked_and_its_changed_statement_left_out(
    store: Store, noor: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _rounds(store, noor, {**everywhere(3), "LC2": 1})
    name = "kwaliteitscoordinator-2022.yaml"
    source = (PROJECT / "questionnaires" / name).read_text(encoding="utf-8")
    folder = tmp_path / "vragenlijsten"
    folder.mkdir()
    changed = source.replace("versie: 1.0.0", "versie: 1.1.0", 1)
    changed = changed.replace('editie: "2022"', 'editie: "2026"', 1)
    changed = changed.replace("ik: Ik stel leraren vragen", "ik: Ik stel elke leraar vragen", 1)
    assert len(set(source.splitlines()) - set(changed.splitlines())) == 3
    (folder / name).write_text(changed, encoding="utf-8")
    monkeypatch.setenv("IBREFLECT_QUESTIONNAIRES", str(folder))
    later = begin(store, noor, _year(1))
    fill(store, noor, later, {**everywhere(3), "LC2": 5})

    visitor = Visitor().go(GROWTH)
    assert "andere editie, andere stellingen" in _drawn(visitor)
    assert visitor.table(0).iloc[:, 1].tolist() == ["3,0", "3,0"]
    assert visitor.table(0)["Stellingen"].tolist() == ["7 van 7", "7 van 7"]
    assert "Ik stel elke leraar vragen" in visitor.text


def test_one_school_can_be_looked_at_alone(store: Store, noor: Person) -> None:
    _rounds(store, noor, everywhere(3), everywhere(4))
    elsewhere = begin(store, noor, _year(2), "De Linde")
    fill(store, noor, elsewhere, everywhere(2))

    visitor = Visitor().go(GROWTH)
    assert len(visitor.table(0)) == 3
    visitor.app.selectbox(key="kijk_school").select("De Linde").run()
    assert visitor.table(0).iloc[:, 1].tolist() == ["2,0"]
