"""Met mij gedeeld: what others shared with me."""

from ibreflect.ui import guard
from ibreflect.ui.figure import heading

guard.signed_in()
heading("Met mij gedeeld", "…")
