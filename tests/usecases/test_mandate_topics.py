"""The topics of the map, worded by the school: ids stay, versions follow, rounds keep theirs."""

import pytest

from ibreflect.errors import InputError
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import mandate, mandate_agreement, mandate_topics
from ibreflect.usecases.mandate_agreement import Entry
from ibreflect.usecases.mandate_topics import Maps
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases import topics
from tests.usecases.topics import Desk, ids, wanted


@pytest.fixture
def wilg(store: Store, actor: Person) -> Desk:
    return topics.at(store, actor)


@pytest.fixture
def maps(wilg: Desk) -> Maps:
    return wilg.maps()


def test_a_kept_topic_keeps_its_ids_and_a_new_one_gets_new_ones(maps: Maps) -> None:
    asked = mandate_topics.reworded(
        maps,
        wanted(
            maps,
            "Een gedragsspecialist inzetten",
            drop=["De schoolanalyse maken"],
            rename=("Een methode kiezen", "Een lesmethode kiezen"),
        ),
    )
    assert asked.version == "1.1.0"
    assert asked.id == maps.now.id
    own, phase, expert = (ids(asked, column) for column in range(3))
    assert (own["Een lesmethode kiezen"], phase["Een lesmethode kiezen"]) == ("MI1", "MB1")
    assert "MI3" not in own.values()
    assert own["Een gedragsspecialist inzetten"] == "MI10"
    assert expert["Een gedragsspecialist inzetten"] == "ME10"
    assert list(own) == list(phase) == list(expert)


def test_a_column_can_be_switched_off_and_on_again(wilg: Desk, maps: Maps) -> None:
    off = wanted(maps, columns=frozenset({"mandate_phase_coordinator"}))
    wilg.save(off)
    without = wilg.maps()
    assert [scale.id for scale in without.now.scales] == [
        "mandate_coordinator",
        "mandate_phase_coordinator",
    ]
    renamed = wanted(without, rename=("Een oudergesprek voeren", "Een gesprek met ouders voeren"))
    wilg.save(renamed)
    again = wilg.maps().now
    expert = ids(again, 2)
    assert expert["Een methode kiezen"] == "ME1"
    # ME7 had been dropped with other words, so it never comes back for these.
    assert expert["Een gesprek met ouders voeren"] == "ME10"


def test_an_id_is_never_used_again_not_even_of_a_dropped_topic(wilg: Desk, maps: Maps) -> None:
    wilg.save(wanted(maps, "Nieuw een"))
    second = wilg.maps()
    wilg.save(wanted(second, drop=["Nieuw een"]))
    third = wilg.maps()
    assert wilg.save(wanted(third, "Nieuw twee")) == "1.3.0"
    assert ids(wilg.maps().now)["Nieuw twee"] == "MI11"


def test_the_ib_ers_own_column_always_stays(maps: Maps) -> None:
    asked = mandate_topics.reworded(maps, wanted(maps, columns=frozenset()))
    assert [scale.id for scale in asked.scales] == ["mandate_coordinator"]
    assert asked.minutes == 2  # 6 minutes for 27 topics, 9 are left: 6 · 9 / 27


@pytest.mark.parametrize(
    ("added", "sentence"),
    [
        (["<b>=1+1</b>"], r"Onderwerp 10, “<b>=1\+1</b>”: de tekst bevat HTML"),
        (["**Vet** kiezen"], "de tekst bevat opmaak"),
        (["[klik](https://example.org)"], "de tekst bevat opmaak"),
        (["Nooit iets kiezen"], "bevat de ontkenning 'Nooit'"),
        (["een METHODE  kiezen"], "staat er al"),
        (["Zelfde", "zelfde"], "Onderwerp 11, “zelfde”: 'zelfde' staat er al"),
        (["x" * 81], "nu zijn het er 81"),
        ([" \u200b "], "Vul onderwerp 10 in"),
        ([f"Onderwerp {number}" for number in range(12)], "nu zijn het er 21"),
        ([], "niets veranderd"),
    ],
)
def test_what_cannot_be_a_topic_is_said_in_dutch(
    wilg: Desk, maps: Maps, added: list[str], sentence: str
) -> None:
    with pytest.raises(InputError, match=sentence):
        wilg.save(wanted(maps, *added))
    assert wilg.maps() == maps


def test_a_problem_is_told_once_for_all_columns(maps: Maps) -> None:
    with pytest.raises(InputError) as refused:
        mandate_topics.reworded(maps, wanted(maps, "Nooit iets kiezen"))
    assert str(refused.value).count("ontkenning") == 2  # what is wrong, and why it matters


def test_twenty_topics_fit(maps: Maps) -> None:
    asked = mandate_topics.reworded(maps, wanted(maps, *[f"Onderwerp {n}" for n in range(11)]))
    assert len(asked.scales[0].items) == 20


def test_all_topics_gone_is_no_map(maps: Maps) -> None:
    with pytest.raises(InputError, match="nu zijn het er 0"):
        mandate_topics.reworded(maps, wanted(maps, drop=maps.topics))


def test_a_tab_that_was_left_behind_overwrites_nothing(wilg: Desk, maps: Maps) -> None:
    wilg.save(wanted(maps, "Nieuw een"))
    with pytest.raises(InputError, match="intussen in een ander venster"):
        wilg.save(wanted(maps, "Nieuw twee"))


def test_new_topics_count_from_the_next_round_on(
    store: Store, actor: Person, wilg: Desk, maps: Maps
) -> None:
    first = others.begin(store, actor, "mandaatkaart")
    others.finish_scan(store, actor, first, {"MI1": 4})
    terms = Entry({"MI1": 4, "MI2": 5}, {}, scans.AUTUMN, scans.SPRING)
    mandate_agreement.agree(store, actor, first, terms)
    rename = ("Een methode kiezen", "Een lesmethode kiezen")
    wilg.save(wanted(maps, rename=rename))
    second = wilg.begin()

    before = mandate.mandate_map(store, actor, first)
    after = mandate.mandate_map(store, actor, second)
    assert before.questionnaire.items[0].self_text == rename[0]
    assert after.questionnaire.items[0].self_text == rename[1]
    # What was agreed in other words has to be agreed anew; it stays readable in its own words.
    assert set(before.agreed) == {"MI1", "MI2"}
    assert set(after.agreed) == {"MI2"}
    assert after.versions[0].table["Onderwerp"].tolist()[0] == rename[0]
