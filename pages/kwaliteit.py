"""Kwaliteit van de stellingen: how statements measure, all people together."""

from ibreflect.ui import guard
from ibreflect.ui.figure import heading

guard.signed_in()
heading("Kwaliteit van de stellingen", "…")
