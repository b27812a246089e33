"""Netwerk: what the ib'ers of a samenwerkingsverband show together, and whether I count in it."""

from ibreflect.ui import (
    guard,
    meeting_part,
    network_choice,
    network_file_part,
    network_invites_part,
    network_make,
    network_part,
    resources,
    session,
)
from ibreflect.ui.figure import heading
from ibreflect.usecases import networks

actor = guard.signed_in()
store = resources.store()
mine = networks.mine(store, actor, today=resources.today())

heading("Netwerk", "Wat speelt er bij de ib'ers van ons samenwerkingsverband?")
session.show_told()
if mine:
    place = network_part.one_network(mine)
    network_choice.choice(store, actor)
    network_file_part.own_file(store, actor)
    network_make.make(store, actor, place)
    network_invites_part.own_computers(store, actor, place)
    meeting_part.way_there(store, actor, place)
    network_part.figures(store, actor, place)
else:
    network_file_part.without_network(store, actor)
