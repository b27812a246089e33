"""A mail server on this computer that takes mails, and goes wrong where it is asked to."""

import asyncio
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

HOST = "127.0.0.1"
REFUSED = "weg@school.nl"
USER = "ibreflect"
PASSWORD = "geheim-9f2"  # noqa: S105 -- of this server alone


class MailServer:
    """What a server took: receivers and contents, and over how many connections.

    With `most` it takes that many mails on a connection, then breaks off: without a word, or with
    a 421 when it does so `politely`. It does so `breaks` times; when it `closes` then, nobody
    can connect any more.
    """

    def __init__(
        self,
        *,
        most: int | None = None,
        breaks: int = 1,
        politely: bool = False,
        closes: bool = False,
    ) -> None:
        self.port = 0
        self.receivers: list[str] = []
        self.contents: list[bytes] = []
        self.encrypted: list[bool] = []
        self.connections = 0
        self._most = most
        self._breaks = breaks
        self._politely = politely
        self._closes = closes
        self._on_this_connection = 0
        self._listening: asyncio.Server | None = None

    # aiosmtpd calls these by their name.
    async def handle_RCPT(self, *told: Any) -> str:  # noqa: N802
        _, _, envelope, address, _ = told
        if address == REFUSED:
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self._breaks and self._on_this_connection == self._most:
            return self._broken_off(server)
        assert isinstance(envelope.content, bytes)
        self._on_this_connection += 1
        self.receivers += envelope.rcpt_tos
        self.contents.append(envelope.content)
        self.encrypted.append(session.ssl is not None)
        return "250 OK"

    def _broken_off(self, server: SMTP) -> str:
        self._breaks -= 1
        if self._closes and self._listening:
            self._listening.close()
        if not self._politely:
            assert isinstance(server.transport, asyncio.WriteTransport)
            server.transport.abort()
        return "421 enough for now"

    @contextmanager
    def running(
        self, starttls: ssl.SSLContext | None = None, *, tls: ssl.SSLContext | None = None
    ) -> Iterator[None]:
        """Take mails on a free port while the block lasts; who must use STARTTLS must log in."""
        loop = asyncio.new_event_loop()
        thread = threading.Thread(target=loop.run_forever)
        thread.start()
        asyncio.run_coroutine_threadsafe(self._start(starttls, tls), loop).result()
        try:
            yield
        finally:
            asyncio.run_coroutine_threadsafe(self._stop(), loop).result()
            loop.call_soon_threadsafe(loop.stop)
            thread.join()
            loop.close()

    async def _start(self, starttls: ssl.SSLContext | None, tls: ssl.SSLContext | None) -> None:
        def connected() -> SMTP:
            self.connections += 1
            self._on_this_connection = 0
            if starttls is None:
                return SMTP(self)
            return SMTP(
                self,
                tls_context=starttls,
                require_starttls=True,
                auth_required=True,
                authenticator=_authenticated,
            )

        loop = asyncio.get_running_loop()
        self._listening = await loop.create_server(connected, HOST, 0, ssl=tls)
        self.port = self._listening.sockets[0].getsockname()[1]

    async def _stop(self) -> None:
        assert self._listening
        self._listening.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)


def self_made_certificate(folder: Path) -> Path:
    """A certificate for this computer, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HOST))]), True)  # noqa: FBT003
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path = folder / "server.pem"
    path.write_bytes(key.private_bytes(pem, *plain) + certificate.public_bytes(pem))
    return path


def _authenticated(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, login: LoginPassword
) -> AuthResult:
    known = (login.login, login.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=known, handled=False)
