"""Meekijken: where somebody who was asked to looks along with the list of who is asked."""

from ibreflect.ui import guard, resources, second_part
from ibreflect.ui.figure import heading

look = guard.looking_along()
store = resources.store()

heading("Meekijken", f"Met de lijst van {look.asked_by}, {look.asking.round.school_name}")
second_part.looking(store, look)
