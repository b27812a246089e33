"""Mensen: who is who."""

from ibreflect.ui import guard
from ibreflect.ui.figure import heading

guard.signed_in()
heading("Mensen", "…")
