"""Mijn gegevens: everything that is kept of me."""

from ibreflect.ui import guard
from ibreflect.ui.figure import heading

guard.signed_in()
heading("Mijn gegevens", "…")
