"""The entry: `python -m ibreflect start`, `uvicorn app:app` or `streamlit run app.py`."""

from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit.starlette import App

from ibreflect.ui import leaving, problem
from ibreflect.ui.screens import NAVIGATION
from ibreflect.web import passkeys
from ibreflect.web.entrance import Entrance
from ibreflect.web.lifespan import lifespan
from ibreflect.web.shell import Shell, healthz
from ibreflect.web.ways import WAYS

# The script that declares the navigation does not lie beside `pages/`: Streamlit would serve a
# page found beside its script without running that script, and so without its checks.
app = App(
    NAVIGATION,
    lifespan=lifespan,
    routes=[Route("/healthz", healthz), *WAYS, *passkeys.WAYS],
    middleware=[Middleware(Shell), Middleware(Entrance, goodbye=leaving.TO_THE_START)],
    on_script_error=problem.show,
)
