"""Handing mails to the mail server that the settings name."""

import contextlib
import smtplib
import ssl
from collections.abc import Sequence
from email.message import EmailMessage
from typing import Literal, NamedTuple

from pydantic import SecretStr

from ibreflect.errors import MailError
from ibreflect.settings import Settings

_SECONDS = 20.0


class Post(NamedTuple):
    """A mail server, how to log in (no `user` is no login), and the seconds to wait for it."""

    host: str
    port: int
    user: str
    password: SecretStr
    security: Literal["starttls", "tls", "none"]
    timeout: float


class _Sent(NamedTuple):
    accepted: tuple[str, ...]
    left: Sequence[EmailMessage]


def post_from(settings: Settings) -> Post | None:
    """The mail server of this installation; None when it has none, and people mail themselves."""
    if not settings.smtp_host:
        return None
    return Post(
        host=settings.smtp_host,
        port=settings.smtp_port,
        user=settings.smtp_user,
        password=settings.smtp_password,
        security=settings.smtp_security,
        timeout=_SECONDS,
    )


def send_all(post: Post, messages: Sequence[EmailMessage]) -> tuple[str, ...]:
    """The Message-IDs of the mails that the server took, in order; it may still fail to deliver.

    All go over one connection. A receiver that is refused does not stop the others. A connection
    that is lost is made anew once, and the mail that was under way is offered again. MailError
    when no connection can be made at all; nothing was sent then.
    """
    if not messages:
        return ()
    first = _sent(_connection(post), messages)
    if not first.left:
        return first.accepted
    try:
        again = _connection(post)
    except MailError:
        return first.accepted
    return first.accepted + _sent(again, first.left).accepted


def _sent(server: smtplib.SMTP, messages: Sequence[EmailMessage]) -> _Sent:
    accepted: list[str] = []
    with contextlib.closing(server):
        for number, message in enumerate(messages):
            try:
                server.send_message(message)
            except (smtplib.SMTPException, OSError):
                if server.sock is None:
                    return _Sent(tuple(accepted), messages[number:])
                continue
            accepted.append(str(message["Message-ID"]))
        # All is said; a server that answers the goodbye badly changes nothing.
        with contextlib.suppress(smtplib.SMTPException, OSError):
            server.quit()
    return _Sent(tuple(accepted), ())


def _connection(post: Post) -> smtplib.SMTP:
    try:
        return _opened(post)
    except (smtplib.SMTPException, OSError) as error:
        # What the server said can hold a name or an address, so it is not passed on.
        raise MailError(f"{_trouble(error)} Er is niets verstuurd.") from None


def _opened(post: Post) -> smtplib.SMTP:
    safely = ssl.create_default_context()
    with contextlib.ExitStack() as on_failure:
        server = (
            smtplib.SMTP_SSL(post.host, post.port, timeout=post.timeout, context=safely)
            if post.security == "tls"
            else smtplib.SMTP(post.host, post.port, timeout=post.timeout)
        )
        on_failure.callback(server.close)
        if post.security == "starttls":
            server.starttls(context=safely)
        if post.user:
            server.login(post.user, post.password.get_secret_value())
        on_failure.pop_all()
    return server


def _trouble(error: smtplib.SMTPException | OSError) -> str:
    match error:
        case smtplib.SMTPAuthenticationError():
            return (
                "De mailserver neemt de inlognaam en het wachtwoord niet aan. Vraag de beheerder "
                "om IBREFLECT_SMTP_USER en IBREFLECT_SMTP_PASSWORD na te kijken."
            )
        case smtplib.SMTPNotSupportedError() | ssl.SSLError():
            return (
                "Er is geen beveiligde verbinding met de mailserver te maken. Vraag de beheerder "
                "om IBREFLECT_SMTP_SECURITY en IBREFLECT_SMTP_PORT na te kijken, en het "
                "certificaat van de mailserver."
            )
    return (
        "De mailserver is niet te bereiken. Probeer het straks nog eens. Blijft het zo, vraag dan "
        "de beheerder om IBREFLECT_SMTP_HOST en IBREFLECT_SMTP_PORT na te kijken."
    )
