"""Meedoen: what is still open, a few open questions, and handing in once."""

from ibreflect.ui import guard, handing_in, joining, joining_last, resources
from ibreflect.ui.figure import heading

visit = guard.invited()
store = resources.store()

heading("Overzicht en inleveren", f"Voor {visit.asked_by}, {visit.round.school_name}")
handing_in.what_is_open(visit.sheet, joining.way())
all_kept = joining_last.remarks(store, visit)
joining_last.hand_in(store, visit, all_kept=all_kept)
