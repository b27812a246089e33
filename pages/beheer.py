"""Beheer: how this installation is doing, in counts."""

from ibreflect.ui import guard
from ibreflect.ui.figure import heading

guard.signed_in()
heading("Beheer", "…")
