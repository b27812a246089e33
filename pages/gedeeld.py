"""Met mij gedeeld: what ib'ers let me see, until they withdraw it."""

from ibreflect.ui import guard, resources, shared_list
from ibreflect.ui.figure import heading

actor = guard.signed_in()
store = resources.store()

heading("Met mij gedeeld", "Wat laten ib'ers jou zien, en tot wanneer?")
reading = shared_list.asked_for(store, actor)
if reading:
    shared_list.opened(reading)
else:
    shared_list.everything(store, actor)
