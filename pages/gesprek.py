"""Gesprek: two at one table, on one screen or on two that stay in step, theme by theme."""

from ibreflect.ui import guard, resources, seat, talk_table
from ibreflect.ui.follow import follow
from ibreflect.ui.talk_writing import Table, writing
from ibreflect.usecases import signing_in, view_talk

actor = guard.signed_in()
store = resources.store()
at = seat.at()
found = seat.seated(store, actor, at)
is_alone = not signing_in.is_together(store)
at = talk_table.at_one_table(at, found, is_alone=is_alone)

table = Table(store, actor, at, view_talk.talk(store, actor, at))
places, is_large = talk_table.places(table.here.conversation)
with places.head:
    talk_table.head(table, is_alone=is_alone)
with places.clock:
    follow(store, actor, at, found.conversation)
with places.table:
    talk_table.show(table, is_large=is_large)
with places.writing:
    writing(table)
with places.foot:
    talk_table.way_on(table)
with places.own:
    talk_table.own_note(table, is_large=is_large)
