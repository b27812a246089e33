"""Delen: what I share, with whom and until when."""

from ibreflect.ui import guard
from ibreflect.ui.figure import heading

guard.signed_in()
heading("Delen", "…")
