"""Where several people work, a beheerder changes the words and questionnaires of everybody."""

import pytest

from ibreflect.errors import NotAllowedError
from ibreflect.model.membership import INSTALLATION, Membership, Position
from ibreflect.model.vocabulary import Calling, RoleNames, Vocabulary
from ibreflect.store import memberships
from ibreflect.store.connection import Store
from ibreflect.usecases import own_questionnaires, wording
from ibreflect.usecases.own_questionnaires import Proposal
from tests.store.scans import AUTUMN, SPRING
from tests.usecases.organisation import ESDOORN, WILG, Organisation, organisation
from tests.usecases.topics import FOLDER, MAP

OTHER = Vocabulary(Calling.QUALITY_COORDINATOR, RoleNames.STANDARD)
NOT_THE_ADMINISTRATOR = ("an", "bo", "leader", "other_leader", "coach", "board_member")


@pytest.fixture
def people(store: Store) -> Organisation:
    return organisation(store)


@pytest.mark.parametrize("who", NOT_THE_ADMINISTRATOR)
def test_who_is_no_administrator_changes_nothing_for_everybody(
    store: Store, people: Organisation, who: str
) -> None:
    actor = getattr(people, who)
    with pytest.raises(NotAllowedError, match="Alleen een beheerder"):
        wording.choose(store, actor, OTHER, today=AUTUMN)
    with pytest.raises(NotAllowedError, match="Alleen een beheerder"):
        own_questionnaires.adopt(store, actor, FOLDER, _map(store), today=AUTUMN)
    assert wording.vocabulary(store) == Vocabulary()
    assert not own_questionnaires.mine(store, people.an)


def test_the_administrator_does(store: Store, people: Organisation) -> None:
    wording.choose(store, people.administrator, OTHER, today=AUTUMN)
    own_questionnaires.adopt(store, people.administrator, FOLDER, _map(store), today=AUTUMN)
    assert wording.vocabulary(store) == OTHER
    (adopted,) = own_questionnaires.mine(store, people.bo)
    with pytest.raises(NotAllowedError, match="Alleen een beheerder"):
        own_questionnaires.withdraw(
            store, people.bo, adopted.questionnaire_id, adopted.version, today=AUTUMN
        )
    own_questionnaires.withdraw(
        store, people.administrator, adopted.questionnaire_id, adopted.version, today=AUTUMN
    )
    assert [each.offered for each in own_questionnaires.mine(store, people.bo)] == [False]


def test_what_holds_for_a_school_is_its_ib_coordinators(store: Store, people: Organisation) -> None:
    for actor in (people.bo, people.leader, people.administrator):
        with pytest.raises(NotAllowedError, match="Deze school is er niet"):
            own_questionnaires.adopt(
                store, actor, FOLDER, _map(store)._replace(school_id=WILG), today=AUTUMN
            )
    own_questionnaires.adopt(
        store, people.an, FOLDER, _map(store)._replace(school_id=WILG), today=AUTUMN
    )
    assert [each.school_id for each in own_questionnaires.mine(store, people.an)] == [WILG]
    assert ESDOORN not in {each.school_id for each in own_questionnaires.mine(store, people.bo)}


def test_who_left_the_school_changes_it_no_longer(store: Store, people: Organisation) -> None:
    sql = "update membership set until = date '2026-07-31' where person_id = $1"
    store.write(lambda work: work.run(sql, people.an.person_id))
    with pytest.raises(NotAllowedError, match="Deze school is er niet"):
        own_questionnaires.adopt(
            store, people.an, FOLDER, _map(store)._replace(school_id=WILG), today=AUTUMN
        )


def test_who_only_begins_later_changes_nothing_yet(store: Store, people: Organisation) -> None:
    for person, position, place_id in (
        (people.coach, Position.ADMINISTRATOR, INSTALLATION),
        (people.leader, Position.IB_COORDINATOR, WILG),
    ):
        new = Membership(person.person_id, position, place_id, SPRING, None)
        store.write(lambda work, new=new: memberships.add(work, new))  # type: ignore[misc]
    ours = _map(store)._replace(school_id=WILG)
    with pytest.raises(NotAllowedError, match="Alleen een beheerder"):
        wording.choose(store, people.coach, OTHER, today=AUTUMN)
    with pytest.raises(NotAllowedError, match="Deze school is er niet"):
        own_questionnaires.adopt(store, people.leader, FOLDER, ours, today=AUTUMN)
    wording.choose(store, people.coach, OTHER, today=SPRING)
    own_questionnaires.adopt(store, people.leader, FOLDER, ours, today=SPRING)


def _map(store: Store) -> Proposal:
    text = (FOLDER / f"{MAP}.yaml").read_text(encoding="utf-8")
    content = text.replace("versie: 1.0.0", "versie: 1.1.0").encode()
    return own_questionnaires.propose(store, FOLDER, content, "kaart.yaml")
