"""Papieren: what a school needs on paper to work with ibreflect, from its own settings."""

from ibreflect.ui import guard, paper_list, resources
from ibreflect.ui.figure import heading

actor = guard.signed_in()
heading("Papieren", "Wat heeft de school op papier nodig om met ibreflect te werken?")
paper_list.show(resources.store(), actor)
