"""Longer texts: the welcome, and what the page Uitleg says."""

from pathlib import Path

_TEXTS = Path(__file__).with_name("texts")

WELCOME = (_TEXTS / "welkom.md").read_text(encoding="utf-8")
LEADER = (_TEXTS / "schoolleider.md").read_text(encoding="utf-8")
LEADER_BEGINS = (
    "De ib'er start een meetronde met de modules die jullie samen kiezen en stuurt je een link. "
    "Jullie vullen los van elkaar in en leggen het daarna naast elkaar. Het is er om van te leren "
    "en om het gesprek te voeren, niet om iemand te beoordelen."
)
MEASURING = (_TEXTS / "meten.md").read_text(encoding="utf-8")
ASKING = (_TEXTS / "vragen.md").read_text(encoding="utf-8")
DATA = (_TEXTS / "gegevens.md").read_text(encoding="utf-8")
ERASING = (_TEXTS / "wissen.md").read_text(encoding="utf-8")
