"""Logboek: what happened today, written down in seconds, and what it shows after a while."""

from ibreflect.ui import guard, resources
from ibreflect.ui.figure import heading
from ibreflect.ui.log_form import new_form, one_school
from ibreflect.ui.log_list import log_list, wants_pictures
from ibreflect.ui.log_part import pictures
from ibreflect.usecases import log_entries

actor = guard.signed_in()
store = resources.store()

heading(
    "Logboek",
    "Wat gebeurde er vandaag? Alleen jij leest dit, tot je er zelf iets van op tafel legt in een "
    "gesprek.",
)
school = one_school(store, actor)
new_form(store, actor, school)

entries = log_entries.mine(store, actor, school_id=school.school_id)
if entries and wants_pictures():
    pictures(store, actor, school)
else:
    log_list(store, actor, entries)
