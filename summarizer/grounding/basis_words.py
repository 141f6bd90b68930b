"""Words that tell a forecast and a rumour from what is stated, and what is denied from both.

Data only; whoever reads a basis, an engine or a check, reads it with these.
"""

from __future__ import annotations

import re

RUMOURED = re.compile(
    r"\b(?:reportedly|rumou?r(?:s|ed)?|unconfirmed|(?:is|are|was|were) said to|is understood to"
    r"|sources? (?:said|told|say|close to|familiar)|people with knowledge"
    r"|(?:people|person) (?:familiar|close|briefed)|in talks"
    r"|(?:is|are|was|were) (?:considering|weighing|mulling))\b",
    re.IGNORECASE,
)
FORECAST = re.compile(
    r"\b(?:will|would|won't|(?-i:may)|might|could|should|expects?|expected|expecting|expectations?"
    r"|forecasts?|forecasted|project(?:s|ed|ions?)|predict(?:s|ed|ions?)|anticipat(?:es|ed)"
    r"|estimates|guidance|outlook|guid(?:es|ed)|set to|due to (?:reach|rise|fall|hit|be)|poised to"
    r"|plans? to|planned|planning to|plans for|aim(?:s|ed|ing)? (?:to|for)|intends?"
    r"|seek(?:s|ing)? to|targets?|targeting|on track|by 20\d\d|within (?:the next )?\w+ years"
    r"|next (?:year|quarter|month)|plans(?= (?:\d|\|)))(?!\w)",
    re.IGNORECASE,
)
HOPED = re.compile(
    r"\b(?:hop(?:es?|ed|ing) (?:to|for|that)|on course (?:to|for)|likely to|bound to"
    r"|promis(?:es|ed) to|vow(?:s|ed) to|wants? to|proposes? to)\b",
    re.IGNORECASE,
)
"""A hope is told as no more than a forecast."""
INTENDED = re.compile(
    r"\b(?:hop(?:es?|ed|ing) (?:to|for|that)|on course to|likely to|bound to|promis(?:es|ed|ing)"
    r"|pledg(?:es|ed|ing)|vow(?:s|ed)|plans?|goals?|must|shall|can|estimated?|sees?|seen|upcoming"
    r"|future|propos(?:es|ed|als?)|agreed|commit(?:s|ted)|wants?|needs?|sought|seeks?|if|about to"
    r"|to (?:be|cut|shed|spend|invest|hire|build|create|open|close|add|raise|pay|buy|sell|reach))\b"
    r"|['’]ll\b|['’]d\b",
    re.IGNORECASE,
)
"""Words of intention beside `FORECAST`: where one stands, nothing is told as done."""
NOT_STATED = (RUMOURED, FORECAST, HOPED, INTENDED)
"""One of these must be there before a figure may be told as a forecast or a rumour."""
AS_EXPECTED = re.compile(
    r"\b(?:than|as|beat(?:ing)?|miss(?:ed|ing)?|topp(?:ed|ing)|exceed(?:ed|ing))[- ]+(?:\w+ )?"
    r"(?:expected|forecasts?|anticipated|planned|predicted|projected|expectations|estimates"
    r"|guidance|targets?)\b|\bexpected\b(?=\s+(?:loss|credit))|\btimes (?:expected|forecast)\b"
    r"|\b(?:less|more) likely to\b|\bhit the target\b"
    r"|\b(?:would|could|should|might|may)(?: not)? (?:have|'ve)\b|\b(?:would|could)['’]ve\b",
    re.IGNORECASE,
)
"""A forecast that is only compared with, and what might have been."""
HELD = re.compile(
    r"\b(?:now|currently)\s+$|\beach of (?:the|its|their)\s+$"
    r"|\b(?:cut|lower|raise|lift|keep|hold|leave) (?:the|its|their) (?:[\w-]+ ){0,3}of\s+$",
    re.IGNORECASE,
)
"""What stands before an amount that is so already, whatever is planned with it."""
DEFINITE = re.compile(r"(?:\b(?:the|its|their|of)|['’]s?)\s+$", re.IGNORECASE)
"""What stands before an amount of things that are there: "the 12,800 owners will receive"."""
TERMS = re.compile(r"\b(?:will|would) (?:each )?(?:receive|get|pay)\b", re.IGNORECASE)
"""What the parties to a deal are bound to."""
BOUND = re.compile(
    r"^\W*(?:in cash )?(?:for each\b|(?:a|per) share\b|each\b|to settle\b|to end\b)", re.IGNORECASE
)
"""What follows an amount that a deal or a declared dividend fixes."""
DONE = re.compile(
    r"\b(?:was|were|had|has|have|did|is|are|makes? up|stands?|stood|rose|risen|fell|fallen|grew"
    r"|grown|jumped|climbed|dropped|declined|reached|hit|earned|lost|made|spent|cost|built|shipped"
    r"|carried|delivered|created|sold|bought|paid|invested|hired|employed|employs|opened|shed"
    r"|reported|posted|recorded|collected|generated|produced|received|raised|lowered|increased"
    r"|decreased|doubled|tripled|gained|added|totall?ed|amounted|came|won|saved|cut|closed|booked"
    r"|handled|pumped|supplied|supplies)\b",
    re.IGNORECASE,
)
"""Finite verbs that tell what was or is so."""
DENIED_BEFORE = re.compile(
    r"\b(?:not(?: the| an?)?|instead of(?: the)?|rather than(?: the)?"
    r"|(?:correct(?:ing|ed|s)|retract(?:ing|ed|s)|withdr(?:ew|awing))(?: its| the| an?)?"
    r"(?: (?:earlier|previous|first|wrong|original))?(?: (?:figure|number|report|claim)s?)?"
    r"(?: of| that)?)\s*(?:about |some |nearly |the )?$"
    r"|\b(?:den(?:ied|ies|ying)|refut(?:ed|es|ing)|dismiss(?:ed|es|ing)|reject(?:ed|s|ing))"
    r" (?:(?:a|an|any|the|media|press|earlier) )*(?:report|reports|claim|claims|rumou?rs?"
    r"|suggestions?|allegations?|speculation|that|planning|having)\b[^,;]*$",
    re.IGNORECASE,
)
DENIED_AFTER = re.compile(
    r"^\W*(?:as |that |which )?(?:(?:it|he|she|they|was|were|had|is)\s+){0,2}"
    r"(?:originally|wrongly|mistakenly|erroneously|incorrectly|first|initially|previously)"
    r" (?:reported|stated|said|given|published|announced)\b",
    re.IGNORECASE,
)
RETOLD = re.compile(
    r"\b(?:not|instead|rather|den(?:y|ied|ies)|correct(?:ed|s|ing|ion)?|original(?:ly)?|earlier"
    r"|first|initial(?:ly)?|previous(?:ly)?|wrong(?:ly)?|reject(?:ed|s)?|had|from|before|against"
    r"|mistaken(?:ly)?)\b",
    re.IGNORECASE,
)
"""Words of a claim that itself says that an amount is no longer, or not, so."""
