"""What goes to who is asked, for who hands it out: link, text, picture and table."""

from io import BytesIO
from uuid import UUID

import pytest
from openpyxl import load_workbook

from ibreflect.measure import disclosure
from ibreflect.model.asking import GROUP_WORDS
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.vocabulary import Calling
from ibreflect.reports.qr import qr_picture
from ibreflect.settings import Settings
from ibreflect.store.connection import Store
from ibreflect.usecases import asking, inviting, requesting
from ibreflect.usecases.answering import State
from ibreflect.usecases.requesting import Desk, Request, Writing
from tests.store import rounds_with_others as others
from tests.store.rounds_with_others import TODAY

HERE = Desk("https://scan.school.nl")


@pytest.fixture
def round_id(store: Store, actor: Person) -> UUID:
    return others.begin(store, actor, "rolhelderheid")


def _requests(
    store: Store, actor: Person, round_id: UUID, group: RaterGroup, text: str, **changes: object
) -> tuple[Request, ...]:
    others.begin_asking(store, actor, round_id, **changes)
    inviting.add(store, actor, round_id, group, text, today=TODAY)
    made = inviting.hand_out(store, actor, round_id, today=TODAY)
    state = asking.of_round(store, actor, round_id, today=TODAY)
    return requesting.requests(Writing(state, actor.name, HERE), made)


def test_everybody_gets_a_text_that_ends_with_a_link_that_works(
    store: Store, actor: Person, round_id: UUID
) -> None:
    found = _requests(store, actor, round_id, RaterGroup.TEACHER, "Tom\nAnna")
    for each in found:
        token = each.handed_out.token
        assert each.link == f"https://scan.school.nl/m/{token}"
        assert each.text.endswith(f"\n\n{each.link}")
        assert each.text.startswith(f"Hallo {each.handed_out.invitee.name},")
        assert each.text.count(token) == 1
        assert each.picture == qr_picture(each.link)
        assert others.state(store, token) is State.OPEN
    assert len({each.link for each in found}) == 2


@pytest.mark.parametrize("group", RaterGroup)
def test_the_text_tells_each_group_how_long_until_when_and_who_reads_it(
    store: Store, actor: Person, round_id: UUID, group: RaterGroup
) -> None:
    state = asking.of_round(store, actor, round_id, today=TODAY)
    if not state.asks(group):
        pytest.skip("this questionnaire asks this group nothing")
    floors = disclosure.floors(7)
    (each,) = _requests(store, actor, round_id, group, "Tom", floors=floors)
    minutes = asking.minutes(state.questionnaires, group)
    assert f"ongeveer {minutes} minuten" in each.text
    assert "tot en met maandag 28 september 2026" in each.text
    if group is RaterGroup.SCHOOL_LEADER:
        assert "op jouw naam" in each.text
    else:
        assert f"pas vanaf {floors[group]} antwoorden" in each.text


def test_the_table_has_a_row_for_each_with_the_same_link_and_text(
    store: Store, actor: Person, round_id: UUID
) -> None:
    found = _requests(store, actor, round_id, RaterGroup.TEACHER, "Tom; tom@school.nl\n=1+1")
    sheet = load_workbook(BytesIO(requesting.merged(found))).worksheets[0]
    _, *rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
    for row, each in zip(rows, found, strict=True):
        invitee = each.handed_out.invitee
        assert row[:4] == (
            invitee.name,
            invitee.address or None,
            GROUP_WORDS[invitee.group],
            each.link,
        )
        assert row[4] == each.text


def test_a_quality_coordinator_is_called_so(store: Store, actor: Person, round_id: UUID) -> None:
    others.begin_asking(store, actor, round_id)
    inviting.add(store, actor, round_id, RaterGroup.TEACHER, "Tom", today=TODAY)
    made = inviting.hand_out(store, actor, round_id, today=TODAY)
    state = asking.of_round(store, actor, round_id, today=TODAY)
    writing = Writing(state, actor.name, HERE, Calling.QUALITY_COORDINATOR)
    (each,) = requesting.requests(writing, made)
    assert "kc'er" in each.text
    assert "ib'er" not in each.text


def test_an_installation_without_a_mail_server_has_a_desk_without_post() -> None:
    assert requesting.desk_from(Settings(smtp_host="")).post is None
    settings = Settings(
        smtp_host="smtp.school.nl", mail_from="i@school.nl", address="https://scan.school.nl/"
    )
    made = requesting.desk_from(settings)
    assert made.post is not None
    assert (made.address, made.sender) == ("https://scan.school.nl", "i@school.nl")
