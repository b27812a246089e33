"""Beheer: how this installation is doing, in counts."""

from ibreflect.ui import guard, overview_part, resources
from ibreflect.ui.figure import heading
from ibreflect.usecases import overview

actor = guard.signed_in()
store = resources.store()
here = overview_part.here()
found = overview.of_installation(store, actor, here, now=resources.moment())

heading("Beheer", "Hoe gaat het met deze installatie?")
overview_part.overview(found)
overview_part.raise_floors(store, actor)
