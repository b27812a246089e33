"""From one owner to several people who sign in, and back."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from ibreflect.__main__ import main
from ibreflect.errors import InputError, SettingsError
from ibreflect.model.membership import Position
from ibreflect.settings import Settings
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.usecases import people, rounds, signing_in, together
from ibreflect.usecases.signing_in import Account
from ibreflect.web.serving import place
from tests.store import scans
from tests.usecases.organisation import NOW, organisation

TODAY = date(2026, 11, 2)


def test_the_owner_becomes_the_first_administrator_and_keeps_everything(store: Store) -> None:
    people.introduce(store, name="Noor", school="De Wilg", today=TODAY)
    owner = people.owner(store)
    assert owner is not None
    scans.begin(store, owner)
    before = rounds.mine(store, owner)

    assert together.begin(store, name="", now=NOW) == owner
    assert together.begin(store, name="iemand anders", now=NOW) == owner

    assert signing_in.is_together(store)
    assert rounds.mine(store, owner) == before
    held = people.positions(store, owner, today=TODAY)
    assert held == {Position.ADMINISTRATOR, Position.IB_COORDINATOR}

    together.end(store)
    assert not signing_in.is_together(store)
    assert people.owner(store) == owner
    assert rounds.mine(store, owner) == before


def test_an_empty_installation_needs_a_name(store: Store) -> None:
    with pytest.raises(InputError, match="Vul de naam van de beheerder in"):
        together.begin(store, name=" ", now=NOW)
    assert not signing_in.is_together(store)
    first = together.begin(store, name="Fay", now=NOW)
    assert people.positions(store, first, today=TODAY) == {Position.ADMINISTRATOR}


def test_who_works_with_others_cannot_go_on_alone(store: Store) -> None:
    organisation(store)
    with pytest.raises(InputError, match="staan 7 mensen"):
        together.end(store)
    assert signing_in.is_together(store)


def test_a_first_link_is_there_until_an_administrator_can_sign_in(store: Store) -> None:
    first = together.begin(store, name="Fay", now=NOW)
    earlier = together.first_link(store, now=NOW)
    token = together.first_link(store, now=NOW)
    assert earlier
    assert token
    assert signing_in.whose_link(store, token, now=NOW) == first

    signing_in.tie_account(store, token, Account("https://login", "fay", "1", NOW), now=NOW)
    assert together.first_link(store, now=NOW) is None

    rescue = together.rescue_link(store, now=NOW)
    assert signing_in.whose_link(store, rescue, now=NOW) == first


def test_there_is_no_link_for_who_works_alone(store: Store) -> None:
    assert together.first_link(store, now=NOW) is None
    with pytest.raises(InputError, match="persoonlijk ingesteld"):
        together.rescue_link(store, now=NOW)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::"])  # noqa: S104
def test_without_signing_in_only_this_computer_is_served(host: str) -> None:
    with pytest.raises(SettingsError, match="persoonlijk ingesteld"):
        place(Settings(host=host), 8501, is_together=False)
    with pytest.raises(SettingsError, match="IBREFLECT_ADDRESS ontbreekt"):
        place(Settings(host=host), 8501, is_together=True)
    with pytest.raises(SettingsError, match="Zonder https"):
        place(Settings(host=host, address="http://scan.school.nl"), 8501, is_together=True)
    served = place(Settings(host=host, address="https://scan.school.nl"), 8501, is_together=True)
    assert (served.host, served.address) == (host, "https://scan.school.nl")


@pytest.mark.parametrize("is_together", [False, True])
def test_this_computer_is_always_served(*, is_together: bool) -> None:
    served = place(Settings(), 8600, is_together=is_together)
    assert served == ("127.0.0.1", 8600, "http://localhost:8600")


def test_the_commands_tell_what_they_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ibreflect.duckdb"
    monkeypatch.setenv("IBREFLECT_STORE", str(path))
    run = CliRunner().invoke
    try:
        refused = run(main, ["together"])
        assert (refused.exit_code, refused.output) == (1, "Vul de naam van de beheerder in.\n")
        begun = run(main, ["together", "--name", "Fay"])
        assert begun.exit_code == 0
        assert "Fay is de eerste beheerder" in begun.output
        linked = run(main, ["link"])
        token = linked.output.split("/binnen/")[1].split()[0]
        assert signing_in.whose_link(open_store(path), token, now=_moment()).name == "Fay"
        ended = run(main, ["alone"])
        assert "zonder aanmelden" in ended.output
        assert not signing_in.is_together(open_store(path))
    finally:
        close_stores()


def _moment() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
