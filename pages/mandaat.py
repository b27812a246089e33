"""Mandaatkaart: who may decide what, in three voices, and what is agreed about it."""

from ibreflect.ui import (
    choosing,
    guard,
    mandate_form,
    mandate_part,
    mandate_topics_form,
    resources,
)
from ibreflect.ui.figure import heading
from ibreflect.usecases import mandate, mandate_rounds

actor = guard.signed_in()
store = resources.store()
offered = mandate_rounds.asked_in(store, actor)

heading("Mandaatkaart", "Wie mag waarover beslissen, en denken jullie daar hetzelfde over?")
if offered:
    chosen = choosing.one_round(offered)
    seen = mandate.mandate_map(store, actor, chosen.round_id)
    mandate_part.voices(seen)
    for holder in seen.holders:
        mandate_part.holder(seen, holder)
    mandate_part.whose_is_it(seen)
    mandate_part.clarity(seen.clarity)
    mandate_form.agreement(seen)
    mandate_form.form(store, actor, seen)
else:
    mandate_part.how_to_start()

mandate_part.finally_responsible()
mandate_topics_form.topics(store, actor, resources.folder())
