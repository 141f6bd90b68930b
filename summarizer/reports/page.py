"""A page of text for a terminal: wrapped lines with hanging indents, in three styles.

`colour` uses the terminal's own sixteen colours, `mono` bold and dim alone (as NO_COLOR asks),
`plain` no codes at all, where emphasis is written as `*words*`. No boxes and no trailing spaces,
so that a pipe, a mail or a log shows the same page.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from rich.text import Text

    from summarizer.reports.wording import Quote

Style = Literal["colour", "mono", "plain"]
WIDTH = 80
# Longer lines than this are hard to read, however wide the terminal is.
_WIDEST = 100
_NARROWEST = 40

STATUS_STYLES = {
    "verified": "green",
    "derived": "cyan",
    "ambiguous": "yellow",
    "mismatch": "red",
    "unsupported": "red",
}


class Page:
    """Collects lines; `render` gives them as one string that ends in a line break.

    Args:
        width: Columns; lines are wrapped within it, and within 100.
        style: How emphasis is shown.
    """

    def __init__(self, *, width: int = WIDTH, style: Style = "plain") -> None:
        self.width = max(_NARROWEST, min(width, _WIDEST))
        self.style = style
        self._lines: list[Text] = []

    def text(self, words: str = "", style: str = "") -> Text:
        """A styled run of words; nothing in them is taken for markup."""
        from rich.text import Text

        return Text().append(words, style)

    def emphasised(self, quote: Quote, style: str = "") -> Text:
        """A quote in curly quotes with its words emphasised."""
        star = "*" if self.style == "plain" and quote.words else ""
        text = self.text()
        text.append(f"“{quote.before}", style=style)
        text.append(f"{star}{quote.words}{star}", style="bold")
        text.append(f"{quote.after}”", style=style)
        return text

    def blank(self) -> None:
        """An empty line, unless the page starts here or the last line is empty."""
        if self._lines and self._lines[-1].plain:
            self._lines.append(self.text())

    def heading(self, words: str) -> None:
        """A heading with an empty line before it."""
        self.blank()
        self.add(words, style="bold")

    def add(
        self, body: str | Text, *, lead: str | Text = "", indent: int = 0, style: str = ""
    ) -> None:
        """Add words, wrapped; `lead` stands before them, and further lines hang below the words.

        Args:
            body: The words.
            lead: What stands before the first line, such as a bullet or a cell of a column.
            indent: Columns left free before `lead`.
            style: A style for `body` where it is a string.
        """
        lead = self.text(lead) if isinstance(lead, str) else lead
        body = self.text(body, style) if isinstance(body, str) else body
        hang = indent + lead.cell_len
        room = max(self.width - hang, _NARROWEST // 2)
        for number, line in enumerate(self._wrapped(body, room)):
            start = self.text(" " * indent) + lead if number == 0 else self.text(" " * hang)
            whole = start + line
            whole.rstrip()
            self._lines.append(whole)

    def _wrapped(self, text: Text, room: int) -> list[Text]:
        if not text.plain:
            return [text]
        return list(text.wrap(self._console(), room, tab_size=4))

    def render(self) -> str:
        """The page as a string."""
        console = self._console()
        for line in self._lines:
            console.print(line, soft_wrap=True)
        output = console.file
        return output.getvalue() if isinstance(output, io.StringIO) else ""

    def _console(self) -> Console:
        from rich.console import Console

        return Console(
            file=io.StringIO(),
            width=self.width,
            color_system=None if self.style == "plain" else "standard",
            no_color=self.style != "colour",
            force_terminal=self.style != "plain",
            force_interactive=False,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
        )


if TYPE_CHECKING:
    from rich.console import Console
