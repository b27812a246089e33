"""Verslag: what was said and agreed in a conversation, confirmed by both."""

import streamlit as st

from ibreflect.ui import follow, guard, report_form, report_part, resources, seat, session
from ibreflect.ui.figure import heading
from ibreflect.ui.private_note import private_note
from ibreflect.usecases import agreeing, signing_in

actor = guard.signed_in()
store = resources.store()
at = seat.at()
found = seat.seated(store, actor, at)

heading("Verslag", "Wat is besproken en afgesproken, en klopt het zo?")
session.show_told()
seat.choose(found, is_alone=not signing_in.is_together(store))
report_part.not_yet(found.conversation)

page = agreeing.page(store, actor, at)
if report_form.pen(store, actor, at, page):
    report_form.said_at_the_table(store, actor, at, page)
    report_form.closing(store, actor, at, page)
st.header("Het verslag", anchor=False)
report_part.show(page.report)
report_part.confirm(store, actor, at, page)
report_part.back(store, actor, at, page)
report_part.files(store, actor, at, page)
report_part.earlier(page.versions, page)
private_note(store, actor, at)
follow.follow(store, actor, at, found.conversation._replace(clock_ends=None))
