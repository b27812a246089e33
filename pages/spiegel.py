"""Met anderen: what others see of my work, beside what I see myself."""

from ibreflect.ui import choosing, guard, listing, mirror_part, resources, screens, session, steps
from ibreflect.ui.figure import heading
from ibreflect.usecases import view_mirror

actor = guard.signed_in()
store = resources.store()
offered = view_mirror.asked_in(store, actor)

heading("Met anderen", "Wat zien anderen van mijn werk, naast wat ik zelf zie?")
if not offered:
    steps.nothing_yet(
        "Hier staat straks wat de schoolleider, leraren en anderen van je werk zien. Vraag het hun "
        "eerst.",
        screens.OTHERS,
        "Naar Anderen vragen",
    )

chosen = choosing.one_round(offered)
state = view_mirror.of_round(store, actor, chosen.round_id, today=resources.today())
texts = view_mirror.written(store, actor, chosen.round_id)
mirror_part.until_it_can_be_seen(state, texts)

asked = {each.id: each for each in state.questionnaires}
titles = {each.id: each.title for each in state.questionnaires}
about = asked[choosing.one_questionnaire(titles)]
part = view_mirror.part(store, actor, chosen.round_id, about, session.assumptions())
listing.about_module(about)
mirror_part.who_is_heard(part, texts)
mirror_part.at_a_glance(part)
mirror_part.in_quadrants(part)
mirror_part.by_statement(part)
mirror_part.in_roles(part)
mirror_part.in_their_words(texts)
