"""Bewaren en wissen: how long what is kept."""

from ibreflect.ui import guard, resources, retention_part
from ibreflect.ui.figure import heading
from ibreflect.usecases import nights, retention

actor = guard.signed_in()
store = resources.store()
found = nights.written_down(store, actor, today=resources.today())

heading("Bewaren en wissen", "Hoe lang blijft iets bewaard?")
retention_part.choose(store, actor, retention.periods(store))
retention_part.nights(nights.known(store).last, found)
