"""Papieren: the papers that go with this installation."""

from ibreflect.ui import guard
from ibreflect.ui.figure import heading

guard.signed_in()
heading("Papieren", "…")
