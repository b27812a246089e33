"""Longer texts: the welcome, and what the page Uitleg says."""

from pathlib import Path

_TEXTS = Path(__file__).with_name("texts")

WELCOME = (_TEXTS / "welkom.md").read_text(encoding="utf-8")
LEADER = (_TEXTS / "schoolleider.md").read_text(encoding="utf-8")
MEASURING = (_TEXTS / "meten.md").read_text(encoding="utf-8")
ASKING = (_TEXTS / "vragen.md").read_text(encoding="utf-8")
DATA = (_TEXTS / "gegevens.md").read_text(encoding="utf-8")
