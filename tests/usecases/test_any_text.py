"""Any text that somebody types comes back as it was cleaned, and changes nothing else."""

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ibreflect.errors import InputError
from ibreflect.model.person import Person
from ibreflect.model.round import RoundId
from ibreflect.store.connection import Store
from ibreflect.usecases import direction, entering, framing, people
from tests.store import scans

TODAY = date(2026, 11, 2)
HARD = [
    *(
        "\U0001f469\u200d\U0001f3eb",
        "🇳🇱",
        "e\u0301\u0323",
        "\u202eomgekeerd\u202c",
        "\u2066x\u2069",
        "\u200b",
        "\ufeff",
    ),
    *(
        "\x00",
        "\x1b[31m",
        "\ud800",
        "\U000e0041",
        "ﬁ",
        "\uff21",
        "İ",
        "ß",
        "\u0430dmin",
        "\r\n",
        "\t",
    ),
    *(
        "=HYPERLINK(1)",
        "\uff1d1",
        "+1",
        "@x",
        "'; drop table person; --",
        "$x$",
        ":red[x]",
        "<b>",
        "|",
    ),
]
ANY_TEXT = st.lists(st.sampled_from(HARD) | st.text(max_size=5), max_size=30).map("".join)
SLOW_FIXTURE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def owner(store: Store) -> Person:
    people.introduce(store, name="Noor", school="De Wilg", today=TODAY)
    found = people.owner(store)
    assert found is not None
    return found


@pytest.fixture
def own_round(store: Store, owner: Person) -> RoundId:
    return scans.begin(store, owner)


@SLOW_FIXTURE
@given(text=ANY_TEXT)
@example(text="\u202egnp.exe")
@example(text="a" * 4000)
@example(text="a" * 4000 + "e\u0301" * 3)
def test_an_own_text_comes_back_as_it_was_cleaned(
    store: Store, owner: Person, own_round: RoundId, text: str
) -> None:
    topic = "opdracht:school"
    kept = _tried(lambda: framing.save_text(store, owner, own_round, topic=topic, body=text))
    assert kept == (len(entering.cleaned(text)) <= entering.LONGEST_TEXT)
    if kept:
        texts = framing.of_round(store, owner, own_round).texts
        assert texts.get(topic, "") == entering.cleaned(text)


@SLOW_FIXTURE
@given(text=ANY_TEXT)
def test_why_a_school_goes_somewhere_comes_back_as_it_was_cleaned(
    store: Store, owner: Person, text: str
) -> None:
    (school,) = people.my_schools(store, owner)
    chosen = direction.Chosen(3, text)
    if _tried(lambda: direction.record(store, owner, school.school_id, chosen, today=TODAY)):
        newest, *_ = direction.history(store, owner, school.school_id)
        assert newest.body == entering.cleaned(text)


@SLOW_FIXTURE
@given(name=ANY_TEXT, school=ANY_TEXT)
def test_a_name_of_a_person_or_a_school_is_one_clean_line(
    store: Store, name: str, school: str
) -> None:
    store.write(lambda work: [work.run(statement) for statement in _EMPTY])
    if not _tried(lambda: people.introduce(store, name=name, school=school, today=TODAY)):
        return
    owner = people.owner(store)
    assert owner is not None
    for kept in (owner.name, people.my_schools(store, owner)[0].name):
        assert kept == " ".join(kept.split())
        assert unicodedata.is_normalized("NFC", kept)
        assert not {unicodedata.category(each) for each in kept.replace("\u200d", "")} & {
            "Cc",
            "Cf",
            "Cs",
        }
    assert store.read("select count(*) from person") == [(1,)]


_EMPTY = (
    "delete from person",
    "delete from school",
    "delete from membership",
    "delete from installation",
)


def _tried(act: Callable[[], object]) -> bool:
    """Whether it was kept; refused with a sentence is the only other way it may end."""
    try:
        act()
    except InputError:
        return False
    return True
