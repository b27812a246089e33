"""A page of our own beside those of Streamlit: a heading, a few lines, a button."""

import html

from starlette.responses import HTMLResponse

_PAGE = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title} - ibreflect</title>
<style>
body {{ font: 1.1rem/1.6 system-ui, sans-serif; color: #171614; background: #fff;
  max-width: 34rem; margin: 3rem auto; padding: 0 1rem; }}
h1 {{ font-size: 1.6rem; line-height: 1.25; }}
a {{ color: #0b5394; }}
button {{ font: inherit; color: #fff; background: #005c8f; border: 0; border-radius: 0.5rem;
  padding: 0.7rem 1.2rem; min-height: 44px; cursor: pointer; }}
button:disabled {{ background: #5c5c5c; cursor: default; }}
:focus-visible {{ outline: 3px solid #171614; outline-offset: 2px; }}
[role=status]:not(:empty) {{ border-left: 4px solid #005c8f; padding-left: 0.8rem; }}
</style>{head}
</head>
<body><main><h1>{title}</h1>{body}</main></body>
</html>
"""


def page(title: str, body: str, *, head: str = "", status: int = 200) -> HTMLResponse:
    """A page with this heading; `body` and `head` are HTML of our own."""
    return HTMLResponse(
        _PAGE.format(title=html.escape(title), body=body, head=head), status_code=status
    )
