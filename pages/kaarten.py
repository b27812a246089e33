"""Gesprekskaarten: questions to talk about together, to choose from, to print or on a wall."""

from ibreflect.ui import conversation, guard, resources
from ibreflect.ui.figure import heading
from ibreflect.usecases import cards

guard.anybody()
offered = cards.cards(resources.folder(), conversation.audience())
shown = conversation.large(offered)

if shown:
    conversation.on_the_wall(shown, offered)
else:
    heading("Gesprekskaarten", "Met welke vragen praten we door? Er wordt niets bewaard of geteld.")
    conversation.side_by_side(offered)
