"""What a page shows in place of its article, or after the beginning of it.

A login, a subscription, a notice about cookies or scripts, a check for robots: with the status 200
they look like pages. Where there is next to nothing besides, the wall is the error; where there is
an article before it, the reader is warned that the article is cut.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.errors import NoArticleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.articles.assemble import Cut

_SAVE_IT = "Save the page from a browser that shows the article, and give the file"
_OPEN_IT = "Open the article with your account, save the page, and give the file"


class Wall(NamedTuple):
    """What stands in the way of an article."""

    cause: str
    way_out: str
    cuts: bool
    """Whether it is found after the beginning of an article too."""


_SUBSCRIBE = Wall("it asks to subscribe to read on", _OPEN_IT, cuts=True)
_LOGIN = Wall("it asks to log in to read on", _OPEN_IT, cuts=True)
_ROBOT = Wall("the site takes this program for a robot, or refuses it", _SAVE_IT, cuts=False)
_SCRIPT = Wall("the page asks for JavaScript", _SAVE_IT, cuts=False)
_REGION = Wall("the page is not shown in this country", _SAVE_IT, cuts=False)
_MISSING = Wall("the site says that there is no such page", "Check the address", cuts=False)
_CONSENT = Wall("the page asks for consent to cookies first", _SAVE_IT, cuts=False)

_SAID = {
    _SUBSCRIBE: (
        r"subscribe (?:now |today )?(?:to|and) (?:continue|read|keep|unlock|view|access|get full)",
        r"subscribe (?:now )?for (?:full|unlimited) access",
        r"subscri(?:be|ption) (?:is )?(?:required|needed)",
        r"to (?:continue|keep) reading[^.\n]{0,60}(?:subscribe|subscription)",
        r"(?:continue|keep) reading (?:this article |your article )?with a[^.\n]{0,40}subscription",
        r"(?:article|story|content|post) is[^.\n]{0,25} (?:for|to) (?:our |paid )?subscribers",
        r"(?:article|story|content|post) is[^.\n]{0,25} (?:for|to) (?:our |paid )?members",
        r"(?:for|available to) subscribers only",
        r"(?:subscriber|member)[- ]only (?:article|story)",
        r"(?:unlock|purchase) (?:this|the) (?:full )?(?:article|story)",
        r"you(?:'|’| ha)ve (?:read|used|reached)[^.\n]{0,50}(?:limit|free (?:article|storie)s)",
        r"(?:jetzt|mit [^.\n]{2,30}) weiterlesen",
        r"nur für (?:unsere )?abonnent",
        r"nur mit abo\b",
        r"artikel ist (?:nur )?(?:für|mit) [^.\n]{0,40}(?:abo|abonnent)",
        r"réservée? (?:à nos|aux) abonn",
        r"(?:il vous )?reste [\d.,]+ ?% (?:de cet article )?à (?:lire|découvrir)",
        r"para seguir leyendo",
        r"exclusivo para suscriptores",
        r"(?:riservato|per gli) (?:agli )?abbonati",
        r"exclusiv[oa] para assinantes",
    ),
    _LOGIN: (
        r"(?:log|sign) ?in to (?:continue|read|keep) ",
        r"(?:log|sign) in or [a-z ]{3,30} to continue",
        r"(?:must|need to) (?:be logged in|log in|sign in|register) to read",
        r"(?:must|need to) (?:be logged in|log in|sign in|register) to (?:view|see) th(?:is|e) ",
        r"register (?:for free )?to (?:continue|read|keep|view)",
        r"create (?:a|an|your) (?:free )?account to (?:continue|read|keep)",
        r"to (?:continue|keep) reading[^.\n]{0,60}(?:log in|sign in|register|account)",
    ),
    _ROBOT: (
        r"^(?:http |error )?(?:403[ :-]+)?(?:access (?:is |was )?denied|forbidden)\b",
        r"access to this (?:page|site|website) has been (?:denied|blocked)",
        r"(?:checking|verifying) (?:that )?(?:your browser|you are (?:a )?human|if the site)",
        r"(?:verify|confirm|prove) (?:that )?you(?:'|’| a)re (?:a )?(?:human|not a (?:ro)?bot)",
        r"are you a (?:ro)?bot\b",
        r"unusual (?:traffic|activity) from your",
        r"you have been blocked",
        r"request (?:was |has been )?blocked",
        r"pardon our interruption",
        r"complete the (?:captcha|security check)",
    ),
    _SCRIPT: (
        r"(?:enable|activate|turn on|allow) (?:your |the )?java ?script",
        r"java ?script (?:is|has been|seems to be|appears to be) (?:disabled|turned off|required)",
        r"java ?script (?:is not|must be) (?:active|enabled|turned on)",
        r"requires java ?script",
        r"(?:aktivieren|einschalten)[^.\n]{0,20} java ?script",
        r"java ?script (?:aktivieren|einschalten|deaktiviert)",
        r"activer (?:le )?java ?script",
        r"(?:activar?|habilitar?) (?:el )?java ?script",
    ),
    _REGION: (
        r"(?:not |un)available[^.\n]{0,20} in your (?:country|region|location|area)",
        r"unavailable (?:due to|for) legal reasons",
        r"attempting to access this website from a country",
    ),
    _MISSING: (
        r"^(?:error[ :-]+)?404\b",
        r"^(?:the )?page (?:was |could )?not (?:be )?found",
        r"(?:page|article|story) (?:that )?you(?:'|’| a)re looking for[^.\n]{0,40}(?:no|n.t|moved)",
        r"requested (?:page|article|url)[^.\n]{0,40}(?:no|n.t|moved)",
        r"this page (?:does not|doesn(?:'|’)t|no longer) exist",
        r"seite (?:wurde )?nicht gefunden",
        r"page (?:introuvable|non trouvée)",
        r"página no encontrada",
    ),
    _CONSENT: (
        r"before you continue",
        r"(?:accept|consent to|agree to)[^.\n]{0,40} cookies",
        r"we (?:and our [^.\n]{0,30}partners )?(?:use|store)[^.\n]{0,30} cookies",
        r"cookies (?:akzeptieren|zustimmen)",
        r"accepter les cookies",
        r"aceptar (?:las )?cookies",
    ),
}
"""How each is told, in lines of their own, as regular expressions."""
_PATTERNS = tuple(
    (wall, re.compile("|".join(phrases), re.IGNORECASE | re.MULTILINE))
    for wall, phrases in _SAID.items()
)
_LITTLE = 60
"""Words of an article below which a wall that cuts it leaves a teaser."""
_BEFORE, _AFTER = 200, 250
"""Characters around the end of an article where a wall cuts it."""
_LONGEST = 8000
"""Characters of a page with next to nothing on it that are looked at."""
_LINE = 320
"""A longer line is somebody's paragraph and not a notice."""


def blocked(raw: str, subject: str) -> NoArticleError | None:
    """The error of a page without an article that has a wall in its place."""
    wall = _found(raw[:_LONGEST], cuts=False)
    if wall is None:
        return None
    return NoArticleError(f"no article found: {wall.cause}", subject=subject, way_out=wall.way_out)


def cut_off(raw: str, cuts: Sequence[Cut], said: int, subject: str) -> str | None:
    """What a reader should know of an article that a wall cuts off; None where none does.

    Args:
        raw: The page.
        cuts: What was cut from it.
        said: Words of running text that are left.
        subject: The input, for the error.

    Raises:
        NoArticleError: what is left is the wall itself, or a teaser.
    """
    start, end = _ends(raw, cuts)
    if said < _LITTLE and (error := blocked(raw[start:end], subject)):
        raise error
    wall = _found(raw[max(start, end - _BEFORE) : end + _AFTER], cuts=True)
    if wall is None:
        return None
    if said < _LITTLE:
        cause = f"only a teaser of {said} words found: {wall.cause}"
        raise NoArticleError(cause, subject=subject, way_out=wall.way_out)
    return f"the article is cut off: {wall.cause}"


def _ends(raw: str, cuts: Sequence[Cut]) -> tuple[int, int]:
    """Where what is left begins and ends."""
    ordered = sorted(cuts)
    start, end = 0, len(raw.rstrip())
    for cut in ordered:
        if raw[start : cut.start].strip():
            break
        start = max(start, cut.end)
    for cut in reversed(ordered):
        if cut.end < end and raw[cut.end : end].strip():
            break
        end = min(end, cut.start)
    return start, max(start, end)


def _found(text: str, *, cuts: bool) -> Wall | None:
    notices = "\n".join([line for line in text.split("\n") if len(line) <= _LINE])
    for wall, pattern in _PATTERNS:
        if (wall.cuts or not cuts) and pattern.search(notices):
            return wall
    return None
