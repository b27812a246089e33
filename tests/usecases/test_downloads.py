"""Files that hold links: fetched once, within ten minutes, by who has the ticket."""

from collections.abc import Iterator

import pytest

from ibreflect.usecases import downloads
from ibreflect.usecases.downloads import MOST, SECONDS

NOW = 1000.0


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    yield
    downloads.take("", now=float("inf"))


def test_a_file_is_fetched_once() -> None:
    ticket = downloads.offer("lijst.xlsx", b"inhoud", now=NOW)
    file = downloads.take(ticket, now=NOW)
    assert file is not None
    assert (file.name, file.content) == ("lijst.xlsx", b"inhoud")
    assert downloads.take(ticket, now=NOW) is None


def test_a_browser_is_told_what_it_gets() -> None:
    file = downloads.take(downloads.offer("verslag.pdf", b"%PDF", now=NOW), now=NOW)
    assert file is not None
    assert file.media_type == "application/pdf"


def test_what_no_browser_could_be_told_of_is_not_offered() -> None:
    with pytest.raises(KeyError):
        downloads.offer("verslag.exe", b"", now=NOW)


def test_a_ticket_is_good_for_ten_minutes() -> None:
    in_time, too_late = (downloads.offer("a.zip", b"a", now=NOW) for _ in range(2))
    assert downloads.take(in_time, now=NOW + SECONDS - 1) is not None
    assert downloads.take(too_late, now=NOW + SECONDS) is None


@pytest.mark.parametrize("strange", ["", "onzin", "../..", "\x00", "x" * 100_000, "\udcff"])
def test_no_other_ticket_opens_anything(strange: str) -> None:
    downloads.offer("a.zip", b"a", now=NOW)
    assert downloads.take(strange, now=NOW) is None


def test_one_ticket_does_not_open_the_file_of_another() -> None:
    mine, yours = (downloads.offer("a.zip", content, now=NOW) for content in (b"mine", b"yours"))
    found = [downloads.take(each, now=NOW) for each in (yours, mine)]
    assert [each.content for each in found if each] == [b"yours", b"mine"]


def test_the_oldest_files_give_way() -> None:
    tickets = [downloads.offer("a.zip", b"a", now=NOW) for _ in range(MOST + 1)]
    found = [downloads.take(each, now=NOW) is not None for each in tickets]
    assert found == [False, *[True] * MOST]
