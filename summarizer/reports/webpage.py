"""What every HTML page of this program has: its own style and script inline, and nothing else.

The page's content security policy lets nothing load, and nothing run but that style and script.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


def render(template: str, *, styles: tuple[str, ...], script: str | None, **shown: object) -> str:
    """A page from files of this package's templates; every string in it is escaped.

    Args:
        template: The file of the page; it is given `style`, `script` and `policy` as well.
        styles: The files of the style, in order.
        script: The file of the script; None for a page without one.
        shown: What the template shows.
    """
    style = "".join(asset(name) for name in styles)
    code = "" if script is None else asset(script)
    policy = (
        f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src '{_digest(style)}'"
    )
    if code:
        policy += f"; script-src '{_digest(code)}'"
    page = _environment().get_template(template)
    return page.render(style=_own(style), script=_own(code), policy=policy, **shown)


@cache
def asset(name: str) -> str:
    """The text of a file of this package's templates."""
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FunctionLoader(asset),
    )


def _own(text: str) -> str:
    """Mark the page's own style or script as needing no escape; never article text."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - a file of this package


def _digest(text: str) -> str:
    """The source expression of an inline style or script (CSP Level 3, section 2.3.1)."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
