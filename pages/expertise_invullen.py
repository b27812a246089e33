"""Mijn expertise: what a team member writes on the expertisekaart by a link."""

from ibreflect.ui import expertise_form, guard, resources, session
from ibreflect.ui.figure import heading

visit = guard.team_member()
store = resources.store()

heading("Mijn expertise", f"Op de expertisekaart van {visit.school.name}")
session.show_told()
expertise_form.new_entry(store, visit)
expertise_form.own_entry(store, visit)
