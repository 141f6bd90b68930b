"""Grounding: every number that leaves the program is re-parsed from the article's own words."""

from summarizer.grounding.amounts import relate
from summarizer.grounding.check import check_summary
from summarizer.grounding.figures import ground_figure
from summarizer.grounding.ground import Grounded, ground
from summarizer.grounding.prose import check_numbers
from summarizer.grounding.source import Source
from summarizer.grounding.verdicts import Verdict

__all__ = [
    "Grounded",
    "Source",
    "Verdict",
    "check_numbers",
    "check_summary",
    "ground",
    "ground_figure",
    "relate",
]
