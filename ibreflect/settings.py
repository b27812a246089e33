"""The settings of an installation: environment variables IBREFLECT_*, checked when read."""

from pathlib import Path

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from ibreflect.errors import SettingsError

PROJECT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Where things lie and on which port the app is served."""

    model_config = SettingsConfigDict(env_prefix="IBREFLECT_", frozen=True)

    store: Path = PROJECT / "data" / "ibreflect.duckdb"
    questionnaires: Path = PROJECT / "questionnaires"
    port: int = Field(default=8501, ge=1, le=65535)

    @field_validator("store")
    @classmethod
    def _store_is_a_file(cls, value: Path) -> Path:
        if value.is_dir():
            raise ValueError("directory")
        return value

    @field_validator("questionnaires")
    @classmethod
    def _questionnaires_exist(cls, value: Path) -> Path:
        if not value.is_dir():
            raise ValueError("missing")
        return value


_REMEDIES = {
    "store": "wijst naar een map. Geef het pad van een bestand, zoals data/ibreflect.duckdb",
    "questionnaires": "wijst niet naar een map. Geef de map met vragenlijsten (.yaml)",
    "port": "is geen poort. Geef een heel getal van 1 tot en met 65535",
}


def read_settings() -> Settings:
    """The settings as the environment states them now; SettingsError names every bad one."""
    try:
        return Settings()
    except ValidationError as error:
        names = sorted({str(problem["loc"][0]) for problem in error.errors()})
        lines = [f"De instelling IBREFLECT_{name.upper()} {_REMEDIES[name]}." for name in names]
        raise SettingsError("\n".join(lines)) from error
