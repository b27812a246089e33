"""What the files are that somebody takes along."""

from pathlib import Path

READ_ME = Path(__file__).with_name("takeaway_leesmij.md").read_text(encoding="utf-8")
