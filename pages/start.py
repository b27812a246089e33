"""Start: what the tool is, who you are, and what the next step is."""

from ibreflect.ui import guard, resources
from ibreflect.ui.introduction import introduce_yourself
from ibreflect.ui.next_step import next_step

actor = guard.anybody()
store = resources.store()

if actor is None:
    introduce_yourself(store)
else:
    next_step(store, actor)
