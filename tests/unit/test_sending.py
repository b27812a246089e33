"""Mails handed to a real mail server, one that refuses, breaks off, or is not there."""

import socket
import ssl
import traceback
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from pydantic import SecretStr

from ibreflect.errors import MailError
from ibreflect.reports.invitation_mail import invitation
from ibreflect.reports.sending import Post, post_from, send_all
from ibreflect.settings import Settings
from tests.unit.letters import LEAVE, LINK, to
from tests.unit.mail_server import HOST, PASSWORD, REFUSED, USER, MailServer, self_made_certificate

WRONG_PASSWORD = "verkeerd-7b1"  # noqa: S105
NOTHING_SENT = "Er is niets verstuurd."


def _post(port: int, *, login: str = "") -> Post:
    return Post(
        host=HOST,
        port=port,
        user=USER if login else "",
        password=SecretStr(login),
        security="starttls" if login else "none",
        timeout=10,
    )


def _mails(*addresses: str) -> list[EmailMessage]:
    return [invitation(to(address, number)) for number, address in enumerate(addresses, start=1)]


def _ids(*numbers: int) -> tuple[str, ...]:
    return tuple(f"<{number}@scan.school.nl>" for number in numbers)


FIVE = tuple(f"persoon{number}@school.nl" for number in range(1, 6))


def test_all_go_over_one_connection_and_arrive_whole() -> None:
    server = MailServer()
    with server.running():
        accepted = send_all(_post(server.port), _mails(*FIVE))

    assert accepted == _ids(1, 2, 3, 4, 5)
    assert server.receivers == list(FIVE)
    assert server.connections == 1
    arrived = message_from_bytes(server.contents[0], policy=policy.default)
    text = arrived.get_body(("plain",))
    assert text
    assert LINK in text.get_content()
    assert arrived["List-Unsubscribe"] == f"<{LEAVE}>"


def test_a_refused_receiver_does_not_stop_the_others() -> None:
    server = MailServer()
    with server.running():
        accepted = send_all(_post(server.port), _mails("a@school.nl", REFUSED, "c@school.nl"))

    assert accepted == _ids(1, 3)
    assert server.receivers == ["a@school.nl", "c@school.nl"]
    assert server.connections == 1


def test_an_address_that_the_server_cannot_write_does_not_stop_the_others() -> None:
    server = MailServer()
    with server.running():
        accepted = send_all(_post(server.port), _mails("jo@schoól.nl", "b@school.nl"))

    assert accepted == _ids(2)


@pytest.mark.parametrize("politely", [False, True])
def test_after_a_lost_connection_the_rest_is_sent_once(*, politely: bool) -> None:
    server = MailServer(most=2, politely=politely)
    with server.running():
        accepted = send_all(_post(server.port), _mails(*FIVE))

    assert accepted == _ids(1, 2, 3, 4, 5)
    assert server.receivers == list(FIVE)
    assert server.connections == 2


def test_a_connection_is_made_anew_only_once() -> None:
    server = MailServer(most=2, breaks=9)
    with server.running():
        accepted = send_all(_post(server.port), _mails(*FIVE))

    assert accepted == _ids(1, 2, 3, 4)
    assert server.receivers == list(FIVE[:4])
    assert server.connections == 2


def test_what_was_taken_is_told_when_the_server_is_gone() -> None:
    server = MailServer(most=2, closes=True)
    with server.running():
        accepted = send_all(_post(server.port), _mails(*FIVE))

    assert accepted == _ids(1, 2)


def test_a_server_that_is_not_there_is_told() -> None:
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]

    with pytest.raises(MailError, match="is niet te bereiken") as told:
        send_all(_post(port), _mails(*FIVE))
    assert str(told.value).endswith(NOTHING_SENT)


def test_without_mails_no_server_is_asked() -> None:
    assert send_all(_post(1), []) == ()


def test_a_mail_and_a_password_go_over_a_connection_that_is_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = self_made_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    server = MailServer()
    with server.running(_context(path)):
        accepted = send_all(_post(server.port, login=PASSWORD), _mails(*FIVE))

    assert accepted == _ids(1, 2, 3, 4, 5)
    assert set(server.encrypted) == {True}


def test_a_connection_can_be_encrypted_from_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = self_made_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    server = MailServer()
    with server.running(tls=_context(path)):
        accepted = send_all(_post(server.port)._replace(security="tls"), _mails(*FIVE))

    assert accepted == _ids(1, 2, 3, 4, 5)


def test_a_wrong_password_is_told_without_quoting_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = self_made_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    server = MailServer()
    with server.running(_context(path)), pytest.raises(MailError, match="wachtwoord") as told:
        send_all(_post(server.port, login=WRONG_PASSWORD), _mails(*FIVE))

    assert str(told.value).endswith(NOTHING_SENT)
    assert WRONG_PASSWORD not in "".join(traceback.format_exception(told.value))
    assert WRONG_PASSWORD not in repr(_post(1, login=WRONG_PASSWORD))
    assert server.receivers == []


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    server = MailServer()
    with (
        server.running(_context(self_made_certificate(tmp_path))),
        pytest.raises(MailError, match="geen beveiligde verbinding"),
    ):
        send_all(_post(server.port, login=PASSWORD), _mails(*FIVE))
    assert server.receivers == []


def test_a_server_without_starttls_gets_nothing() -> None:
    server = MailServer()
    with server.running(), pytest.raises(MailError, match="geen beveiligde verbinding"):
        send_all(_post(server.port)._replace(security="starttls"), _mails(*FIVE))
    assert server.receivers == []


def test_the_settings_say_which_server() -> None:
    settings = Settings(
        smtp_host="smtp.school.nl",
        smtp_port=465,
        smtp_user="ibreflect",
        smtp_password=SecretStr("geheim"),
        smtp_security="tls",
        mail_from="ibreflect@school.nl",
        address="https://scan.school.nl",
    )
    post = post_from(settings)

    assert post
    assert post[:5] == ("smtp.school.nl", 465, "ibreflect", SecretStr("geheim"), "tls")
    assert post.timeout > 0
    assert post_from(Settings()) is None


def _context(certificate: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context
