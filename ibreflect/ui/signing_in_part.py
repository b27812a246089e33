"""Coming in where more people work: the ways to sign in, and the first time by a link."""

import streamlit as st

from ibreflect.errors import NotAllowedError
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import elsewhere, resources, screens, session
from ibreflect.ui.elsewhere import Provider
from ibreflect.ui.words import literal
from ibreflect.usecases import accounts, signing_in
from ibreflect.usecases.signing_in import Account

# A link of Streamlit's own would open a second tab.
_LINK = """<style>
a.knop { display: inline-block; padding: 0.6rem 1.1rem; min-height: 44px; box-sizing: border-box;
  border-radius: 0.5rem; background: #0b5394; color: #ffffff; text-decoration: none; }
a.knop.rustig { background: #ffffff; color: #1a1a1a; border: 1px solid #767676; }
a.knop:focus-visible { outline: 3px solid #1a1a1a; outline-offset: 2px; }
</style><a class="%s" href="%s">%s</a>"""
_FIRST, _QUIET = "knop", "knop rustig"


def ways_in(store: Store) -> None:
    """Let in who signed in elsewhere; for others, the ways to sign in."""
    account = elsewhere.account()
    if account is not None:
        _let_in(store, account)
    st.title("Aanmelden bij ibreflect", anchor=False)
    if account is not None:
        _explain(store, account)
    st.markdown(
        "Met ibreflect kijk je als ib'er naar je eigen werk, alleen en samen met anderen. Wat je "
        "invult is van jou."
    )
    st.html(_LINK % (_FIRST, "/aanmelden", "Aanmelden met een toegangssleutel"))
    _providers("Aanmelden met {label}")
    st.markdown(
        "**Voor het eerst hier, of je apparaat kwijt?** Je komt binnen met een link van de "
        "beheerder van ibreflect. Die link werkt één keer en zeven dagen lang."
    )
    st.page_link(screens.ABOUT.path, label="Wat is ibreflect?", icon=":material/help:")


def come_in(store: Store, person: Person) -> None:
    """Whose link it is, and how they want to sign in from now on."""
    st.title("Welkom bij ibreflect", anchor=False)
    st.markdown(f"Met deze link kom je binnen als **{literal(person.name)}**.")
    account = _fresh_account()
    if account is None:
        _choose()
    else:
        _confirm(store, person, account)


def _let_in(store: Store, account: Account) -> None:
    """Go on as whom the account is; with a link that was just opened, ask first."""
    now = resources.moment()
    if accounts.is_fresh(account, now=now) and _link_works(store):
        st.switch_page(screens.COME_IN.path)
    if signing_in.by_account(store, session.signed_in_as(), account, now=now) is not None:
        st.rerun()


def _link_works(store: Store) -> bool:
    try:
        signing_in.whose_link(store, elsewhere.entry_token(), now=resources.moment())
    except NotAllowedError:
        return False
    return True


def _explain(store: Store, account: Account) -> None:
    why_not = accounts.refusal(store, account, now=resources.moment())
    if why_not:
        st.info(f"Je bent bij {_there()}. {why_not}")


def _choose() -> None:
    st.markdown("Kies hoe je je voortaan aanmeldt. Daarna werkt deze link niet meer.")
    st.html(_LINK % (_FIRST, "/sleutel/eerste", "Maak een toegangssleutel"))
    st.caption(
        "Een toegangssleutel (passkey) staat op je eigen telefoon of computer. Je gebruikt je "
        "vinger, je gezicht of een code, en geen wachtwoord."
    )
    _providers("Gebruik mijn account van {label}")


def _confirm(store: Store, person: Person, account: Account) -> None:
    st.markdown(
        f"Je bent bij {_there()}. Wil je je voortaan zo aanmelden als **{literal(person.name)}**?"
    )
    if st.button("Ja, koppel dit account", type="primary", key="koppel"):
        _tie(store, account)
    _providers("Nee, kies een ander account van {label}")
    st.html(_LINK % (_QUIET, "/sleutel/eerste", "Liever een toegangssleutel"))


def _tie(store: Store, account: Account) -> None:
    now = resources.moment()
    try:
        signing_in.tie_account(store, elsewhere.entry_token(), account, now=now)
    except NotAllowedError as error:
        st.error(str(error))
        return
    signing_in.by_account(store, session.signed_in_as(), account, now=now)
    st.switch_page(screens.START.path)


def _there() -> str:
    """Where somebody signed in and as whom; as code, or a mail address would become a link."""
    name = " ".join(elsewhere.name_there().replace("`", "'").split())
    return f"{literal(elsewhere.provider_there())} aangemeld als `{name}`"


def _fresh_account() -> Account | None:
    account = elsewhere.account()
    if account is None or not accounts.is_fresh(account, now=resources.moment()):
        return None
    return account


def _providers(wording: str) -> None:
    for provider in elsewhere.providers():
        st.button(
            wording.format(label=provider.label),
            key=f"ingang:{provider.name}",
            on_click=_go_there,
            args=(provider,),
        )


def _go_there(provider: Provider) -> None:
    elsewhere.sign_in(provider)
