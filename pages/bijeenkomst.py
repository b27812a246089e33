"""Netwerkbijeenkomst: two or three themes for a meeting of the network, on a screen or on paper."""

from ibreflect.ui import guard, meeting_part, resources
from ibreflect.ui.figure import heading
from ibreflect.usecases import networks

actor = guard.signed_in()
store = resources.store()
mine = networks.mine(store, actor, today=resources.today())

heading("Netwerkbijeenkomst", "Waarover praten we verder met ons netwerk?")
meeting_part.of_one(store, actor, mine)
