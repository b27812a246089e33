"""Binnenkomen: the first time, by a link."""

from ibreflect.ui.figure import heading

heading("Binnenkomen", "…")
