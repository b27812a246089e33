"""Mijn ib'ers: who shares something with me as coach, or talks with me."""

from ibreflect.ui import coach_desk_part, guard, resources, shared_in_time_part
from ibreflect.ui.figure import heading

actor = guard.signed_in()
store = resources.store()

heading("Mijn ib'ers", "Met wie werk je, en wat laten zij je nu zien?")
beside = shared_in_time_part.asked_for(store, actor)
if beside:
    shared_in_time_part.show(beside)
else:
    coach_desk_part.everybody(store, actor)
    coach_desk_part.question_bank()
