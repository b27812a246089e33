"""Anderen vragen: links for the schoolleider and the team, and whether enough have answered."""

from ibreflect.ui import asking_form, guard, resources, screens, steps
from ibreflect.ui.figure import heading
from ibreflect.usecases import asking

actor = guard.signed_in()
store = resources.store()
current = steps.current_round(store, actor)
state = asking.of_round(store, actor, current.round_id)

heading("Anderen vragen", f"{current.term.label}, {current.school_name}")
if not state.questionnaires:
    steps.nothing_yet(
        "Deze meetronde vraagt alleen iets van jou. Kies bij een volgende meetronde een module "
        "over jou en de schoolleider samen, of over de school; die leg je ook aan anderen voor.",
        screens.ROUNDS,
        "Naar Meetrondes",
    )

asking_form.what_is_asked(state)
if state.asks(asking.LEADER):
    asking_form.leader(store, actor, state)
if state.asks(asking.TEAM):
    asking_form.team(store, actor, state)
