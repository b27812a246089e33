"""Met anderen: the order of what is said while there is nothing yet, and what reaches a browser."""

import asyncio
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

import pandas as pd
import pytest
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, NonAnswer, RaterGroup
from ibreflect.store.connection import Store, close_stores
from ibreflect.ui.screens import CARDS, MIRROR, OTHERS, SCAN
from ibreflect.usecases import answering
from tests.pages import by_link
from tests.pages.serving import fresh_process
from tests.pages.visitor import Visitor
from tests.store import rounds_with_others as others
from tests.streamlit_client import Tab, texts

TEACHER, PARENT, LEADER = RaterGroup.TEACHER, RaterGroup.PARENT, RaterGroup.SCHOOL_LEADER
ON_SCALE = {"value", "wished", "own", "low", "high", "band_low", "band_high", "min", "max", "end"}
"""Columns of figures that hold answers and what is worked out from them."""
CANARY = "Kanarie"
OWN: dict[str, Given] = {f"LC{number}": 3 for number in range(1, 9)}
LEADER_SAID: dict[str, Given] = {"LC1": 4, "LC2": 2, "LC3": 5, "LC4": 4, "LC6": 4, "LC7": 3}


@pytest.fixture
def round_id(store: Store, noor: Person) -> UUID:
    return others.begin(store, noor)


def links(visitor: Visitor) -> list[str]:
    return [each.proto.page for each in visitor.app.get("page_link")]


def test_without_others_the_way_leads_to_asking(store: Store, noor: Person, round_id: UUID) -> None:
    visitor = Visitor().go(MIRROR)
    assert "Vraag het hun eerst" in visitor.text
    assert OTHERS.name in links(visitor)


def test_the_own_scan_comes_first_and_nothing_of_others_is_sent(
    store: Store, noor: Person, round_id: UUID
) -> None:
    _taking(store, noor, round_id)
    others.end_asking(store, noor, round_id)
    visitor = Visitor().go(MIRROR)
    assert "zodra je je eigen scan hebt ingeleverd" in visitor.text
    assert SCAN.name in links(visitor)
    assert not visitor.app.get("vega_lite_chart")
    assert not visitor.app.table
    assert CANARY not in visitor.text
    assert "leraren" not in visitor.text


def test_while_asking_is_open_the_schoolleider_can_be_seen(store: Store, noor: Person) -> None:
    round_id = by_link.begin(store, noor)
    by_link.links(store, noor, round_id, TEACHER, 3)
    (leader,) = by_link.links(store, noor, round_id, LEADER)
    others.finish_scan(store, noor, round_id, {"PV1": 3, "PV2": 3, "PV3": 3})
    waiting = Visitor().go(MIRROR)
    assert "Antwoorden kan tot en met" in waiting.text
    assert not waiting.app.get("vega_lite_chart")
    visit = answering.visit(store, leader, today=by_link.TODAY)
    for item_id in ("PV1", "PV2", "PV3"):
        answering.save(store, visit, item_id=item_id, given=5, today=by_link.TODAY)
    answering.hand_in(store, leader, today=by_link.TODAY)
    heard = Visitor().go(MIRROR)
    assert heard.app.get("vega_lite_chart")
    assert "de eigen antwoorden, op naam" in heard.text
    assert "In hun woorden" not in heard.text


def test_of_too_few_people_there_is_a_reason_and_the_way_to_talk(
    store: Store, noor: Person, round_id: UUID
) -> None:
    others.team_answers(store, noor, round_id, [{"LC1": 4}] * 2)
    others.finish_scan(store, noor, round_id, OWN)
    others.end_asking(store, noor, round_id)
    visitor = Visitor().go(MIRROR)
    assert "Te weinig mensen antwoordden" in visitor.text
    assert "Geen 360, wel gesprek" in visitor.text
    assert CARDS.name in links(visitor)
    assert "(2)" not in visitor.text
    assert not visitor.app.get("vega_lite_chart")


@pytest.fixture
def ended(store: Store, noor: Person, round_id: UUID) -> None:
    _taking(store, noor, round_id)
    others.finish_scan(store, noor, round_id, OWN)
    others.end_asking(store, noor, round_id)


def test_every_figure_has_a_conclusion_a_description_and_a_table(
    store: Store, noor: Person, ended: None
) -> None:
    visitor = Visitor().go(MIRROR)
    charts = visitor.app.get("vega_lite_chart")
    assert not visitor.app.exception
    # One glance, one plane, one scale, and three role pictures: jij, schoolleider and leraren.
    assert len(charts) == 6
    assert all(chart.proto.alt for chart in charts)
    assert len(visitor.app.table) == 4
    assert "redelijk houvast" in visitor.text


def test_what_is_looked_at_stands_in_the_address(store: Store, noor: Person, ended: None) -> None:
    beside = Visitor().go(MIRROR, naast="schoolleider", domein="trend_analyst")
    assert "Jij en de schoolleider:" in beside.text
    assert "Ik laat leerteams zelf hun resultaten onderzoeken" in beside.table(2).to_string()
    unknown = Visitor().go(MIRROR, naast="ouders", domein="nergens")
    assert "Jij en de leraren:" in unknown.text


def test_difference_is_never_worded_as_a_judgement(store: Store, noor: Person, ended: None) -> None:
    said = Visitor().go(MIRROR).text.casefold()
    assert "verschil in beeld" in said
    assert not re.search(r"overschat|onderschat|score|cijfer|beter dan|slechter", said)


def test_what_reaches_the_browser_has_one_decimal_and_nobody_who_is_hidden(
    store: Store, noor: Person, ended: None
) -> None:
    path = store.path
    close_stores()

    async def story(address: str) -> list[Any]:
        async with Tab(address, MIRROR.name) as tab:
            return list(tab._elements.values())

    with fresh_process(path) as address:
        elements = asyncio.run(story(address))

    everything = "\n".join(text for each in elements for text in texts(each))
    assert CANARY not in everything
    assert "ouders (" not in everything.casefold()
    frames = list(_frames(elements))
    assert any("value" in frame for frame in frames)
    for frame in frames:
        _has_one_decimal(frame)
        _tells_nothing_hidden(frame)
    # The one number with two decimals in any sentence is an assumption from research.
    assert {*re.findall(r"\d+[.,]\d\d+", "\n".join(_sentences(elements)))} == {"0,37"}


def _taking(store: Store, noor: Person, round_id: UUID) -> None:
    """Six leraren, of whom two saw LC5; four ouders, which is one too few; and the schoolleider."""
    said: Mapping[str, Given] = {f"LC{number}": 4 for number in range(1, 9)}
    for place, token in enumerate(others.ask_team(store, noor, round_id, 6)):
        lc5: Given = NonAnswer.CANNOT_JUDGE if place < 4 else 1
        others.answers(store, token, {**said, "LC1": 3 + place % 3, "LC5": lc5})
    for token in others.ask(store, noor, round_id, PARENT, 4):
        visit = others.visit(store, token)
        answering.write(store, visit, topic="meer", body=CANARY, today=others.TODAY)
        others.answers(store, token, {"ZR1": 1, "ZR2": 2})
    others.leader_answers(store, noor, round_id, LEADER_SAID)


def _has_one_decimal(frame: pd.DataFrame) -> None:
    for column in ON_SCALE & {*frame.columns}:
        tenths = pd.to_numeric(frame[column], errors="coerce").dropna() * 10
        assert ((tenths - tenths.round()).abs() < 1e-6).all(), column
    decimals = re.findall(r"\d,(\d+)", frame.astype(str).to_string())
    assert all(len(each) == 1 for each in decimals)


def _tells_nothing_hidden(frame: pd.DataFrame) -> None:
    """Nothing of ouders; and of the two leraren who saw LC5 no answer, mean or number of people."""
    cells = frame.astype(str).to_string()
    assert CANARY not in cells
    assert "ouders" not in cells.casefold()
    if {"item", "voice", "value"} <= {*frame.columns}:
        unseen = frame[(frame["item"] == "LC5") & (frame["voice"] == "leraren")]
        measured = ON_SCALE & {*frame.columns} - {"own"}
        assert unseen[[*measured]].isna().all(axis=None)


def _frames(elements: list[Any]) -> Iterator[pd.DataFrame]:
    """Every table in the messages: those under figures and those that figures are drawn from."""
    for each in elements:
        kind = each.WhichOneof("type")
        if kind == "vega_lite_chart":
            for dataset in each.vega_lite_chart.datasets:
                yield convert_arrow_bytes_to_pandas_df(dataset.data.data)
            for rows in json.loads(each.vega_lite_chart.spec).get("datasets", {}).values():
                yield pd.DataFrame(rows)
        if kind == "table":
            yield convert_arrow_bytes_to_pandas_df(each.table.arrow_data.data)


def _sentences(elements: list[Any]) -> Iterator[str]:
    for each in elements:
        kind = each.WhichOneof("type")
        if kind in {"markdown", "heading", "text"}:
            yield str(getattr(each, kind).body)
