"""Kwaliteit van de stellingen: how statements measure, all people together."""

from ibreflect.ui import guard, quality_part, resources
from ibreflect.ui.figure import heading
from ibreflect.usecases import quality

actor = guard.signed_in()
store = resources.store()
today = resources.today()
offered = quality.versions(store, actor, today=today)

heading("Kwaliteit van de stellingen", "Meten de stellingen wat ze samen moeten meten?")
if offered:
    chosen = quality_part.one_version(offered)
    quality_part.quality(quality.of_version(store, actor, chosen.asked, today=today))
else:
    quality_part.nothing_handed_in()
