"""What is found on an expertisekaart, how it is told by topic, and how long it stays."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.model.expertise import (
    Content,
    Entry,
    Topic,
    by_name,
    kept_from,
    last_day,
    matching,
    topics,
)
from ibreflect.usecases import expertise_entry

DAY = date(2026, 11, 23)
TOM = Content("Tom", knows="Dyslexie, begrijpend lezen", reach="in de pauze")
ANNA = Content("Anna Müller", interests="co-teaching\nRékenen met kleuters")
EFE = Content("Éfe", knows="dyslexie", courses="Leesspecialist, 2024\nBCO; Coachen")


def _entries(*contents: Content) -> tuple[Entry, ...]:
    return tuple(Entry(UUID(int=n), UUID(int=9), each, DAY) for n, each in enumerate(contents, 1))


def _found(question: str) -> list[str]:
    return [each.content.name for each in matching(_entries(TOM, ANNA, EFE), question)]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("", ["Tom", "Anna Müller", "Éfe"]),
        ("  ?! ", ["Tom", "Anna Müller", "Éfe"]),
        ("dyslexie", ["Tom", "Éfe"]),
        ("DYSLÉXIE", ["Tom", "Éfe"]),
        # Every word, anywhere, also in another field.
        ("dyslexie lezen", ["Tom"]),
        ("dyslexie leesspecialist", ["Éfe"]),
        ("dyslexie rekenen", []),
        # Part of a word, and a word with another ending.
        ("lees", ["Éfe"]),
        ("specialist", ["Éfe"]),
        ("kleuter", ["Anna Müller"]),
        ("kleutertjes", []),
        ("specialisten", ["Éfe"]),
        ("rekenen", ["Anna Müller"]),
        ("muller", ["Anna Müller"]),
        ("efe", ["Éfe"]),
        # With a hyphen or without.
        ("coteaching", ["Anna Müller"]),
        ("co-teaching", ["Anna Müller"]),
        ("co teaching", ["Anna Müller"]),
        # A whole question.
        ("Wie weet er veel van dyslexie?", ["Tom", "Éfe"]),
        ("wat wil je", []),
        ("<b>=1+1</b>", []),
        # How somebody is reached counts too.
        ("pauze", ["Tom"]),
    ],
)
def test_a_question_finds_who_wrote_all_its_words(question: str, names: list[str]) -> None:
    assert _found(question) == names


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_somebody_wrote_is_found_by_every_piece_of_it(text: str, more: str) -> None:
    entries = _entries(Content("Tom", knows=text, courses=more))
    for words in (text, more, f"{more} {text}"):
        assert matching(entries, words.upper()) == entries or "ß" in words.casefold() or _odd(words)


def _odd(words: str) -> bool:
    """Letters of which the capitals are others, as the dotless i; no words of Dutch have them."""
    return words.upper().casefold() != words.casefold()


def test_the_list_goes_by_name_whatever_capitals_and_accents() -> None:
    named = _entries(*(Content(each, "x") for each in ("zoë", "Éfe", "anna", "Fay")))
    assert [each.content.name for each in by_name(named)] == ["anna", "Éfe", "Fay", "zoë"]


def test_topics_are_told_in_alphabetical_order_with_whose_they_are() -> None:
    assert topics(_entries(TOM, ANNA, EFE)) == (
        Topic("BCO", (), (), ("Éfe",)),
        Topic("begrijpend lezen", ("Tom",), (), ()),
        Topic("co-teaching", (), ("Anna Müller",), ()),
        Topic("Coachen", (), (), ("Éfe",)),
        Topic("dyslexie", ("Éfe", "Tom"), (), ()),
        Topic("Leesspecialist", (), (), ("Éfe",)),
        Topic("Rékenen met kleuters", (), ("Anna Müller",), ()),
    )


def test_of_a_question_the_topics_with_its_words_are_told() -> None:
    assert [each.title for each in topics(_entries(TOM, EFE), "dyslexie")] == ["dyslexie"]
    by_a_name = topics(_entries(TOM), "Tom")
    assert [each.title for each in by_a_name] == ["begrijpend lezen", "Dyslexie"]


def test_somebody_is_named_once_at_a_topic_and_empty_pieces_are_none() -> None:
    twice = Content("Tom", knows=" , lezen;;Lezen ,\n", interests="LEZEN", courses="\n;")
    assert topics(_entries(twice)) == (Topic("lezen", ("Tom",), ("Tom",), ()),)


def test_the_year_after_a_course_makes_no_topic_of_its_own() -> None:
    courses = "lezen, 2019\nLezen (2024)\nlezen 1998\n2020\n"
    found = topics(_entries(Content("Tom", knows="lezen", courses=courses)))
    assert found == (Topic("lezen", ("Tom",), (), ("Tom",)),)


@pytest.mark.parametrize(
    ("changed_on", "last"),
    [
        (date(2026, 8, 1), date(2028, 7, 31)),
        (date(2026, 11, 23), date(2028, 7, 31)),
        (date(2027, 7, 31), date(2028, 7, 31)),
        (date(2027, 8, 1), date(2029, 7, 31)),
    ],
)
def test_it_stays_until_the_end_of_the_next_school_year(changed_on: date, last: date) -> None:
    assert last_day(changed_on) == last
    assert kept_from(last) <= changed_on
    assert kept_from(last + timedelta(days=1)) > changed_on


def test_after_a_year_it_is_asked_whether_it_holds() -> None:
    (entry,) = _entries(TOM)
    assert not entry.is_old(DAY + timedelta(days=364))
    assert entry.is_old(DAY + timedelta(days=365))


def test_names_of_others_are_noticed_and_the_own_name_is_not() -> None:
    content = Content("Tom Jansen", knows="samen met juf Linda", courses="Tom Jansen deed BCO")
    found = " ".join(expertise_entry.names_of_others(content))
    assert "Linda" in found
    assert "Tom" not in found
    assert expertise_entry.names_of_others(Content("Tom", knows="dyslexie")) == ()
