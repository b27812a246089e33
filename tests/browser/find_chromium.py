"""Find a Chromium or Chrome for the browser tests; as a script, install one when there is none.

A browser of the system's own package manager is used, never a downloaded build. The script prints
the path on standard output, and everything meant for people on standard error.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MAC_APPS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
_APT = (
    ("apt-get", "update", "--quiet"),
    (
        "apt-get",
        "install",
        "--quiet",
        "--yes",
        "--no-install-recommends",
        "chromium",
        "fonts-liberation",
    ),
)
_BREW = (("brew", "install", "--cask", "chromium"),)

ADVICE = """\
Geen Chromium of Chrome gevonden die start; de browsertests hebben er een nodig.
  Debian:  sudo apt-get install chromium fonts-liberation
  Ubuntu:  sudo snap install chromium
  macOS:   brew install --cask chromium, of installeer Google Chrome
  Windows: installeer Google Chrome
Staat hij op een andere plek? Geef die dan: IBREFLECT_CHROMIUM=/pad/naar/chromium"""


def find_chromium() -> str | None:
    """Path of a browser that starts; None when there is none.

    IBREFLECT_CHROMIUM, when set, is the only place looked at.
    """
    return next((path for path in _places() if _starts(path)), None)


def install_chromium() -> None:
    """Install Chromium with apt-get (as root) or brew; nothing when neither can be used.

    A failed installation is left to the next look: its own output has said why.
    """
    for command in _installation():
        sys.stderr.write(f"Chromium installeren: {' '.join(command)}\n")
        # The caller reads standard output as the path, so the installer may not write there.
        subprocess.run(
            command,
            check=False,
            stdout=sys.stderr,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )


def _places() -> Iterator[str]:
    chosen = os.environ.get("IBREFLECT_CHROMIUM")
    if chosen:
        yield chosen
        return
    yield from filter(None, map(shutil.which, _NAMES))
    yield from (app for app in _MAC_APPS if Path(app).exists())
    yield from _windows_places()


def _windows_places() -> Iterator[str]:
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        folder = os.environ.get(variable)
        chrome = Path(folder or "") / "Google" / "Chrome" / "Application" / "chrome.exe"
        if folder and chrome.exists():
            yield str(chrome)


def _starts(path: str) -> bool:
    """Whether this is a real browser; Ubuntu's `chromium-browser` can be a note about snap."""
    # chrome.exe has no --version: there the file itself must do.
    if sys.platform == "win32":
        return Path(path).exists()
    try:
        asked = subprocess.run([path, "--version"], capture_output=True, check=False)
    except OSError:
        return False
    return asked.returncode == 0


def _installation() -> tuple[tuple[str, ...], ...]:
    if os.environ.get("IBREFLECT_CHROMIUM"):
        return ()
    if shutil.which("apt-get") and os.geteuid() == 0:
        return _APT
    if shutil.which("brew"):
        return _BREW
    return ()


def main() -> None:
    """Print the path of a browser, installing one if need be; else what to do, and exit 1."""
    path = find_chromium()
    if path is None:
        install_chromium()
        path = find_chromium()
    if path is None:
        sys.exit(ADVICE)
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
