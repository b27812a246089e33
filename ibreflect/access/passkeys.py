"""What a browser is asked about a key, and whether what it answers is true (WebAuthn level 2).

A key is one that its device finds by itself (discoverable) and that it lets only its owner use, by
finger, face or code (user verification): having the device and being its owner are two factors.
"""

from typing import NamedTuple
from urllib.parse import urlsplit

import webauthn
from webauthn.helpers import (
    bytes_to_base64url,
    exceptions,
    options_to_json,
    parse_authentication_credential_json,
)
from webauthn.helpers.structs import (
    AuthenticationCredential,
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from ibreflect.errors import NotAllowedError
from ibreflect.model.passkey import Passkey
from ibreflect.model.person import Person

NO_KEY = "Aanmelden met deze toegangssleutel lukt niet. Probeer het opnieuw, of gebruik een andere."

_NAME = "ibreflect"
_MILLISECONDS = 300_000
# What reading an answer that no browser would send can raise.
_UNTRUE = (
    exceptions.WebAuthnException,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    RecursionError,
)
_NOT_MADE = "Het maken van de toegangssleutel lukte niet. Probeer het opnieuw."
_BY_NUMBER = (
    "Een toegangssleutel hoort bij een naam, niet bij een getal. Open ibreflect via localhost of "
    "via het webadres dat je van de beheerder kreeg."
)


class Site(NamedTuple):
    """The address at which a key is used, such as `https://scan.school.nl`."""

    origin: str

    @property
    def name(self) -> str:
        """The name that keys belong to; NotAllowedError for an address that is a number."""
        name = urlsplit(self.origin).hostname or ""
        if ":" in name or name.replace(".", "").isdigit():
            raise NotAllowedError(_BY_NUMBER)
        return name


class NewKey(NamedTuple):
    """What a device tells of a key that it made."""

    credential_id: str
    public_key: bytes
    sign_count: int


def to_make(site: Site, person: Person, challenge: bytes, known: tuple[Passkey, ...]) -> str:
    """What a browser needs to make a key for somebody, as JSON.

    The device gets the person's id, which is a random number, and the name as a label. It makes no
    second key where one of the `known` ones is.
    """
    return options_to_json(
        webauthn.generate_registration_options(
            rp_id=site.name,
            rp_name=_NAME,
            user_id=person.person_id.bytes,
            user_name=person.name,
            challenge=challenge,
            timeout=_MILLISECONDS,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
            exclude_credentials=[_descriptor(each.credential_id) for each in known],
        )
    )


def to_show(site: Site, challenge: bytes) -> str:
    """What a browser needs to show whichever key it has for this site, as JSON."""
    return options_to_json(
        webauthn.generate_authentication_options(
            rp_id=site.name,
            challenge=challenge,
            timeout=_MILLISECONDS,
            user_verification=UserVerificationRequirement.REQUIRED,
        )
    )


def made(site: Site, challenge: bytes, answer: str) -> NewKey:
    """The key that a browser's answer holds; NotAllowedError when it does not answer this."""
    try:
        found = webauthn.verify_registration_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=site.name,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except _UNTRUE as error:
        raise NotAllowedError(_NOT_MADE) from error
    return NewKey(
        bytes_to_base64url(found.credential_id),
        found.credential_public_key,
        found.sign_count,
    )


def shown(answer: str) -> str:
    """The id of the key that a browser says it shows; nothing is proved yet.

    NotAllowedError when there is none in the answer.
    """
    return _read(answer).id


def proved(site: Site, challenge: bytes, answer: str, key: Passkey) -> int:
    """How often the device says this key was used, when the answer proves that it was used now.

    NotAllowedError otherwise: another key, owner, site or challenge, no finger, face or code, or a
    count that does not go up, as with a copied key.
    """
    handle = _read(answer).response.user_handle
    if handle is None or handle != key.person_id.bytes:
        raise NotAllowedError(NO_KEY)
    try:
        return webauthn.verify_authentication_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=site.name,
            expected_origin=site.origin,
            credential_public_key=key.public_key,
            credential_current_sign_count=key.sign_count,
            require_user_verification=True,
        ).new_sign_count
    except _UNTRUE as error:
        raise NotAllowedError(NO_KEY) from error


def _read(answer: str) -> AuthenticationCredential:
    try:
        return parse_authentication_credential_json(answer)
    except _UNTRUE as error:
        raise NotAllowedError(NO_KEY) from error


def _descriptor(credential_id: str) -> PublicKeyCredentialDescriptor:
    return PublicKeyCredentialDescriptor(id=webauthn.base64url_to_bytes(credential_id))
