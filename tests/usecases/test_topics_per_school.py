"""Two schools, each with its own topics on the mandate map."""

from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibreflect.errors import InputError, NotAllowedError, QuestionnaireError
from ibreflect.model.person import Person
from ibreflect.questionnaires.crosswalk import ItemKind, version_number
from ibreflect.questionnaires.writing import writing
from ibreflect.store.connection import Store
from ibreflect.usecases import mandate, mandate_topics, own_questionnaires
from ibreflect.usecases.own_questionnaires import Proposal
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases import topics
from tests.usecases.topics import FOLDER, MAP, Desk, ids, wanted

METHOD = "Een methode kiezen"


@pytest.fixture
def wilg(store: Store, actor: Person) -> Desk:
    return topics.at(store, actor)


@pytest.fixture
def linde(store: Store, actor: Person) -> Desk:
    return topics.at(store, actor, "De Linde")


def map_for_everybody(store: Store, version: str, *changes: tuple[str, str]) -> Proposal:
    """The shipped map as another version for every school, with pieces of text replaced."""
    text = (FOLDER / f"{MAP}.yaml").read_text(encoding="utf-8")
    for old, new in (("versie: 1.0.0", f"versie: {version}"), *changes):
        assert old in text
        text = text.replace(old, new)
    return own_questionnaires.propose(store, FOLDER, text.encode(), "kaart.yaml")


def adopt(store: Store, version: str, *changes: tuple[str, str]) -> None:
    own_questionnaires.adopt(
        store, topics.OWNER, FOLDER, map_for_everybody(store, version, *changes), today=scans.AUTUMN
    )


def test_each_school_asks_its_own_topics(
    store: Store, actor: Person, wilg: Desk, linde: Desk
) -> None:
    before = wilg.begin(scans.AUTUMN)
    others.finish_scan(store, actor, before, {"MI1": 4})
    assert wilg.save(wanted(wilg.maps(), "De bieb inrichten", drop=[METHOD])) == "1.1.0"
    assert linde.save(wanted(linde.maps(), "De tuin verdelen")) == "1.2.0"

    here, there = (topics_of(desk, desk.begin()) for desk in (wilg, linde))
    assert (here[-1], there[-1]) == ("De bieb inrichten", "De tuin verdelen")
    assert METHOD not in here
    assert METHOD in there
    assert METHOD in topics_of(wilg, before)
    # A school that is new has nothing of its own.
    assert topics.on_offer(store).questionnaire.version == "1.0.0"
    assert topics.at(store, actor, "De Beuk").offered().questionnaire.version == "1.0.0"


def topics_of(desk: Desk, round_id: UUID) -> list[str]:
    """The topics that a round asks, in order."""
    return list(ids(mandate.mandate_map(desk.store, desk.actor, round_id).questionnaire))


def test_a_school_rewords_what_another_one_dropped(wilg: Desk, linde: Desk) -> None:
    wilg.save(wanted(wilg.maps(), drop=[METHOD]))
    linde.save(wanted(linde.maps(), rename=(METHOD, "Een lesmethode kiezen")))
    assert ids(linde.maps().now)["Een lesmethode kiezen"] == "MI1"
    # What the other school did is no column, topic or earlier wording of this one.
    assert [each.version for each in linde.maps().versions.seen] == ["1.0.0", "1.2.0"]
    assert [each.version for each in linde.maps().versions.elsewhere] == ["1.1.0"]


def test_a_new_topic_gets_ids_that_no_school_ever_used(wilg: Desk, linde: Desk) -> None:
    wilg.save(wanted(wilg.maps(), "De bieb inrichten"))
    linde.save(wanted(linde.maps(), "De bieb inrichten"))
    assert ids(wilg.maps().now)["De bieb inrichten"] == "MI10"
    assert ids(linde.maps().now)["De bieb inrichten"] == "MI11"


@settings(max_examples=5)
@given(
    st.lists(
        st.tuples(st.booleans(), st.booleans(), st.integers(0, 8), st.integers(0, 8)),
        min_size=2,
        max_size=3,
    )
)
def test_versions_rise_and_no_id_gets_a_second_owner(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[bool, bool, int, int]]
) -> None:
    store = Store(tmp_path_factory.mktemp("topics") / "ibreflect.duckdb")
    noor = Person(UUID(int=1), "Noor")
    desks = [topics.at(store, noor, name) for name in ("De Wilg", "De Linde")]
    newest, used = "1.0.0", set(ids(topics.on_offer(store).questionnaire).values())
    for number, (second, adds, dropped, renamed) in enumerate(steps):
        desk, other = desks[second], desks[not second]
        now, untouched = desk.maps(), other.maps().now
        change = wanted(
            now,
            *([f"Nieuw {number}"] if adds else []),
            drop=[now.topics[dropped % len(now.topics)]] if len(now.topics) > 1 else [],
            rename=(now.topics[renamed % len(now.topics)], f"Anders {number}"),
        )
        version = desk.save(change)
        assert version_number(version) > version_number(newest)
        fresh = set(ids(desk.maps().now).values()) - set(ids(now.now).values())
        assert not fresh & used
        assert other.maps().now == untouched
        newest, used = version, used | fresh
    store.close()


def test_a_foreign_school_and_no_school_answer_alike(
    store: Store, wilg: Desk, somebody_else: Person
) -> None:
    change = wanted(wilg.maps(), "De bieb inrichten")
    said = set()
    for school_id in (wilg.school.school_id, UUID(int=99)):
        with pytest.raises(NotAllowedError) as seeing:
            mandate_topics.maps(store, somebody_else, FOLDER, school_id)
        with pytest.raises(NotAllowedError) as saving:
            mandate_topics.save(store, somebody_else, FOLDER, school_id, change, today=scans.AUTUMN)
        said |= {str(seeing.value), str(saving.value)}
    assert len(said) == 1
    assert wilg.maps().now.version == "1.0.0"


def test_only_a_tab_of_the_same_school_is_left_behind(wilg: Desk, linde: Desk) -> None:
    here, there = wilg.maps(), linde.maps()
    wilg.save(wanted(here, "De bieb inrichten"))
    with pytest.raises(InputError, match="intussen in een ander venster"):
        wilg.save(wanted(here, "De tuin verdelen"))
    linde.save(wanted(there, "De tuin verdelen"))
    assert "De tuin verdelen" in linde.maps().topics


def test_the_same_version_is_not_given_to_two_schools(
    store: Store, wilg: Desk, linde: Desk
) -> None:
    change = wanted(wilg.maps(), "De bieb inrichten")
    content = writing(mandate_topics.reworded(wilg.maps(), change)).encode()
    both = [
        own_questionnaires.propose(store, FOLDER, content, "kaart.yaml", desk.school.school_id)
        for desk in (wilg, linde)
    ]
    own_questionnaires.adopt(store, wilg.actor, FOLDER, both[0], today=scans.AUTUMN)
    with pytest.raises(QuestionnaireError, match="bestaat al"):
        own_questionnaires.adopt(store, wilg.actor, FOLDER, both[1], today=scans.AUTUMN)
    assert wilg.maps().now.version == "1.1.0"
    assert linde.maps().now.version == "1.0.0"


def test_withdrawing_brings_back_the_highest_that_is_left(
    store: Store, actor: Person, wilg: Desk
) -> None:
    wilg.save(wanted(wilg.maps(), "De bieb inrichten"))
    adopt(store, "1.2.0", (METHOD, "Een boek kiezen"))
    assert wilg.maps().topics[0] == "Een boek kiezen"
    own_questionnaires.withdraw(store, actor, MAP, "1.2.0", today=scans.AUTUMN)
    assert wilg.maps().topics[-1] == "De bieb inrichten"
    own_questionnaires.withdraw(store, actor, MAP, "1.1.0", today=scans.AUTUMN)
    assert wilg.maps().now.version == "1.0.0"


def test_what_is_back_after_withdrawing_can_be_reworded(
    store: Store, actor: Person, wilg: Desk
) -> None:
    wilg.save(wanted(wilg.maps(), "De bieb inrichten"))
    wilg.save(wanted(wilg.maps(), drop=["De bieb inrichten"], rename=(METHOD, "Een boek kiezen")))
    wilg.save(wanted(wilg.maps(), drop=["Een boek kiezen"]))
    own_questionnaires.withdraw(store, actor, MAP, "1.3.0", today=scans.AUTUMN)
    own_questionnaires.withdraw(store, actor, MAP, "1.2.0", today=scans.AUTUMN)
    wilg.save(wanted(wilg.maps(), rename=("De bieb inrichten", "De bibliotheek inrichten")))
    assert ids(wilg.maps().now)["De bibliotheek inrichten"] == "MI10"
    assert ids(wilg.maps().now)[METHOD] == "MI1"


def test_a_version_for_every_school_follows_the_one_before_it(store: Store, wilg: Desk) -> None:
    wilg.save(wanted(wilg.maps(), drop=[METHOD]))
    proposal = map_for_everybody(store, "1.2.0", (METHOD, "Een boek kiezen"))
    assert proposal.previous_version == "1.0.0"
    changed = {each.kind for each in proposal.crosswalk if each.new_text == "Een boek kiezen"}
    assert changed == {ItemKind.REWORDED}


def test_a_version_for_every_school_takes_no_number_or_id_of_a_school(
    store: Store, wilg: Desk
) -> None:
    wilg.save(wanted(wilg.maps(), "De bieb inrichten"))
    with pytest.raises(QuestionnaireError, match=r"nieuwste versie \(1.1.0\)"):
        map_for_everybody(store, "1.0.1")
    with pytest.raises(QuestionnaireError, match="id MI10 is al gebruikt"):
        map_for_everybody(store, "1.2.0", ("id: MI9\n", "id: MI10\n"))


def test_a_version_of_a_foreign_school_is_not_listed_or_withdrawn(
    store: Store, actor: Person, wilg: Desk, somebody_else: Person
) -> None:
    wilg.save(wanted(wilg.maps(), "De bieb inrichten"))
    adopt(store, "1.2.0")
    listed = [(each.version, each.school_id) for each in own_questionnaires.mine(store, actor)]
    assert listed == [("1.2.0", None), ("1.1.0", wilg.school.school_id)]
    theirs = own_questionnaires.mine(store, somebody_else)
    assert [each.version for each in theirs] == ["1.2.0"]
    with pytest.raises(NotAllowedError):
        own_questionnaires.withdraw(store, somebody_else, MAP, "1.1.0", today=scans.AUTUMN)
    assert own_questionnaires.mine(store, actor)[1].offered
