"""What a device calls itself, so that its owner knows a key again."""

from collections.abc import Mapping

# The first that stands in what a browser says of itself; Android also says Linux.
_NAMES = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "CrOS": "Chromebook",
    "Windows": "Windows",
    "Macintosh": "Mac",
    "Linux": "Linux",
}
_OTHER = "een ander apparaat"


def named(headers: Mapping[str, str]) -> str:
    """One of a few words, never what the browser sent itself."""
    agent = headers.get("user-agent", "")
    return next((name for sign, name in _NAMES.items() if sign in agent), _OTHER)
