"""Scholen en besturen: the places people work at."""

from ibreflect.ui import guard
from ibreflect.ui.figure import heading

guard.signed_in()
heading("Scholen en besturen", "…")
