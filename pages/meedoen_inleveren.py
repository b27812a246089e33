"""Meedoen: what is still open, and handing in once."""

from ibreflect.ui import guard, handing_in, joining, resources
from ibreflect.ui.figure import heading

visit = guard.invited()
store = resources.store()

heading("Overzicht en inleveren", f"Voor {visit.asked_by}, {visit.round.school_name}")
handing_in.what_is_open(visit.sheet, joining.way())
joining.hand_in(store, visit)
