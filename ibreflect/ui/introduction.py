"""The first minute: what this is, who sees it, and who you are."""

import streamlit as st

from ibreflect.errors import InputError
from ibreflect.model.questionnaire import Kind
from ibreflect.store.connection import Store
from ibreflect.ui import about, resources
from ibreflect.ui.words import said
from ibreflect.usecases import people


def introduce_yourself(store: Store) -> None:
    """The explanation and the form for somebody who is new."""
    st.title("Welkom bij ibreflect", anchor=False)
    offered = [each.questionnaire for each in resources.questionnaires()]
    asked = next(each for each in offered if each.kind is Kind.CORE)
    st.markdown(said(about.WELCOME.format(items=len(asked.items), minutes=asked.minutes)))
    with st.form("kennismaken", border=True):
        st.markdown("**Even kennismaken**")
        name = st.text_input("Hoe heet je?", max_chars=80, key="naam", autocomplete="name")
        school = st.text_input("Op welke school werk je?", max_chars=80, key="school")
        if st.form_submit_button("Beginnen", type="primary"):
            try:
                people.introduce(store, name=name, school=school, today=resources.today())
            except InputError as error:
                st.error(str(error))
                return
            st.rerun()
