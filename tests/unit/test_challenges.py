"""Challenges: for one browser, one purpose, one time and five minutes; and never too many."""

from ibreflect.access.challenges import LASTS_SECONDS, Challenges


def test_what_was_given_comes_back_once() -> None:
    challenges = Challenges()
    given = challenges.new("browser", "/aanmelden", now=10.0)
    assert len(given) == 32
    assert challenges.take("browser", "/aanmelden", now=10.0 + LASTS_SECONDS) == given
    assert challenges.take("browser", "/aanmelden", now=10.0) is None


def test_another_browser_or_purpose_gets_nothing_and_takes_nothing_away() -> None:
    challenges = Challenges()
    given = challenges.new("browser", "/aanmelden", now=0.0)
    assert challenges.take("other", "/aanmelden", now=0.0) is None
    assert challenges.take("browser", "/sleutel", now=0.0) is None
    assert challenges.take("browser", "/aanmelden", now=0.0) == given


def test_the_newest_counts_and_after_five_minutes_none_does() -> None:
    challenges = Challenges()
    first = challenges.new("browser", "/aanmelden", now=0.0)
    second = challenges.new("browser", "/aanmelden", now=1.0)
    assert first != second
    assert challenges.take("browser", "/aanmelden", now=2.0) == second
    challenges.new("browser", "/aanmelden", now=3.0)
    assert challenges.take("browser", "/aanmelden", now=3.1 + LASTS_SECONDS) is None


def test_what_is_past_is_forgotten_and_the_oldest_makes_room() -> None:
    challenges = Challenges(most=3)
    for number in range(5):
        challenges.new(str(number), "/aanmelden", now=float(number))
    assert len(challenges) == 3
    assert challenges.take("1", "/aanmelden", now=5.0) is None
    assert challenges.take("2", "/aanmelden", now=5.0) is not None
    challenges.new("late", "/aanmelden", now=5.0 + 2 * LASTS_SECONDS)
    assert len(challenges) == 1
