"""How somebody works the page: with the keyboard alone, a mouse or a finger."""

from typing import Protocol

from playwright.sync_api import Locator, Page, expect

_MOST_STOPS = 120


class Hands(Protocol):
    """The few things that a whole scan asks of somebody's hands."""

    def press(self, control: Locator) -> None:
        """Press a button or a link."""

    def write(self, field: Locator, text: str) -> None:
        """Type into a field and leave it."""

    def choose(self, group: Locator, word: str) -> None:
        """Choose one answer of a radio group."""


class Keyboard:
    """Tab, arrows, Space and Enter; the pointer is never used."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def press(self, control: Locator) -> None:
        """Tab to it, then Enter."""
        self._reach(control)
        self._page.keyboard.press("Enter")

    def write(self, field: Locator, text: str) -> None:
        """Tab to it, type, and Tab on."""
        self._reach(field)
        self._page.keyboard.type(text)
        self._page.keyboard.press("Tab")

    def choose(self, group: Locator, word: str) -> None:
        """Tab into the group, arrow to the word, then Space."""
        self._reach(group)
        words = group.get_by_role("radio").all_inner_texts()
        for _ in range(words.index(word)):
            self._page.keyboard.press("ArrowRight")
        expect(group.get_by_role("radio", name=word, exact=True)).to_be_focused()
        self._page.keyboard.press("Space")

    def _reach(self, control: Locator) -> None:
        control.wait_for()
        for _ in range(_MOST_STOPS):
            if control.evaluate("control => control.contains(document.activeElement)"):
                return
            self._page.keyboard.press("Tab")
        raise AssertionError(f"{_MOST_STOPS} times Tab did not reach {control}")


class Mouse:
    """Clicks, and types where it clicked."""

    def press(self, control: Locator) -> None:
        """Click it."""
        control.click()

    def write(self, field: Locator, text: str) -> None:
        """Go to it, type, and leave it."""
        self.press(field)
        field.fill(text)
        field.blur()

    def choose(self, group: Locator, word: str) -> None:
        """Press the word."""
        self.press(group.get_by_role("radio", name=word, exact=True))


class Finger(Mouse):
    """Touch; a phone brings its own keys for what is typed."""

    def press(self, control: Locator) -> None:
        """Tap it."""
        control.tap()
