"""Binnenkomen: the first time, by a link."""

from ibreflect.ui import guard, resources, signing_in_part

person = guard.coming_in()

signing_in_part.come_in(resources.store(), person)
