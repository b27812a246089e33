"""On what it was measured, and how busy that machine was with other things."""

import os
import platform
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo


class Machine(NamedTuple):
    """The machine and the releases; `load` is the mean number of waiting processes in a minute."""

    day: str
    system: str
    processor: str
    cores: int
    python: str
    streamlit: str
    duckdb: str
    load: float

    @property
    def was_busy(self) -> bool:
        """Whether other work was taking up a quarter of the machine or more."""
        return self.load > self.cores / 4


def machine() -> Machine:
    """This machine, now."""
    return Machine(
        day=datetime.now(ZoneInfo("Europe/Amsterdam")).strftime("%Y-%m-%d %H:%M"),
        system=f"{platform.system()} {platform.release()}",
        processor=_processor(),
        cores=os.cpu_count() or 1,
        python=platform.python_version(),
        streamlit=version("streamlit"),
        duckdb=version("duckdb"),
        load=os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0,
    )


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text(encoding="utf-8").splitlines() if facts.exists() else []
    named = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())
