"""The settings of an installation: environment variables IBREFLECT_*, checked when read."""

import re
from ipaddress import ip_address
from pathlib import Path
from typing import Literal

from email_validator import validate_email
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from ibreflect.errors import SettingsError

PROJECT = Path(__file__).resolve().parent.parent

_SERVER = re.compile(r"[\w.-]+")
_ADDRESS = re.compile(r"https?://[\w.-]+(:\d{1,5})?", re.IGNORECASE)


class Settings(BaseSettings):
    """Where things lie, on which port the app is served, and how it mails.

    Without `keys` the keys of texts lie in a folder beside the database. Without `smtp_host`
    ibreflect mails nothing. `address` is where people reach this installation.
    """

    model_config = SettingsConfigDict(env_prefix="IBREFLECT_", frozen=True)

    store: Path = PROJECT / "data" / "ibreflect.duckdb"
    keys: Path | None = None
    questionnaires: Path = PROJECT / "questionnaires"
    host: str = "127.0.0.1"
    port: int = Field(default=8501, ge=1, le=65535)
    smtp_host: str = ""
    smtp_port: int = Field(default=587, ge=1, le=65535)
    smtp_user: str = ""
    smtp_password: SecretStr = Field(default=SecretStr(""), validate_default=True)
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    mail_from: str = Field(default="", validate_default=True)
    address: str = Field(default="", validate_default=True)

    @field_validator("store")
    @classmethod
    def _store_is_a_file(cls, value: Path) -> Path:
        if value.is_dir():
            raise ValueError("directory")
        return value

    @field_validator("keys")
    @classmethod
    def _keys_are_in_a_folder(cls, value: Path | None) -> Path | None:
        if value and value.exists() and not value.is_dir():
            raise ValueError("file")
        return value

    @field_validator("questionnaires")
    @classmethod
    def _questionnaires_exist(cls, value: Path) -> Path:
        if not value.is_dir():
            raise ValueError("missing")
        return value

    @field_validator("host")
    @classmethod
    def _host_is_an_address(cls, value: str) -> str:
        return value if value == "localhost" else str(ip_address(value))

    @field_validator("smtp_host")
    @classmethod
    def _mail_server_is_a_name(cls, value: str) -> str:
        if value and not _SERVER.fullmatch(value):
            raise ValueError("not a name")
        return value

    @field_validator("smtp_password")
    @classmethod
    def _who_logs_in_has_a_password(cls, value: SecretStr, info: ValidationInfo) -> SecretStr:
        if info.data.get("smtp_user") and not value.get_secret_value():
            raise ValueError("missing")
        return value

    @field_validator("mail_from")
    @classmethod
    def _mail_has_a_sender(cls, value: str, info: ValidationInfo) -> str:
        if not value and not info.data.get("smtp_host"):
            return value
        # Not every mail server takes an address with letters outside ASCII.
        checked = validate_email(value, check_deliverability=False, allow_smtputf8=False)
        return str(checked.ascii_email)

    @field_validator("address")
    @classmethod
    def _address_leads_here(cls, value: str, info: ValidationInfo) -> str:
        if not value and not info.data.get("smtp_host"):
            return value
        address = value.removesuffix("/")
        if not _ADDRESS.fullmatch(address):
            raise ValueError("not an address")
        return address


_NO_PORT = "is geen poort. Geef een heel getal van 1 tot en met 65535"
_REMEDIES = {
    "store": "wijst naar een map. Geef het pad van een bestand, zoals data/ibreflect.duckdb",
    "keys": "wijst naar een bestand. Geef het pad van een map, zoals data/ibreflect.keys",
    "questionnaires": "wijst niet naar een map. Geef de map met vragenlijsten (.yaml)",
    "host": "is geen adres om op te luisteren. Geef een IP-adres, zoals 127.0.0.1 of 0.0.0.0",
    "port": _NO_PORT,
    "smtp_host": "is geen naam van een mailserver. Geef alleen de naam, zoals smtp.school.nl",
    "smtp_port": _NO_PORT,
    "smtp_password": "ontbreekt. Geef het wachtwoord dat hoort bij IBREFLECT_SMTP_USER",
    "smtp_security": "is geen soort beveiliging. Kies starttls, tls of none",
    "mail_from": (
        "is geen mailadres. Geef één adres, zoals ibreflect@school.nl; met een mailserver erbij "
        "mag het niet ontbreken"
    ),
    "address": (
        "is geen webadres. Geef het adres waarop mensen ibreflect openen, zonder pad, zoals "
        "https://scan.school.nl; met een mailserver erbij mag het niet ontbreken"
    ),
}


def read_settings() -> Settings:
    """The settings as the environment states them now; SettingsError names every bad one."""
    try:
        return Settings()
    except ValidationError as error:
        names = sorted({str(problem["loc"][0]) for problem in error.errors()})
        lines = [f"De instelling IBREFLECT_{name.upper()} {_REMEDIES[name]}." for name in names]
        raise SettingsError("\n".join(lines)) from error
