"""Expertisekaart: bij wie in het team je met een vraag terechtkunt."""

from ibreflect.ui import expertise_card, expertise_link, guard, resources, session
from ibreflect.ui.figure import heading
from ibreflect.usecases import expertise

actor = guard.signed_in()
store = resources.store()

heading("Expertisekaart", "Bij wie in het team kun je met een vraag terecht?")
session.show_told()
school = expertise_card.one_school(store, actor)
card = expertise.card(store, actor, school.school_id, today=resources.today())
expertise_link.team_link(store, actor, card)
expertise_card.read(card)
expertise_card.take_off(store, actor, card)
