"""Start: what the tool is, who you are, and what the next step is."""

from ibreflect.ui import guard, resources
from ibreflect.ui.introduction import introduce_yourself
from ibreflect.ui.signing_in_part import ways_in
from ibreflect.ui.start_part import start
from ibreflect.usecases import signing_in

actor = guard.anybody()
store = resources.store()

if actor is None and signing_in.is_together(store):
    ways_in(store)
elif actor is None:
    introduce_yourself(store)
else:
    start(store, actor, guard.held())
