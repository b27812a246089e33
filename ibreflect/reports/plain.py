"""Text that people typed, made safe for a mail, a header or a cell: only what can be printed."""


def one_line(text: str) -> str:
    """The text on one line: each line break, tab or invisible character became a space.

    Spaces at the ends and double spaces are gone. Directions of writing go too: they could make
    a name look like another one.
    """
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def some_lines(text: str) -> str:
    """The text with its line breaks, each as one newline, and every line as `one_line`."""
    return "\n".join(one_line(line) for line in text.splitlines())
