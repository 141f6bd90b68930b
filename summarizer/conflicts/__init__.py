"""What several sources say of the same things: agreement, conflict, and which one is off."""

from summarizer.conflicts.inside import contradictions
from summarizer.conflicts.reconciling import reconcile_summaries

__all__ = ["contradictions", "reconcile_summaries"]
