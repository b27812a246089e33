"""Bewaren en wissen: how long what is kept."""

from ibreflect.ui import guard
from ibreflect.ui.figure import heading

guard.signed_in()
heading("Bewaren en wissen", "…")
