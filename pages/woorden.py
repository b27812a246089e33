"""Onze woorden: what this organisation calls the work and the roles."""

from ibreflect.ui import guard, resources
from ibreflect.ui.figure import heading
from ibreflect.ui.word_choice import choose_words

actor = guard.signed_in()
heading("Onze woorden", "Hoe noemen jullie dit werk en de rollen?")
choose_words(resources.store(), actor)
