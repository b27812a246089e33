"""The cookie of a browser, and what Streamlit's own become on their way out and back in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.responses import Response

from ibreflect.access import links
from ibreflect.web import cookies

SIGNED = "_streamlit_user=abc|1; HttpOnly; Max-Age=2592000; Path=/; SameSite=lax"


def test_a_fresh_secret_is_known_by_its_digest() -> None:
    answer = Response()
    digest = cookies.fresh(answer)
    name, _, rest = answer.headers["set-cookie"].partition("=")
    secret = rest.split(";")[0]
    assert name == cookies.COOKIE
    assert links.session_digest(secret) == digest
    assert cookies.digest_of(_asking(f"{name}={secret}")) == digest
    assert cookies.digest_of(_asking("")) == ""
    assert cookies.digest_of(_asking(f"{name}=")) == ""


@pytest.mark.parametrize("name", ["_streamlit_user", "_streamlit_user_1", "_streamlit_user_tokens"])
def test_streamlits_own_go_out_for_this_host_and_over_tls_only(name: str) -> None:
    sent = cookies.kept_to_host(SIGNED.replace("_streamlit_user", name))
    assert sent.startswith(f"__Host-{name}=abc|1; ")
    assert sent.endswith("; Secure")
    assert cookies.kept_to_host(sent) == sent


def test_others_go_out_as_they_are() -> None:
    assert cookies.kept_to_host("mine=1; Path=/") == "mine=1; Path=/"
    assert cookies.kept_to_host("_streamlit_xsrf=1; Path=/") == "_streamlit_xsrf=1; Path=/; Secure"


def test_streamlit_reads_its_own_only_when_they_were_kept_to_this_host() -> None:
    kept = "__Host-_streamlit_user=abc; _streamlit_xsrf=x; __Host-ibreflect=s"
    assert (
        cookies.as_streamlit_reads(kept)
        == "_streamlit_user=abc; _streamlit_xsrf=x; __Host-ibreflect=s"
    )
    tossed = "_streamlit_user=forged; _streamlit_user_1=forged; _streamlit_session=forged"
    assert cookies.as_streamlit_reads(tossed) == ""


@given(st.text(st.characters(codec="ascii")))
def test_no_cookie_header_breaks_reading(header: str) -> None:
    assert "_streamlit_user" not in cookies.as_streamlit_reads(header.replace("__Host-", ""))


def test_only_coming_in_gives_a_new_secret() -> None:
    assert cookies.signs_in([(b"set-cookie", SIGNED.encode())])
    gone = SIGNED.replace("Max-Age=2592000", "Max-Age=0")
    assert not cookies.signs_in([(b"set-cookie", gone.encode()), (b"server", b"x")])


def _asking(cookie: str) -> Request:
    return Request({"type": "http", "headers": [(b"cookie", cookie.encode())]})
