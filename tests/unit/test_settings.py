"""How an installation mails: what the environment may state, and what is said when it cannot."""

from pathlib import Path

import pytest

from ibreflect.errors import SettingsError
from ibreflect.settings import read_settings

MAILING = {
    "IBREFLECT_SMTP_HOST": "smtp.school.nl",
    "IBREFLECT_SMTP_PORT": "465",
    "IBREFLECT_SMTP_USER": "ibreflect",
    "IBREFLECT_SMTP_PASSWORD": "geheim-9f2",
    "IBREFLECT_SMTP_SECURITY": "tls",
    "IBREFLECT_MAIL_FROM": "ibreflect@school.nl",
    "IBREFLECT_ADDRESS": "https://scan.school.nl",
}


@pytest.fixture
def mailing(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment with all that is needed to mail."""
    for name, value in MAILING.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_an_installation_does_not_mail_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in MAILING:
        monkeypatch.delenv(name, raising=False)
    settings = read_settings()

    assert (settings.smtp_host, settings.mail_from, settings.address) == ("", "", "")
    assert (settings.smtp_port, settings.smtp_security) == (587, "starttls")


@pytest.mark.usefixtures("mailing")
def test_the_environment_states_how_to_mail() -> None:
    settings = read_settings()

    assert (settings.smtp_host, settings.smtp_port) == ("smtp.school.nl", 465)
    assert settings.smtp_password.get_secret_value() == "geheim-9f2"
    assert settings.mail_from == "ibreflect@school.nl"
    assert "geheim-9f2" not in repr(settings)


@pytest.mark.parametrize(
    ("stated", "read"),
    [
        ("https://scan.school.nl/", "https://scan.school.nl"),
        ("http://localhost:8501", "http://localhost:8501"),
        ("", ""),
    ],
)
def test_an_address_can_stand_without_a_mail_server(
    monkeypatch: pytest.MonkeyPatch, stated: str, read: str
) -> None:
    monkeypatch.setenv("IBREFLECT_ADDRESS", stated)

    assert read_settings().address == read


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("SMTP_HOST", "smtp://school.nl", "geen naam van een mailserver"),
        ("SMTP_HOST", "smtp.school.nl:587", "geen naam van een mailserver"),
        ("SMTP_PORT", "0", "is geen poort"),
        ("SMTP_PORT", "65536", "is geen poort"),
        ("SMTP_PASSWORD", "", "ontbreekt"),
        ("SMTP_SECURITY", "ssl", "Kies starttls, tls of none"),
        ("MAIL_FROM", "", "is geen mailadres"),
        ("MAIL_FROM", "ibreflect", "is geen mailadres"),
        ("MAIL_FROM", "a@school.nl, b@school.nl", "is geen mailadres"),
        ("MAIL_FROM", "School <a@school.nl>", "is geen mailadres"),
        ("MAIL_FROM", "a@school.nl\nBcc: b@school.nl", "is geen mailadres"),
        ("ADDRESS", "", "is geen webadres"),
        ("ADDRESS", "scan.school.nl", "is geen webadres"),
        ("ADDRESS", "ftp://scan.school.nl", "is geen webadres"),
        ("ADDRESS", "https://scan.school.nl/ibreflect", "is geen webadres"),
        ("ADDRESS", "https://scan.school.nl?a=b", "is geen webadres"),
        ("ADDRESS", "https://jan@scan.school.nl", "is geen webadres"),
        ("ADDRESS", "https://", "is geen webadres"),
    ],
)
def test_a_setting_that_cannot_work_is_named(
    mailing: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    mailing.setenv(f"IBREFLECT_{name}", value)

    with pytest.raises(SettingsError) as error:
        read_settings()
    (line,) = str(error.value).splitlines()
    assert line.startswith(f"De instelling IBREFLECT_{name} ")
    assert told in line


def test_all_that_is_missing_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IBREFLECT_SMTP_HOST", "smtp.school.nl")
    monkeypatch.setenv("IBREFLECT_SMTP_USER", "ibreflect")

    with pytest.raises(SettingsError) as error:
        read_settings()
    assert [line.split()[2] for line in str(error.value).splitlines()] == [
        "IBREFLECT_ADDRESS",
        "IBREFLECT_MAIL_FROM",
        "IBREFLECT_SMTP_PASSWORD",
    ]


def test_keys_are_kept_in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IBREFLECT_KEYS", str(tmp_path / "nog niet gemaakt"))
    assert read_settings().keys == tmp_path / "nog niet gemaakt"
    file = tmp_path / "bestand"
    file.write_text("")
    monkeypatch.setenv("IBREFLECT_KEYS", str(file))
    with pytest.raises(SettingsError, match="IBREFLECT_KEYS wijst naar een bestand"):
        read_settings()
